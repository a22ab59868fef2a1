"""kill -9 while one writes: every text that was told as kept is there, whole, and found."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from guesthouse.domain.journal import Wanted
from guesthouse.house import House, check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, opened
from tests.safety.nursery import Nursery
from tests.safety.writing import text_of

ROUNDS = 25


@pytest.mark.timeout(240)
@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_what_was_told_as_kept_is_there(tmp_path: Path, key: bytes | None) -> None:
    chance = random.Random(3)
    kept: dict[str, str] = {}
    with Nursery("tests.safety.writing", tmp_path, key) as nursery:
        for round_ in range(ROUNDS):
            for line in nursery.killed(round_, 3 + chance.randrange(40), chance.uniform(0, 0.004)):
                what, _, rest = line.strip().partition(" ")
                entry_id, _, name = rest.partition(" ")
                if what == "kept":
                    kept[entry_id] = name
                elif what == "erasing":
                    kept.pop(entry_id, None)
            check_house(Paths.under(tmp_path), key)
            house = opened(tmp_path, key=key)
            look_for(house, kept)
            house.close()
    assert len(kept) > 20


def look_for(house: House, kept: dict[str, str]) -> None:
    for entry_id, name in kept.items():
        entry = house.journal.entry(entry_id)
        assert entry is not None
        later = entry.title.rpartition("-")
        assert entry.title == name or int(later[2]) == int(name.rpartition("-")[2]) + 1, (
            "a later text may be kept untold"
        )
        assert entry.text == text_of(entry.title)
    for entry_id, name in list(kept.items())[-4:]:
        last = house.journal.entry(entry_id)
        assert last is not None
        found = house.journal.find(Wanted(text=f'"{last.title}"'))
        assert house.journal.place_in(found, entry_id) is not None, name
