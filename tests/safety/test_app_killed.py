"""kill -9 of the whole app, twenty times: what it had shown as kept is there, and the file is whole."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from guesthouse.domain.journal import Wanted
from guesthouse.house import House, check_house
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from tests.safety.hands import Clock, heard_until_killed, opened

ROUNDS = 10
PASSPHRASE = "a wall of rain"


def lived_until_killed(folder: Path, round_: int, passphrase: str | None, chance: random.Random) -> list[str]:
    """What the app showed, as somebody in it says: killed while it opens, or some tenths of a second into the next."""
    line = [sys.executable, "-m", "tests.safety.dwelling", str(folder), str(round_), *([passphrase] * bool(passphrase))]
    lines = 0 if round_ % 5 == 4 else chance.randrange(2, 12)
    return heard_until_killed(line, lines, chance.uniform(0, 1.2))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "sealed"])
def test_the_whole_app_killed_again_and_again(tmp_path: Path, passphrase: str | None) -> None:
    chance, paths = random.Random(17), Paths.under(tmp_path)
    opened(tmp_path).close()
    keeping, key = Keeping(paths, Clock()), None
    if passphrase is not None:
        key = keeping.strongbox.seal(passphrase).key
    thoughts, pages, halves = list[str](), list[str](), list[str]()
    for round_ in range(ROUNDS):
        for said in lived_until_killed(tmp_path, round_, passphrase, chance):
            what, _, name = said.strip().partition(" ")
            {"thought": thoughts, "kept": pages, "typed": halves}.get(what, []).append(name)
        if passphrase is not None:
            assert keeping.strongbox.unlock(passphrase) == key
        check_house(paths, key)
        house = opened(tmp_path, key=key)
        look_for(house, thoughts, pages)
        house.close()

    assert len(thoughts) > 8 and len(pages) > 5


def look_for(house: House, thoughts: list[str], pages: list[str]) -> None:
    """Every thought and every page is there; what was half-typed is not older than the last page."""
    there = {guest.words for guest in house.guest_book.find(limit=1000)}
    assert [name for name in thoughts if f"thought {name} that comes" not in there] == []
    for name in pages:
        found = house.journal.find(Wanted(text=f'"page {name} that stays"'))
        assert len(house.journal.lines(found, 0, 5)) == 1, name
    draft = house.visitors.draft()
    if pages and draft:  # the page of the journal is written after the half-typed thought was left
        _, _, name = draft.removesuffix(" that comes").rpartition(" ")
        assert when(name) >= when(pages[-1])


def when(name: str) -> tuple[int, ...]:
    """The round and the number in a name like n3-14."""
    return tuple(int(part) for part in name[1:].split("-"))
