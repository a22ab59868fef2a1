"""The file opened for an export or for taking one in, over a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from guesthouse.errors import FileMissing, FolderUnusable, ReadOnly
from guesthouse.storage import migrations
from guesthouse.storage.archive_read import ArchiveReader
from guesthouse.storage.archive_write import ArchiveWriter
from guesthouse.storage.connection import Place, look_inside, open_database, reader, sweep
from guesthouse.storage.entry_index import EntryIndex
from guesthouse.storage.lock import Lock
from guesthouse.storage.trouble import told

LOCK = "guesthouse.lock"


@dataclass(frozen=True)
class Hands:
    """What reads and writes in one transaction."""

    reader: ArchiveReader
    writer: ArchiveWriter
    index: EntryIndex


@contextmanager
def one_moment(place: Place, clock: Callable[[], datetime]) -> Iterator[ArchiveReader]:
    """The file as it is now, whatever is written into it meanwhile; a file that cannot be written can be read.

    Raises FileMissing, and any other Trouble about files.
    """
    if not place.file.exists():
        raise FileMissing(place.file)
    try:
        database = open_database(place, clock)
    except (ReadOnly, FolderUnusable):
        look_inside(place, set(migrations.names()))
        database = Database(reader(place), execute_plugins=False)
    try:
        with told(place.file):
            database.execute("PRAGMA temp_store = MEMORY")
            database.execute("PRAGMA cache_size = -2000")  # KiB: everything is read about once
            database.execute("BEGIN")
            yield ArchiveReader(database)
    finally:
        database.close()


@contextmanager
def nothing_here() -> Iterator[ArchiveReader]:
    """What a file holds that was never made."""
    database = Database(dbapi2.connect(":memory:", isolation_level=None), execute_plugins=False)
    try:
        migrations.steps.apply(database)
        yield ArchiveReader(database)
    finally:
        database.close()


@contextmanager
def changing(place: Place, clock: Callable[[], datetime], *, locked: bool) -> Iterator[Hands]:
    """The file in one transaction, which ends with all of it or nothing; made where there is none.

    The lock of the folder is held meanwhile, unless the caller holds it. Raises any Trouble about files.
    """
    lock = None if locked else Lock(place.file.with_name(LOCK))
    try:
        database = open_database(place, clock)
        try:
            with told(place.file), database.atomic():
                yield Hands(ArchiveReader(database), ArchiveWriter(database), EntryIndex(database))
        finally:
            sweep(database)
            database.close()
    finally:
        if lock is not None:
            lock.release()
