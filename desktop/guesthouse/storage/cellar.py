"""The journal's stores over one connection: the house's own, or another one for work that goes on beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlite_utils import Database

from guesthouse.storage.connection import Place, connect
from guesthouse.storage.entries import EntryStore
from guesthouse.storage.entry_finder import EntryFinder
from guesthouse.storage.entry_index import EntryIndex
from guesthouse.storage.guests import GuestStore
from guesthouse.storage.pictures import PictureStore
from guesthouse.storage.tags import TagStore
from guesthouse.storage.trouble import told


@dataclass(frozen=True)
class Cellar:
    """What reads and writes entries."""

    database: Database
    entries: EntryStore
    finder: EntryFinder
    index: EntryIndex
    tags: TagStore
    pictures: PictureStore
    guests: GuestStore


def furnish(database: Database) -> Cellar:
    """The stores over this connection."""
    index, tags, pictures = EntryIndex(database), TagStore(database), PictureStore(database)
    return Cellar(
        database=database,
        entries=EntryStore(database, index, tags, pictures),
        finder=EntryFinder(database, index, tags),
        index=index,
        tags=tags,
        pictures=pictures,
        guests=GuestStore(database),
    )


@contextmanager
def apart(place: Place) -> Iterator[Cellar]:
    """Stores over a connection of their own, which may live in another thread; closed at the end.

    Raises any Trouble about files.
    """
    database = connect(place)
    try:
        with told(place.file):
            database.execute("PRAGMA foreign_keys = ON")
        yield furnish(database)
    finally:
        database.close()
