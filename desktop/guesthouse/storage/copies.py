"""What stands in a copy, and the file a copy is made of: opened without changing either."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from guesthouse.domain.safekeeping import Inside
from guesthouse.errors import NotADatabase, PassphraseNeeded
from guesthouse.storage import migrations
from guesthouse.storage.connection import Place, connect, look_inside, reader
from guesthouse.storage.counting import count, fingerprint
from guesthouse.storage.header import MAGIC, look_at_header
from guesthouse.storage.trouble import told


def is_plain(file: Path) -> bool:
    """Whether it begins as a database that anybody can read; raises OSError."""
    with file.open("rb") as opened:
        return opened.read(len(MAGIC)) == MAGIC


@contextmanager
def opened(place: Place) -> Iterator[dbapi2.Connection]:
    """A connection to the file for reading, beside an open house too; raises any Trouble about files.

    Where it can be written it is opened like that: else nobody could tell whether somebody begins to write meanwhile.
    """
    try:
        look_at_header(place.file, keyed=place.key is not None)
    except NotADatabase:
        raise (PassphraseNeeded if _may_be_sealed(place) else NotADatabase)(place.file) from None
    look_inside(place, set(migrations.names()))
    writable = os.access(place.file, os.W_OK) and os.access(place.file.resolve().parent, os.W_OK | os.X_OK)
    with closing(connect(place).conn if writable else reader(place)) as connection:
        yield connection


def look(file: Path, key: bytes | None) -> Inside:
    """How much a copy holds. Raises WrongKey, NotOurs, TooNew, FileDamaged, NotADatabase, FolderUnusable.

    Most of it is not read: it may still be damaged.
    """
    with _read(file, key) as connection:
        return count(connection)


def now_inside(place: Place) -> str:
    """The fingerprint of the file itself, empty where nothing is kept in it; raises as :func:`opened` does."""
    with opened(place) as connection, told(place.file):
        return fingerprint(connection)


def content_of(file: Path, key: bytes | None) -> str:
    """A fingerprint of what a copy holds, to be compared with that of the file; raises as :func:`look` does."""
    with _read(file, key) as connection:
        return fingerprint(connection)


@contextmanager
def _read(file: Path, key: bytes | None) -> Iterator[dbapi2.Connection]:
    place = Place(file, file.parent, key)
    look_at_header(file, keyed=key is not None)
    look_inside(place, set(migrations.names()))
    with told(file), closing(reader(place)) as connection:
        yield connection


def _may_be_sealed(place: Place) -> bool:
    return place.key is None and place.file.is_file() and place.file.stat().st_size % 4096 == 0
