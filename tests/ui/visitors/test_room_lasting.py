"""A length one chooses ends quietly, after time that was watched; nothing counts down before it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from guesthouse.domain.errand import Watch
from guesthouse.domain.visit import Departure
from guesthouse.qt.preferences import Preferences
from tests.ui.visitors.room import Room


@pytest.fixture
def watching(room: Room) -> Room:
    """Two minutes are chosen, and a thought is here."""
    room.choose(room.page.controls.length_box, "2")
    room.page.lasting.end()
    room.let_in("I always mess up")
    return room


def over(room: Room) -> bool:
    return room.page.bars.time_is_up.isVisible()


def test_the_lengths(room: Room) -> None:
    box = room.page.controls.length_box
    texts = [box.itemText(row) for row in range(box.count())]
    assert texts == ["Open", "2 minutes", "3 minutes", "5 minutes", "10 minutes"]
    assert box.currentText() == "Open" and box.accessibleName() == "Length"


def test_open_never_ends(room: Room) -> None:
    room.let_in("I always mess up")
    room.wait(1300)
    assert not over(room)


def test_it_ends_after_that_much_watching(watching: Room) -> None:
    watching.wait(119)
    assert not over(watching)
    watching.wait(2)
    assert over(watching)


def test_nothing_counts_down(watching: Room) -> None:
    def texts() -> set[str]:
        widgets = watching.page.findChildren(QLabel) + watching.page.findChildren(QPushButton)
        return {widget.text() for widget in widgets if widget.isVisible()}

    before = texts()
    watching.wait(110)
    assert texts() == before


def test_paused_time_does_not_count(watching: Room) -> None:
    watching.wait(60)
    watching.page.controls.pause_button.click()
    watching.wait(600)
    watching.page.controls.pause_button.click()
    watching.wait(59)
    assert not over(watching)
    watching.wait(2)
    assert over(watching)


def test_hidden_time_does_not_count(watching: Room) -> None:
    watching.wait(60)
    watching.page.stage.conductor.set_shown(False)
    watching.wait(600)
    watching.page.stage.conductor.set_shown(True)
    watching.wait(59)
    assert not over(watching)
    watching.wait(2)
    assert over(watching)


def test_an_hour_asleep_does_not_count(watching: Room) -> None:
    watching.wait(60)
    watching.clock.now += 3600 * 1_000_000
    watching.page.lasting.look()
    assert not over(watching)


def test_still_lasts_as_long(watching: Room) -> None:
    watching.page.controls.still_button.click()
    watching.wait(119)
    assert not over(watching)
    watching.wait(2)
    assert over(watching)


def test_it_begins_with_the_first_thought_or_the_choice_of_a_scene(
    make_room: Callable[..., Room], preferences: Preferences
) -> None:
    preferences.length = "2"
    room = make_room()
    assert room.page.controls.length_box.currentText() == "2 minutes", "it is remembered"
    room.wait(500)
    assert not over(room), "nobody has begun"
    room.choose(room.page.controls.scene_box, "stream")
    room.wait(119)
    assert not over(room)
    room.wait(2)
    assert over(room), "empty water can be watched, too"


def test_nothing_looks_at_a_clock_without_need(room: Room) -> None:
    timer = room.page.lasting._timer
    assert not timer.isActive()
    room.let_in("I always mess up")
    assert not timer.isActive(), "as long as one likes"
    room.choose(room.page.controls.length_box, "2")
    assert timer.isActive()
    room.page.stage.conductor.set_shown(False)
    assert not timer.isActive()
    room.page.stage.conductor.set_shown(True)
    assert timer.isActive()


def test_the_end_is_the_room_and_the_next_five_minutes(watching: Room) -> None:
    watching.wait(121)
    card = watching.page.bars.time_is_up
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert said.startswith("That is the time you chose.")
    assert "Look around the room" in said and "name three things" in said
    assert "What do you want to do with the next five minutes?" in said
    assert "again to make a thought go away tends to feed it" in said
    assert not re.search(r"\d|!|good|well done|proud|gone|release", said)
    assert [button.text() for button in card.findChildren(QPushButton)] == ["Done"]
    assert not watching.page.controls.isVisible() and not watching.page.door.isVisible()
    assert watching.here == ["I always mess up"], "nobody is sent away"


def test_done_sees_everyone_off_and_leads_home(watching: Room) -> None:
    went: list[str] = []
    watching.page.wanted.connect(went.append)
    watching.wait(121)
    watching.page.bars.time_is_up.button.click()
    assert went == ["home"] and watching.here == []
    assert [visit.departure for visit in watching.visits] == [Departure.STOPPED]
    assert watching.page.controls.isVisible() and watching.page.door.isVisible() and not over(watching)
    watching.wait(500)
    assert not over(watching), "it begins with the next thought"


def test_where_a_practice_waits_done_leads_back_to_it(watching: Room) -> None:
    went: list[str] = []
    watching.page.wanted.connect(went.append)
    watching.page.receive(Watch("They will find out"))
    watching.wait(121)
    watching.page.bars.time_is_up.button.click()
    assert went == ["practices"] and not watching.page.way_back.isVisible()


def test_esc_stops_there_as_ever(watching: Room) -> None:
    stopped: list[bool] = []
    watching.page.stopped.connect(lambda: stopped.append(True))
    watching.wait(121)
    watching.page.stop()
    assert stopped == [True] and not over(watching) and watching.here == []


def test_a_sentence_is_not_interrupted_and_no_letter_presses_the_button(watching: Room) -> None:
    watching.wait(117)
    QTest.keyClicks(watching.page.door.field, "and then I ")
    watching.wait(7)
    assert not over(watching)
    watching.wait(6)
    assert over(watching)
    title = watching.page.bars.time_is_up.title
    assert title.hasFocus()
    QTest.keyClicks(title, "went home")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert over(watching) and watching.page.door.field.words() == "and then I "
