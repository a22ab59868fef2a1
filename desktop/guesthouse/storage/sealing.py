"""Sealing a file, and making it plain again: written anew beside its place, looked through, then put in its place.

Whenever it is killed, the old file is there or the new one, and its first bytes tell which. What a kill leaves beside
the file is removed by :func:`clear_beside`. While it goes on nobody else can open the file: a log of the old one beside
the new one would be taken in where it does not belong.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlcipher3 import dbapi2

from guesthouse.domain.safekeeping import Progress
from guesthouse.errors import AlreadyOpen, Cancelled, DiskFull, DiskTrouble, FileDamaged, Trouble, trouble_of
from guesthouse.storage.backup import sync_folder
from guesthouse.storage.connection import BUSY_MS, Place, reader
from guesthouse.storage.header import demand_writable
from guesthouse.storage.trailer import trailer_of
from guesthouse.storage.trouble import told

SEALING, UNSEALING = ".sealing", ".unsealing"
OPERATIONS = 200  # of SQLite's, between two looks at how far it is: a millisecond at most, but for a large picture
WHOLE, COPIED = 0.15, 0.7  # how far it is once the old file is looked through, and once the new one is written
CHUNK = 1 << 20
ROOM_BESIDE = 1 << 20  # more than the size of the file: sealed pages carry 2 % that plain ones do not

# What sqlcipher_export() says: it hands on the words of SQLite's result codes, but not the codes.
SAID: dict[str, type[Trouble]] = {
    "database or disk is full": DiskFull,
    "disk I/O error": DiskTrouble,
    "database disk image is malformed": FileDamaged,
}


@dataclass
class Watch:
    """One stretch of a work that a person follows, from one percent to another."""

    progress: Progress
    first: float = 0
    last: float = 100
    stopped: bool = False
    _told: int = -1
    _quiet: int = 0

    def stops(self, part: float) -> bool:
        """Tell how far it is, and hear whether it is to end. ``part`` is between 0 and 1."""
        percent = int(self.first + (self.last - self.first) * min(max(part, 0), 1))
        self._quiet += 1
        if not self.stopped and (percent > self._told or self._quiet > 50):
            self._told, self._quiet = max(percent, self._told), 0
            self.stopped = not self.progress(self._told)
        return self.stopped

    def tell(self, percent: int) -> bool:
        """As a progress of its own, from 0 to 100."""
        return not self.stops(percent / 100)

    def demand(self, part: float) -> None:
        """The same; raises Cancelled where it is to end."""
        if self.stops(part):
            raise Cancelled


@dataclass(frozen=True)
class Turn:
    """A file that is to be written anew under another key; None is plain. ``slots`` is put behind it as a trailer."""

    file: Path
    now: bytes | None = field(repr=False)
    then: bytes | None = field(repr=False)
    slots: bytes | None = None

    @property
    def beside(self) -> Path:
        """Where the new file grows."""
        return self.file.with_name(self.file.name + (UNSEALING if self.then is None else SEALING))


def carry_out(turn: Turn, watch: Watch, ready: Callable[[], None] = lambda: None) -> None:
    """Put the file under its other key. ``ready`` is called once the new file is whole, before it takes the place.

    Raises AlreadyOpen, ReadOnly, DiskFull, FileDamaged, Cancelled, and what ``ready`` raises; then nothing is changed.
    """
    real = replace(turn, file=turn.file.resolve())
    demand_writable(real.file)
    _demand_room(real.file)
    with ExitStack() as stack:
        if real.now is None:
            stack.enter_context(_overwritten(real.file))
        stack.callback(clear_beside, real.file)
        source = stack.enter_context(closing(_alone(real)))
        _demand_whole(source, real, watch)
        _copy(source, real, watch)
        _look_through(source, real, watch)
        _finish(real)
        ready()
        if os.name == "nt":  # there, a file that is open keeps its name
            source.close()
        try:
            _drop_log(real.file)
            real.beside.replace(real.file)
        except OSError as error:
            raise trouble_of(error, real.file) from None
        with suppress(OSError):  # it has happened: no error may say that it has not
            sync_folder(real.file.parent)


def clear_beside(file: Path) -> None:
    """Remove what a killed turn has left beside a file; a plain part is overwritten first. Never raises."""
    real = file.resolve()
    for ending in (SEALING, UNSEALING):
        for more in ("", "-journal", "-wal", "-shm"):
            erase(real.with_name(real.name + ending + more))


def erase(file: Path) -> bool:
    """Overwrite a file that nobody else holds, and remove it; whether it is gone. Never raises."""
    with suppress(OSError):
        if file.is_file() and not file.is_symlink() and file.stat().st_nlink == 1:
            _overwrite_file(file)
        file.unlink(missing_ok=True)
    return not file.exists()


def _overwrite_file(file: Path) -> None:
    with suppress(OSError), file.open("r+b") as opened:
        _overwrite(opened.fileno())


def opens(file: Path, key: bytes | None) -> bool:
    """Whether the key opens the file; changes nothing. Raises what keeps it from being read."""
    with told(file), closing(_reader(file, key)) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.DatabaseError as error:
            if (error.sqlite_errorcode & 0xFF) in (dbapi2.SQLITE_NOTADB, dbapi2.SQLITE_CORRUPT):
                return False
            raise
    return True


def _reader(file: Path, key: bytes | None) -> dbapi2.Connection:
    return reader(Place(file, file.parent, key))


def _unlock(connection: dbapi2.Connection, key: bytes | None) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE").fetchone()  # or SQLCipher writes to stderr
    if key is not None:
        connection.execute(f"""PRAGMA key = "{_spelled(key)}" """).fetchone()


def _spelled(key: bytes | None) -> str:
    return "" if key is None else f"x'{key.hex()}'"


def _demand_room(file: Path) -> None:
    """Better told at once than after a minute."""
    with suppress(OSError):
        if shutil.disk_usage(file.parent).free < file.stat().st_size + ROOM_BESIDE:
            raise DiskFull(file.parent)


def _alone(turn: Turn) -> dbapi2.Connection:
    """A connection to the file that keeps everybody else out, its log taken in; the new one attached as "beside".

    No byte of the file is written for that: a kill while its first page changed could leave it in two minds.
    """
    try:
        clear_beside(turn.file)
        os.close(os.open(turn.beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise trouble_of(error, turn.beside) from None
    with told(turn.file):
        connection = dbapi2.connect(str(turn.file), isolation_level=None, timeout=BUSY_MS / 1000)
        try:
            _unlock(connection, turn.now)
            for setting in ("temp_store = MEMORY", "locking_mode = EXCLUSIVE"):  # before the file is first looked at
                connection.execute(f"PRAGMA {setting}").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise AlreadyOpen(turn.file)
            connection.execute("ATTACH DATABASE ? AS beside KEY ?", [str(turn.beside), _spelled(turn.then)])
            for setting in ("journal_mode = OFF", "synchronous = OFF"):  # it counts only once it is whole
                connection.execute(f"PRAGMA beside.{setting}").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def _drop_log(file: Path) -> None:
    """It was taken in. SQLite leaves it where it is, once another file has the name; there it would do harm."""
    left = file.with_name(file.name + "-wal")
    if left.exists():
        if left.stat().st_size:
            raise AlreadyOpen(file)
        left.unlink()


def _demand_whole(connection: dbapi2.Connection, turn: Turn, watch: Watch) -> None:
    """A damaged file stays as it is: what can be saved of it may need the very bytes that are lost on the way."""
    with told(turn.file), _watched(connection, watch, lambda: 0):
        if connection.execute("PRAGMA main.integrity_check(1)").fetchone()[0] != "ok":
            raise FileDamaged(turn.file)


def _copy(connection: dbapi2.Connection, turn: Turn, watch: Watch) -> None:
    whole = max(turn.file.stat().st_size, 1)

    def part() -> float:
        return WHOLE + (COPIED - WHOLE) * turn.beside.stat().st_size / whole

    with told(turn.file), _watched(connection, watch, part):
        try:
            connection.execute("SELECT sqlcipher_export('beside')").fetchone()
        except dbapi2.Error as error:
            kind = SAID.get(str(error))
            if watch.stopped or kind is None:
                raise
            raise (DiskFull if kind is DiskTrouble and _is_at_its_end(turn.beside) else kind)(turn.file) from None
        for name in ("application_id", "user_version"):  # these it leaves out
            value = int(connection.execute(f"PRAGMA main.{name}").fetchone()[0])
            connection.execute(f"PRAGMA beside.{name} = {value}")
    with told(turn.file):
        connection.execute("DETACH DATABASE beside")


def _look_through(source: dbapi2.Connection, turn: Turn, watch: Watch) -> None:
    """The new file by itself, read from its first byte to its last."""
    watch.demand(COPIED)
    with told(turn.file), closing(_reader(turn.beside, turn.then)) as copy, _watched(copy, watch, lambda: COPIED):
        copy.execute("PRAGMA cell_size_check = ON").fetchone()
        whole = copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        watch.demand(0.9)
        if turn.then is not None:
            whole = whole and copy.execute("PRAGMA cipher_integrity_check").fetchone() is None
        watch.demand(0.95)
        if not whole or copy.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise FileDamaged(turn.file)
        if _measures(copy) != _measures(source):
            raise FileDamaged(turn.file)
    watch.demand(1)


def _measures(connection: dbapi2.Connection) -> list[tuple[str, object]]:
    """What must be the same in both: whose file it is, what is in it, and how many rows each table has."""
    found: list[tuple[str, object]] = [
        (name, connection.execute(f"PRAGMA main.{name}").fetchone()[0]) for name in ("application_id", "user_version")
    ]
    things = "SELECT type, name, sql FROM main.sqlite_master ORDER BY type, name"
    found += [(f"{kind} {name}", sql) for kind, name, sql in connection.execute(things)]
    tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name"
    for (name,) in connection.execute(tables).fetchall():
        if name != "sqlite_schema":
            quoted = name.replace('"', '""')
            found.append((name, connection.execute(f'SELECT count(*) FROM main."{quoted}" NOT INDEXED').fetchone()[0]))
    return found


def _finish(turn: Turn) -> None:
    """The trailer behind it, and all of it on the disk."""
    try:
        with turn.beside.open("r+b") as opened:
            if turn.slots is not None:
                opened.seek(0, os.SEEK_END)
                opened.write(trailer_of(turn.slots))
                opened.flush()
            os.fsync(opened.fileno())
    except OSError as error:
        raise trouble_of(error, turn.beside) from None


@contextmanager
def _watched(connection: dbapi2.Connection, watch: Watch, part: Callable[[], float]) -> Iterator[None]:
    """SQLite asks now and then whether it is to go on; where it is not, Cancelled is raised."""
    failed: list[BaseException] = []

    def stops() -> bool:
        try:
            return watch.stops(part())
        except BaseException as error:  # it would be swallowed by the driver
            failed.append(error)
            return True

    connection.set_progress_handler(stops, OPERATIONS)
    try:
        yield
    except dbapi2.Error:
        if failed:
            raise failed[0] from None
        if watch.stopped:
            raise Cancelled from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _is_at_its_end(beside: Path) -> bool:
    """A quota, or a limit for files: SQLite says no more than "disk I/O error". Try it."""
    try:
        with beside.open("ab", buffering=0) as opened:
            return opened.write(bytes(CHUNK)) < CHUNK
    except OSError as error:
        return isinstance(trouble_of(error, beside), DiskFull)


@contextmanager
def _overwritten(file: Path) -> Iterator[None]:
    """At the end, what was the file before is overwritten, if another has taken its place and no name is left to it.

    As far as that is worth: a disk that writes elsewhere, or keeps snapshots, has what it has.
    """
    if os.name == "nt":  # there, a file that is open keeps its name
        yield
        return
    try:
        descriptor = os.open(file, os.O_RDWR)
    except OSError as error:
        raise trouble_of(error, file) from None
    try:
        yield
        with suppress(OSError):
            if os.fstat(descriptor).st_nlink == 0:
                _overwrite(descriptor)
    finally:
        os.close(descriptor)


def _overwrite(descriptor: int) -> None:
    left = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(descriptor, bytes(min(left, CHUNK)))
    os.fsync(descriptor)
