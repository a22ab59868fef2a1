"""kill -9 in the middle of a practice: every answer that was told as kept is there, whole, here or in the journal."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from guesthouse.domain.sitting import Kept, State
from guesthouse.house import House, check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, heard_until_killed, opened
from tests.safety.practising import text_of

ROUNDS = 8


def said_until_killed(folder: Path, round_: int, key: bytes | None, chance: random.Random) -> list[str]:
    """What the child said as kept, as ended or as on its way elsewhere, in its order."""
    line = [sys.executable, "-m", "tests.safety.practising", str(folder), str(round_), *([key.hex()] if key else [])]
    return heard_until_killed(line, 2 + chance.randrange(60), chance.uniform(0, 0.01))


class Told:
    """What is known of one round and those before it."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.kept, self.ended, self.leaving = dict[str, str](), set[str](), dict[str, str]()
        self.drafted, self.noticed = "", list[str]()

    def hear(self, what: str, sitting: str, name: str) -> None:
        """One line of the child."""
        if what == "kept":
            self.kept[sitting] = name
        elif what == "ended":
            self.ended.add(sitting)
        elif what in ("moving", "dropping"):
            self.leaving[sitting] = what
        elif what == "draft":
            self.drafted = name
        elif what == "noticed":
            self.noticed.append(name)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_what_was_told_as_kept_is_there(tmp_path: Path, key: bytes | None) -> None:
    chance, told = random.Random(5), Told()
    for round_ in range(ROUNDS):
        for line in said_until_killed(tmp_path, round_, key, chance):
            told.hear(*[*line.split(), "", ""][:3])
        check_house(Paths.under(tmp_path), key)
        house = opened(tmp_path, key=key)
        look_for(house, told)
        for sitting in iter(house.sittings.going, None):  # whoever comes back leaves it, and begins another
            house.sittings.stop(sitting.id)
            told.ended.discard(sitting.id)
        house.close()
    assert len(told.kept) > 20 and set(told.leaving.values()) == {"moving", "dropping"}


def look_for(house: House, told: Told) -> None:
    for sitting_id, name in told.kept.items():
        sitting = house.sittings.one(sitting_id)
        assert sitting is not None
        if sitting_id in told.ended:
            assert sitting.state is State.FINISHED
        if sitting.kept is Kept.NOWHERE:
            assert told.leaving[sitting_id] == "dropping" and sitting.answers == {}
            continue
        text = sitting.answers.get("line")
        if sitting.kept is Kept.JOURNAL:
            assert told.leaving[sitting_id] == "moving" and sitting.answers == {} and sitting.entry is not None
            entry = house.journal.entry(sitting.entry)
            assert entry is not None
            text = entry.text
        assert isinstance(text, str)
        later = text.split(maxsplit=1)[0]
        assert later == name or int(later.rpartition("-")[2]) == int(name.rpartition("-")[2]) + 1, "untold, but later"
        assert text == text_of(later)
    words = [noticing.things[0].word for noticing in house.noticings.latest(10_000)]
    assert set(told.noticed) <= set(words) and len(words) == len(set(words))
    drafted = [thing.word for thing in house.noticings.draft()[0]]
    assert drafted == [] or drafted[0] not in told.noticed
    assert not told.drafted or told.drafted in words or drafted, "what was half noticed is kept, or still there"
