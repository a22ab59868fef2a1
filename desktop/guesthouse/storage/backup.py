"""A backup of an open database: copied by SQLite itself beside its place, looked through, then given its name.

Never a copy of the file: a copied database with its log beside it came out without its tables. What is copied is the
file of one moment; who writes meanwhile waits for nothing. It goes in steps of a megabyte, so that it can be watched
and stopped, and takes no more memory for a large file than for a small one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from guesthouse.domain.backup_names import LEFTOVER, names
from guesthouse.domain.safekeeping import Backup, Inside, Progress, Why, unwatched
from guesthouse.errors import (
    Cancelled,
    DiskFull,
    DiskTrouble,
    FileDamaged,
    FolderUnusable,
    NameTaken,
    NotADatabase,
    PlaceUnusable,
    ReadOnly,
    Trouble,
    trouble_of,
)
from guesthouse.paths import make_private
from guesthouse.storage.counting import count
from guesthouse.storage.header import APPLICATION_ID
from guesthouse.storage.trailer import add_trailer
from guesthouse.storage.trouble import told

STEP = 256  # pages
LOOK_EVERY = 200_000  # of SQLite's instructions, while it looks through a copy
COPIED, LOOKED_THROUGH = 60, 95  # percent


@dataclass(frozen=True, slots=True)
class Seal:
    """What a sealed copy is written with: the raw key, and the key slots that go behind it, where there are any."""

    key: bytes | None = field(default=None, repr=False)
    slots: bytes | None = None


PLAIN = Seal()

# The driver's backup() hands on the words of SQLite's result codes, but not the codes.
SAID: dict[str, type[Trouble]] = {
    "database or disk is full": DiskFull,
    "disk I/O error": DiskTrouble,
    "attempt to write a readonly database": ReadOnly,
    "unable to open database file": FolderUnusable,
    "database disk image is malformed": FileDamaged,
    "file is not a database": NotADatabase,
}


def seal_for(file: Path, key: bytes | None) -> Seal:
    """How copies of this file are sealed: with its key, and the key slots beside it, if they are those of the key."""
    if key is None:
        return PLAIN
    from guesthouse.storage.key_slots import id_of, read_slots, to_bytes

    try:
        slots = read_slots(file.with_suffix(".keys"))
    except Trouble:  # they are missing or of a newer version; the copy still opens with the key of today
        return Seal(key)
    return Seal(key, to_bytes(slots) if slots.key_id == id_of(key) else None)


def back_up(
    connection: dbapi2.Connection,
    folder: Path,
    why: Why,
    now: datetime,
    seal: Seal = PLAIN,
    *,
    progress: Progress = unwatched,
) -> Backup:
    """Copy the database into ``folder``, under a name of ours; an older backup is never overwritten.

    Raises DiskFull, ReadOnly, FolderUnusable, FileDamaged, Cancelled: then no backup was made.
    """
    try:
        make_private(folder)
    except (OSError, ValueError) as error:
        raise trouble_of(error, folder) from None
    with _moment(connection, folder) as inside:
        free = (folder / name for name in names(now, inside.visits + inside.entries, why))
        done = _write(connection, free, seal, progress)
    return Backup(done, now, _size(done), seal.key is not None, why, inside)


def back_up_to(
    connection: dbapi2.Connection,
    to: Path,
    why: Why,
    now: datetime,
    seal: Seal = PLAIN,
    *,
    progress: Progress = unwatched,
) -> Backup:
    """The same to a folder or a file of the caller's choice; raises NameTaken where something has that name, and
    PlaceUnusable."""
    folder = to.parent
    try:
        if to.is_dir():
            folder = to
            return back_up(connection, to, why, now, seal, progress=progress)
        with _moment(connection, to) as inside:
            done = _write(connection, [to], seal, progress)
    except (FolderUnusable, ReadOnly, PermissionError):  # the folder may not even be looked into
        raise PlaceUnusable(folder.absolute()) from None
    return Backup(done, now, _size(done), seal.key is not None, Why.BY_HAND, inside)


@contextmanager
def _moment(connection: dbapi2.Connection, path: Path) -> Iterator[Inside]:
    """Hold on to the file as it is now; else each change by somebody else would begin the copy anew."""
    with told(path):
        connection.execute("BEGIN")
        try:
            yield count(connection)
        finally:
            connection.execute("ROLLBACK")


def _write(connection: dbapi2.Connection, free: Iterable[Path], seal: Seal, progress: Progress) -> Path:
    done, part = _claim(free)
    try:
        with told(part):
            copy(connection, part, seal.key, progress)
            _look_through(part, seal.key, progress)
        if seal.slots is not None:
            add_trailer(part, seal.slots)
            sync_file(part)
        if not progress(LOOKED_THROUGH):
            raise Cancelled
        part.rename(done)
        with suppress(OSError):  # it has its name: no error may say that it has not
            sync_folder(done.parent)
    except (FileDamaged, NotADatabase):
        raise FileDamaged(_file_of(connection)) from None  # the copy is as the file is
    except OSError as error:
        raise trouble_of(error, done.parent) from None
    finally:
        for rest in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                part.with_name(part.name + rest).unlink()
    progress(100)
    return done


def _claim(free: Iterable[Path]) -> tuple[Path, Path]:
    """The first name that nobody has or is about to take, and the file beside it, made for this person's eyes alone."""
    for done in free:
        try:
            part = _claimed(done)
        except (OSError, ValueError) as error:
            raise trouble_of(error, done.parent) from None
        if part is not None:
            return done, part
    raise NameTaken(done)


def _claimed(done: Path) -> Path | None:
    """The file beside a name, made; None where somebody has that name, or is about to have it."""
    part = done.with_name(done.name + LEFTOVER)
    if done.exists():
        return None
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return None
    if done.exists():  # it came meanwhile; nobody else can give it this name from here on
        part.unlink()
        return None
    return part


def copy(connection: dbapi2.Connection, part: Path, key: bytes | None, progress: Progress = unwatched) -> None:
    """Copy the database page by page into a file that is there and empty, and bring it to the disk.

    A key need not be the one that the database has; whether there is one must be the same for both. Raises Cancelled,
    DiskFull, DiskTrouble, FileDamaged or NotADatabase (the database), OSError, and the driver's errors.
    """

    def hear(_status: int, remaining: int, total: int) -> None:
        if not progress(COPIED * (total - remaining) // max(total, 1)):
            raise Cancelled

    with closing(dbapi2.connect(str(part), isolation_level=None)) as to:
        to.execute("PRAGMA cipher_log_level = NONE").fetchone()
        if key is not None:
            to.execute(f"""PRAGMA key = "x'{key.hex()}'" """).fetchone()
        try:
            connection.backup(to, pages=STEP, progress=hear)
        except dbapi2.Error as error:
            kind = SAID.get(str(error))
            if kind is None:
                raise
            raise (DiskFull if kind is DiskTrouble and _is_at_its_end(part) else kind)(part) from None
        to.execute("PRAGMA journal_mode = DELETE").fetchone()  # one file, whole by itself
    sync_file(part)


def _is_at_its_end(part: Path) -> bool:
    """A quota, or a limit for files: SQLite says no more than "disk I/O error". Try it; the file is of no use now."""
    try:
        with part.open("ab", buffering=0) as opened:
            return opened.write(bytes(1 << 20)) < 1 << 20
    except OSError as error:
        return isinstance(trouble_of(error, part), DiskFull)


def _look_through(part: Path, key: bytes | None, progress: Progress) -> None:
    """Whether the copy can be opened and is whole; raises FileDamaged, Cancelled, and the driver's errors."""

    def hear() -> bool:
        return not progress(COPIED)

    uri = f"{part.absolute().as_uri()}?immutable=1"
    with closing(dbapi2.connect(uri, uri=True, isolation_level=None)) as copied:
        copied.execute("PRAGMA cipher_log_level = NONE").fetchone()
        copied.execute("PRAGMA temp_store = MEMORY").fetchone()
        if key is not None:
            copied.execute(f"""PRAGMA key = "x'{key.hex()}'" """).fetchone()
        copied.set_progress_handler(hear, LOOK_EVERY)
        try:
            whole = (
                copied.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
                and copied.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
                and copied.execute("PRAGMA foreign_key_check").fetchone() is None
                and (key is None or copied.execute("PRAGMA cipher_integrity_check").fetchone() is None)
            )
        except dbapi2.OperationalError as error:
            if error.sqlite_errorcode == dbapi2.SQLITE_INTERRUPT:
                raise Cancelled from None
            raise
    if not whole:
        raise FileDamaged(part)


def _file_of(connection: dbapi2.Connection) -> Path | None:
    """Where the database of a connection lies."""
    named = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()
    return Path(named[0]) if named and named[0] else None


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        raise FolderUnusable(file.parent) from None


def sync_file(file: Path) -> None:
    """Bring a file to the disk; raises OSError."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder last through a power cut, where the system has a way to do that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
