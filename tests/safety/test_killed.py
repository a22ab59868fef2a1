"""kill -9 at any moment: what was told as stored is there, what was told as forgotten is nowhere, the file is whole.

Two hundred times, on a plain and on a keyed file.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from guesthouse.domain.visit import Departure
from guesthouse.house import check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, contents, opened
from tests.safety.letting_in import words_of
from tests.safety.nursery import Nursery, moments

ROUNDS = 100


@pytest.mark.timeout(240)
@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_killed_again_and_again(tmp_path: Path, key: bytes | None) -> None:
    chance = random.Random(11)
    thoughts, forgotten, draft = dict[str, None](), list[str](), ""
    with Nursery("tests.safety.letting_in", tmp_path, key) as nursery:
        for round_ in range(ROUNDS):
            for line in nursery.killed(round_, *moments(chance, round_, most=24)):
                what, _, name = line.strip().partition(" ")
                if what == "thought":
                    thoughts[name] = None
                elif what == "forgetting":
                    del thoughts[name]
                elif what == "forgot":
                    forgotten.append(name)
                elif what == "draft":
                    draft = name
            if (tmp_path / "guesthouse.db").exists():
                check_house(Paths.under(tmp_path), key)
            if round_ % 10 == 9:  # else the next child is the first to open it again
                look_for(tmp_path, key, thoughts, draft)
    held = b"".join(contents(tmp_path).values())

    assert len(thoughts) > 200 and len(forgotten) > 40 and draft
    assert [name for name in forgotten if words_of(name)[-len(name) - 2 :].encode() in held] == []


def look_for(folder: Path, key: bytes | None, thoughts: dict[str, None], draft: str) -> None:
    """Open the house: every thought is there once, whole, found and no longer on stage; so is what was half-typed."""
    house = opened(folder, key=key)
    there = {guest.words: guest for guest in house.guest_book.find(limit=10_000)}
    assert [name for name in thoughts if words_of(name) not in there] == []
    assert len(there) - len(thoughts) <= ROUNDS, "what came in untold is one in each round at most"
    assert house.guest_book.count("n") == len(there), "nobody can be found who is no guest"
    for name in list(thoughts)[-5:]:
        guest = there[words_of(name)]
        assert guest in house.guest_book.find(name)
        (visit,) = house.guest_book.visits(guest.id)
        assert visit.departure is not None and (visit.departed is None) is (visit.departure is Departure.APP_CLOSED)
    if draft:
        typed = house.visitors.draft().split()[2]
        assert when(typed) >= when(draft), "a later draft may have been kept untold, never an earlier one"
    house.close()


def when(name: str) -> tuple[int, ...]:
    """The round and the number in a name like n3-14."""
    return tuple(int(part) for part in name[1:].split("-"))
