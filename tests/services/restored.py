"""A home with a file in it, plain or sealed, for the tests of restoring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guesthouse.house import check_house
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.services.restoring import Restoring
from guesthouse.storage.connection import Place
from guesthouse.storage.key_slots import slots_for, write_slots
from tests.safety.hands import KEY, Clock, contents, let_in, opened

OTHER = bytes(range(32, 64))
NOW, THEN = "the passphrase of today", "the passphrase of then"


@dataclass
class Home:
    """A folder with a file in it."""

    paths: Paths
    clock: Clock
    key: bytes | None

    @property
    def restoring(self) -> Restoring:
        return Restoring(self.paths, self.clock)

    @property
    def backups(self) -> Backups:
        return Backups(Place(self.paths.database, self.paths.backups, self.key), self.paths, self.clock)

    def known(self, key: bytes | None) -> list[str]:
        """The words in it, all of it looked through."""
        check_house(self.paths, key)
        house = opened(self.paths.data, key=key, clock=self.clock)
        words = sorted(guest.words for guest in house.guest_book.find(limit=100))
        house.close()
        return words


def home(folder: Path, key: bytes | None, passphrase: str, *words: str) -> Home:
    folder.mkdir()
    made = Home(Paths.under(folder), Clock(), key)
    house = opened(folder, key=key, clock=made.clock)
    for each in words:
        let_in(house, each)
    house.close()
    if key is not None:
        write_slots(made.paths.keys, slots_for(key).with_passphrase(key, passphrase))
    return made


KINDS = {"plain": None, "sealed": KEY, "sealed otherwise": OTHER}


def as_it_was(today: Home, before: dict[str, bytes]) -> bool:
    """Whether nothing in the folder has changed, but for what the lock leaves."""
    passing = {"guesthouse.lock", "backups.lock"}
    now = contents(today.paths.data)
    return {name: now[name] for name in set(now) - passing} == {name: before[name] for name in set(before) - passing}


def changed(change: Callable[[bytearray], object]) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        whole = bytearray(file.read_bytes())
        change(whole)
        file.write_bytes(whole)

    return make
