"""kill -9 in the middle of an exercise: what was told as kept is there, whole, and it can be taken up again."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.domain.sitting import State
from guesthouse.house import House, check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, heard_until_killed, opened
from tests.safety.practising import text_of

ROUNDS = 6


class Told:
    """What is known of one round and those before it."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.kept, self.rated, self.heavy = dict[str, str](), dict[str, int](), list[str]()
        self.ended, self.drafted = set[str](), ""

    def hear(self, what: str, sitting: str, name: str) -> None:
        """One line of the child."""
        if what == "kept":
            self.kept[sitting] = name
        elif what == "rated":
            self.rated[sitting] = int(name)
        elif what == "heavy":
            self.heavy.append(name)
        elif what == "draft":
            self.drafted = name
        elif what == "ended":
            self.ended.add(sitting)


def told_until_killed(folder: Path, round_: int, key: bytes | None, chance: random.Random) -> list[str]:
    """What the child said, in its order."""
    line = [sys.executable, "-m", "tests.safety.exercising", str(folder), str(round_), *([key.hex()] if key else [])]
    return heard_until_killed(line, 4 + chance.randrange(40), chance.uniform(0, 0.01))


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_what_was_told_as_kept_is_there(tmp_path: Path, key: bytes | None) -> None:
    chance, told = random.Random(11), Told()
    for round_ in range(ROUNDS):
        for line in told_until_killed(tmp_path, round_, key, chance):
            told.hear(*[*line.split(), "", ""][:3])
        check_house(Paths.under(tmp_path), key)
        house = opened(tmp_path, key=key)
        look_for(house, told)
        assert house.sittings.going() is None  # none of them is a practice
        house.close()
    assert len(told.kept) > 12 and len(told.ended) > 6


def look_for(house: House, told: Told) -> None:
    for sitting_id, name in told.kept.items():
        sitting = house.sittings.one(sitting_id)
        assert sitting is not None and sitting.answers == {"line": text_of(name)}
        if sitting_id in told.ended:
            assert sitting.state is State.FINISHED
        if sitting_id in told.rated:
            assert house.ratings.of(sitting=sitting_id) == {Moment.BEFORE: Ratings(room=told.rated[sitting_id])}
    for name in told.heavy:
        assert house.heavy.is_marked(name.upper())
    if told.drafted:
        said, number = told.drafted.rsplit("-", 1)
        assert house.exercises.draft() in (told.drafted, f"{said}-{int(number) + 1}")
    going = house.sittings.going_exercise()
    if told.kept:
        assert going is None or going.practice == "ex-ladder"
