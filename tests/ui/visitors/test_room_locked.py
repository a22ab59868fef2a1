"""The Visitors room over a lock: what is half-typed, who is here, and what is dropped."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from guesthouse.domain.visit import Departure
from guesthouse.house import House, open_house
from guesthouse.paths import Paths
from guesthouse.qt.preferences import Preferences
from tests.ui.visitors.room import Room


@pytest.fixture
def lock_and_unlock(room: Room, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[], House]:
    """Closes the house for a while, as a lock does, and opens it again."""

    def again() -> House:
        room.page.save()
        room.page.let_go()
        now = datetime(2026, 5, 3, 9, 30, tzinfo=UTC)
        staying = room.house.close(staying=True)
        paths = Paths.under(tmp_path / "house")
        room.house = open_house(paths, clock=lambda: now, random=random.Random(2), staying=staying)
        request.addfinalizer(room.house.close)
        room.page.welcome(room.house)
        return room.house

    return again


def test_who_is_written_down_goes_on_and_leaves_in_its_own_time(
    room: Room, lock_and_unlock: Callable[[], House]
) -> None:
    room.let_in("I always mess up")
    room.let_in("nowhere", keep=False)
    room.wait(5)
    lock_and_unlock()

    assert room.here == ["I always mess up"]
    assert [visit.departure for visit in room.visits] == [None]
    room.page.stage.conductor.set_shown(True)
    room.wait(3600, step=1)
    assert room.here == []
    assert [visit.departure for visit in room.visits] == [Departure.OVER_THE_HILL]


def test_stop_after_a_lock_ends_the_visit(room: Room, lock_and_unlock: Callable[[], House]) -> None:
    room.let_in("I always mess up")
    lock_and_unlock()
    room.page.stop()

    assert [visit.departure for visit in room.visits] == [Departure.STOPPED]


def test_a_rating_goes_on_with_the_visitor_that_stayed(room: Room, lock_and_unlock: Callable[[], House]) -> None:
    room.let_in("I always mess up")
    lock_and_unlock()
    beside = room.attend()

    assert beside.caller is not None and beside.caller.words == "I always mess up"
    assert beside.caller.visit_id == room.visits[0].id


def test_time_is_up_at_the_same_time_of_watching_as_without_a_lock(
    room: Room, lock_and_unlock: Callable[[], House]
) -> None:
    room.choose(room.page.controls.length_box, "5")
    room.let_in("I always mess up")
    room.wait(200)
    lock_and_unlock()
    room.page.stage.conductor.set_shown(True)
    room.page.lasting.look()
    room.wait(90)
    assert not room.page.bars.time_is_up.isVisible()
    room.wait(15)
    assert room.page.bars.time_is_up.isVisible()


@pytest.mark.parametrize("keep_by_default", [True, False])
def test_a_half_typed_thought_is_there_again_whatever_the_usual_is(
    room: Room, preferences: Preferences, lock_and_unlock: Callable[[], House], keep_by_default: bool
) -> None:
    preferences.keep_by_default = keep_by_default
    room.page.door.unwritten_box.setChecked(False)
    QTest.keyClicks(room.page.door.field, "half a thought")
    assert not room.page.drops()
    house = lock_and_unlock()

    assert house.visitors.draft() == "half a thought"
    assert room.page.door.field.words() == "half a thought" and room.page.door.keeps


def test_what_must_not_be_written_down_is_dropped_and_that_is_told_before(
    room: Room, lock_and_unlock: Callable[[], House]
) -> None:
    room.page.door.unwritten_box.setChecked(True)
    assert not room.page.drops()
    QTest.keyClicks(room.page.door.field, "half a thought")
    assert room.page.drops()
    house = lock_and_unlock()

    assert house.visitors.draft() == "" and room.page.door.field.words() == ""
    assert not room.page.drops()


def test_somebody_on_stage_who_is_written_nowhere_is_told_of_too(room: Room) -> None:
    room.let_in("I always mess up")
    assert not room.page.drops()
    room.let_in("nowhere", keep=False)
    assert room.page.drops()
