"""Hands of the tests of the strongbox."""

from __future__ import annotations

from contextlib import closing

from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.storage.connection import Place
from tests.safety.hands import SECRET, Clock, contents, opened

WORDS = "open sesame"


def backups(paths: Paths, clock: Clock, key: bytes | None = None) -> Backups:
    return Backups(Place(paths.database, paths.backups, key), paths, clock)


def plain(paths: Paths) -> list[str]:
    """Every file in which the word stands."""
    return [name for name, data in contents(paths.data).items() if SECRET.encode() in data]


def count(paths: Paths, key: bytes | None) -> int:
    house = opened(paths.data, key=key)
    with closing(house):
        return house.guest_book.count("zinnoberwort")
