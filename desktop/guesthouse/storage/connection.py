"""Opening the file: whose it is and how new, then whether it is whole, and only then what changes it.

1. The first bytes: not a database, not ours, cut short (see header.py).
2. A connection that cannot write: the key, whose file it is, steps of a newer version. Everything until here leaves
   the file as it was, byte for byte.
3. The connection for writing, its settings, and a quick look whether the file is whole.
4. The steps that are missing: a backup first, foreign keys off meanwhile (a parent table could not be remade else),
   all steps and the check of the foreign keys in one transaction.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlite_utils import Database, Migrations

from guesthouse.domain.safekeeping import Why
from guesthouse.errors import FileDamaged, FileMissing, NotOurs, TooNew, Trouble, WrongKey, trouble_of
from guesthouse.storage import migrations
from guesthouse.storage.backup import back_up, seal_for, sync_folder
from guesthouse.storage.header import APPLICATION_ID, demand_writable, look_at_header
from guesthouse.storage.trouble import told

BUSY_MS = 3000  # how long to wait for somebody else's write
QUICK_LOOK_BYTES = 8 << 20  # reading so much takes some 15 ms; a larger file is read after a crash and by `check`
AFTER_CRASH_BYTES = 64 << 20
SCOURED_AT_ONCE = 32 << 20  # writing so much anew takes a quarter of a second; a larger file is scoured when it closes


@dataclass(frozen=True)
class Place:
    """The file, where its backups go, and the raw key (32 bytes) if it is encrypted."""

    file: Path
    backups: Path
    key: bytes | None = field(default=None, repr=False)

    @property
    def journal(self) -> Path:
        """SQLite's write-ahead log: there while the file is open, or after a crash; beside the real file of a link."""
        real = self.file.resolve()
        return real.with_name(real.name + "-wal")


def open_database(place: Place, clock: Callable[[], datetime], steps: Migrations = migrations.steps) -> Database:
    """Open the file for reading and writing; make it where there is none; bring its schema up to date.

    Raises any Trouble of errors.py that is about files; then the file is as it was.
    """
    if not place.file.exists():
        _make(place, clock, steps)
    look_at_header(place.file, keyed=place.key is not None)
    demand_writable(place.file)
    known = {step.name for step in steps.pending(Database(memory=True, execute_plugins=False))}
    look_inside(place, known)
    crashed = place.journal.exists() and place.journal.stat().st_size > 0
    database = connect(place)
    try:
        with told(place.file):
            _look_quickly(database, place, AFTER_CRASH_BYTES if crashed else QUICK_LOOK_BYTES)
            _bring_up_to_date(database, place, clock, steps)
    except BaseException:
        database.close()
        raise
    return database


def look_inside(place: Place, known: set[str]) -> None:
    """Whose file it is and how new, read through a connection that cannot write.

    Raises WrongKey, NotOurs, TooNew, FileDamaged.
    """
    with told(place.file), closing(reader(place)) as connection:
        try:
            owner = connection.execute("PRAGMA application_id").fetchone()[0]
            taken = _taken(connection)
        except dbapi2.DatabaseError as error:
            if place.key is not None and (error.sqlite_errorcode & 0xFF) == dbapi2.SQLITE_NOTADB:
                raise WrongKey(place.file) from None
            raise
        if owner != APPLICATION_ID:
            raise NotOurs(place.file)
        if taken - known:
            raise TooNew(place.file)
        if not taken:
            raise FileDamaged(place.file)  # it has its name since it was whole


def reader(place: Place) -> dbapi2.Connection:
    """A connection that changes nothing in the file.

    Where no -wal lies beside it, nobody has it open and nothing waits to be taken in: then SQLite need not make
    files of its own either, which lets a folder be read that cannot be written.
    """
    mode = "mode=ro" if place.journal.exists() else "immutable=1"
    uri = f"{place.file.absolute().as_uri()}?{mode}"
    connection = dbapi2.connect(uri, uri=True, isolation_level=None, timeout=BUSY_MS / 1000)
    _unlock(connection, place.key)
    return connection


def connect(place: Place) -> Database:
    """A connection for reading and writing with our settings; foreign keys are still off."""
    with told(place.file):
        connection = dbapi2.connect(str(place.file), isolation_level=None, timeout=BUSY_MS / 1000)
        try:
            _unlock(connection, place.key)
            for setting in (
                "temp_store = MEMORY",  # first: nothing of the person's goes to a temporary file
                "secure_delete = ON",
                "cell_size_check = ON",
                "cache_size = -24000",  # KiB: what a search reads of a thick guest book need not be deciphered twice
                "journal_mode = WAL",
                "synchronous = FULL",
                "foreign_keys = OFF",
            ):
                connection.execute(f"PRAGMA {setting}").fetchone()
        except BaseException:
            connection.close()
            raise
    with suppress(OSError):  # somebody may have copied it here with another mode
        if place.file.stat().st_mode & 0o077:
            place.file.chmod(0o600)
    return Database(connection, execute_plugins=False)


def flush(database: Database) -> None:
    """Take the write-ahead log into the file and cut it to nothing: what was erased stays nowhere."""
    with told():
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def sweep(database: Database) -> None:
    """:func:`flush` after something was erased. It is gone from the tables already, whatever stands in the way here: a
    full disk, or somebody who reads an older state. Its last bytes go with the next sweep, or when the file is closed.
    """
    with suppress(Trouble):
        flush(database)


def mark_for_scouring(database: Database) -> None:
    """Something is erased for good: inside the transaction that does it. The mark outlives a kill."""
    database.execute("PRAGMA user_version = 1")


def scour(database: Database, *, most: int | None = None) -> None:
    """Write the file anew if something was erased since this was done last, and it has at most ``most`` bytes.

    'secure_delete' overwrites what is deleted, but not the copies that stay behind on a page when its rows were moved
    to another one before (SQLite 3.53.4; found in half of some hundred random tables). What cannot be done now, on a
    full disk, is done at the next closing.
    """
    with suppress(Trouble), told():
        if database.execute("PRAGMA user_version").fetchone()[0] != 1:
            return
        sweep(database)  # the log grows by the whole file below: on a small disk, the room it has now is needed
        pages, size = (int(database.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
        if most is None or pages * size <= most:
            database.execute("VACUUM")
            database.execute("PRAGMA user_version = 0")
    sweep(database)


def _make(place: Place, clock: Callable[[], datetime], steps: Migrations) -> None:
    """Make the file beside its place and give it its name once it is whole: a half-made one is never met."""
    if place.journal.exists() or place.file.is_symlink():
        raise FileMissing(place.file)  # its log, or a link to it, is here without it: something was moved or deleted
    beside = place.file.with_name(place.file.name + ".new")
    try:
        _clear(beside)
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        _fill(Place(beside, place.backups, place.key), clock, steps)
        beside.rename(place.file)
        sync_folder(place.file.parent)
    except OSError as error:
        raise trouble_of(error, place.file.parent) from None
    finally:
        with suppress(OSError):
            _clear(beside)


def _fill(unborn: Place, clock: Callable[[], datetime], steps: Migrations) -> None:
    """Make the file ours and give it its schema."""
    with told(unborn.file.parent):
        database = connect(unborn)
        try:
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _bring_up_to_date(database, unborn, clock, steps)
            flush(database)
        finally:
            database.close()


def _clear(beside: Path) -> None:
    """Remove what is left of a making that was cut short."""
    for leftover in beside.parent.glob(beside.name + "*"):
        leftover.unlink()


def _bring_up_to_date(database: Database, place: Place, clock: Callable[[], datetime], steps: Migrations) -> None:
    pending = steps.pending(database)
    if pending:
        if steps.applied(database):
            seal = seal_for(place.file, place.key)
            back_up(database.conn, place.backups, Why.BEFORE_MIGRATION, clock(), seal)
        with database.atomic():
            steps.apply(database)
            if database.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise FileDamaged(place.file)
    database.execute("PRAGMA foreign_keys = ON")


def _look_quickly(database: Database, place: Place, most: int) -> None:
    """A file of ordinary size is looked through at each opening, a large one after a crash."""
    if place.file.stat().st_size <= most and database.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise FileDamaged(place.file)


def _taken(connection: dbapi2.Connection) -> set[str]:
    """The names of the steps that this file has taken."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return set()
    found = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", [migrations.SET])
    return {name for (name,) in found}


def _unlock(connection: dbapi2.Connection, key: bytes | None) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE").fetchone()  # or SQLCipher writes to stderr
    if key is not None:
        connection.execute(f"""PRAGMA key = "x'{key.hex()}'" """).fetchone()
