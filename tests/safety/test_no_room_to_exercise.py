"""A full disk around an exercise: told, and nothing is changed by halves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guesthouse.domain.exercise import LINE, Sat
from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.house import House, check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, opened
from tests.safety.test_no_room import KINDS, SmallDisk, SmallFiles

MINE = "mine, " * 4_000


@pytest.fixture(params=KINDS)
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallDisk | SmallFiles]:
    """A place with little room."""
    folder = tmp_path / "small"
    folder.mkdir()
    disk = KINDS[request.param](folder)
    yield disk
    disk.close()


def state(house: House, sitting_id: str) -> object:
    """Everything around an exercise that one could look at."""
    return (
        house.ratings.of(sitting=sitting_id),
        house.exercises.draft(),
        house.heavy.is_marked("heavy"),
        house.sittings.going_exercise(),
    )


def tried(small: SmallDisk | SmallFiles, house: House, sitting_id: str, verb: Callable[[], object]) -> int:
    """Try it with a little more room each time, until it is done; how often that was told, with nothing changed."""
    for told in range(40):
        there = state(house, sitting_id)
        try:
            verb()
        except small.trouble:
            assert state(house, sitting_id) == there
            small.give(4096)
        else:
            return told
    return 40


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_every_verb_is_done_or_told(small: SmallDisk | SmallFiles, key: bytes | None) -> None:
    """What is long is told; what writes little is done, or told and nothing has changed. Room comes bit by bit."""
    house = opened(small.folder, key=key)
    sitting = house.sittings.begin(Sat("ex-ladder", "Noticing ladder"))
    house.sittings.answer(sitting.id, LINE, "before")
    house.heavy.mark("heavy before")
    before = Ratings(room=3)
    house.ratings.keep(Moment.BEFORE, before, sitting=sitting.id)
    verbs: dict[str, Callable[[], object]] = {
        "answer": lambda: house.sittings.answer(sitting.id, LINE, MINE),
        "draft": lambda: house.exercises.keep_draft(MINE),
        "rate": lambda: house.ratings.keep(Moment.AFTER, Ratings(room=4), sitting=sitting.id),
        "mark": lambda: house.heavy.mark("heavy"),
    }
    small.fill()
    assert sum(tried(small, house, sitting.id, verb) for verb in verbs.values()) > 0
    small.clear()
    for verb in verbs.values():
        verb()
    house.close()
    check_house(Paths.under(small.folder), key)
    again = opened(small.folder, key=key)
    kept = again.sittings.one(sitting.id)
    assert kept is not None and kept.answers == {LINE: MINE} and again.exercises.draft() == MINE
    assert again.ratings.of(sitting=sitting.id) == {Moment.BEFORE: before, Moment.AFTER: Ratings(room=4)}
    assert again.heavy.is_marked("heavy") and again.heavy.is_marked("heavy before")
    again.close()
