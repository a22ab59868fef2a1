"""The bar for the visitor one attends to: how near it stays, another way to look at it, and how it is now."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from guesthouse.domain.errand import Take
from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.qt.preferences import Preferences
from guesthouse.shared import SCENES
from guesthouse.sim.frame import Doing
from guesthouse.ui.canvas.callers import Callers
from tests.ui.visitors.room import Room

TAKEN = "Both seats are taken. It can stay where it is."


def doing(room: Room, row: int = 0) -> Doing:
    found = room.page.stage.callers.index(row).data(Callers.DoingRole)
    assert isinstance(found, Doing)
    return found


def test_it_comes_with_the_focus_and_stays_on_the_way_to_its_buttons(room: Room) -> None:
    beside = room.page.bars.above.beside
    room.let_in("I always mess up")
    assert not beside.isVisible()
    room.attend()
    assert beside.isVisible() and beside.words.accessibleName() == "I always mess up"
    QTest.keyClick(room.page.stage.here, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is beside.seat_button and beside.isVisible()
    for button in (beside.gate_button, beside.another_button):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert room.page.door.field.hasFocus()


def test_long_words_are_cut_softly_and_named_whole(room: Room) -> None:
    words = "a long one\nthat goes on and on " * 20
    room.page.receive(words)
    beside = room.attend()
    assert beside.words.accessibleName() == words
    assert beside.seat_button.accessibleDescription() == words
    assert beside.height() < 60, "one line"


def test_when_the_visitor_has_gone_the_bar_goes_and_the_focus_stays_here(room: Room) -> None:
    room.let_in("I always mess up")
    beside = room.attend()
    beside.another_button.setFocus()
    room.wait(25 * 60)
    assert room.here == [] and not beside.isVisible() and beside.words.text() == ""
    assert room.page.stage.here.hasFocus()


def test_you_can_sit_there(room: Room) -> None:
    room.let_in("I always mess up")
    room.wait(8)
    room.attend().seat_button.click()
    assert "seat" in room.notice
    room.wait(60)
    assert doing(room) is Doing.SITTING and room.here == ["I always mess up"]


def test_by_the_gate(room: Room) -> None:
    room.let_in("I always mess up")
    room.wait(20)
    room.attend().gate_button.click()
    room.wait(60)
    assert room.here == ["I always mess up"], "it is near or far, never away"
    assert doing(room) is not Doing.LEAVING


def test_when_both_seats_are_taken_it_can_stay_where_it_is(room: Room) -> None:
    for words in ("one", "two", "three"):
        room.let_in(words)
        room.wait(12)
    for row in range(2):
        room.attend(row).seat_button.click()
        assert room.notice != TAKEN
    room.attend(2).seat_button.click()
    assert room.notice == TAKEN and room.here == ["one", "two", "three"]


@pytest.mark.parametrize("scene", SCENES)
def test_no_button_makes_anyone_go(room: Room, scene: str) -> None:
    room.choose(room.page.controls.scene_box, scene)
    room.let_in("I always mess up")
    room.attend()
    texts = [button.text() for button in room.page.findChildren(QAbstractButton) if button.isVisible()]
    assert "Look at it another way" in texts
    unwelcome = r"\b(away|delete|clear|remove|release|gone|faster|leave|out)\b"
    assert not [text for text in texts if re.search(unwelcome, text, re.IGNORECASE)]
    near = {"garden": "By the gate", "bench": "By the willow"}.get(scene)
    assert ("You can sit there" in texts) is (near is not None)
    assert near is None or near in texts


def test_another_way_takes_its_words_along(room: Room) -> None:
    took: list[tuple[str, object]] = []
    room.page.carried.connect(lambda name, thing: took.append((name, thing)))
    room.let_in("I always mess up")
    room.page.controls.exercises_button.click()
    beside = room.attend()
    beside.another_button.click()
    room.page.controls.exercises_button.click()
    room.let_in("passes by", keep=False)
    room.attend(1).another_button.click()
    mess = Take("I always mess up")
    assert took == [
        ("exercises", Take()),
        ("exercises", mess),
        ("exercises", mess),
        ("exercises", Take("passes by", keep=False)),
    ]
    assert room.here == ["I always mess up", "passes by"], "they stay"


def test_letters_typed_there_go_to_the_field_and_esc_stops_at_once(room: Room) -> None:
    stopped: list[bool] = []
    room.page.stopped.connect(lambda: stopped.append(True))
    room.let_in("I always mess up")
    beside = room.attend()
    QTest.keyClicks(beside.seat_button, "hi")
    assert room.page.door.field.words() == "hi"
    room.page.stop()
    assert stopped == [True] and not beside.isVisible()


class TestHowIsItNow:
    """Only where ratings are switched on."""

    @pytest.fixture
    def asked(self, preferences: Preferences, make_room: Callable[..., Room]) -> Room:
        preferences.ratings = True
        return make_room()

    def ask(self, room: Room, row: int = 0) -> None:
        room.attend(row).rate_button.click()

    def give(self, room: Room, grip: int) -> None:
        card = room.page.rating.card
        card.sliders["grip"].setValue(grip)
        card.go_on.click()

    def test_it_is_not_offered_otherwise(self, room: Room, preferences: Preferences) -> None:
        room.let_in("I always mess up")
        assert not room.attend().rate_button.isVisible()
        preferences.ratings = True
        assert room.attend().rate_button.isVisible()

    def test_first_before_then_after_with_what_was_before(self, asked: Room) -> None:
        asked.let_in("I always mess up")
        visit = asked.visits[0].id
        self.ask(asked)
        card = asked.page.rating.card
        assert card.isVisible() and card.moment is Moment.BEFORE
        self.give(asked, 70)
        assert not card.isVisible() and asked.page.stage.here.hasFocus()
        self.ask(asked)
        assert card.moment is Moment.AFTER
        said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
        assert "Lower is not the goal." in said
        assert not any(re.search(r"\d", text) for text in said)
        self.give(asked, 40)
        kept = asked.house.ratings.of(visit=visit)
        assert kept == {Moment.BEFORE: Ratings(grip=70), Moment.AFTER: Ratings(grip=40)}

    def test_of_an_unwritten_thought_nothing_is_kept(self, asked: Room) -> None:
        asked.let_in("passes by", keep=False)
        before = asked.everything()
        self.ask(asked)
        self.give(asked, 70)
        self.ask(asked)
        assert asked.page.rating.card.moment is Moment.AFTER, "it is known as long as it is here"
        self.give(asked, 40)
        assert asked.everything() == before

    def test_skipping_keeps_nothing(self, asked: Room) -> None:
        asked.let_in("I always mess up")
        before = asked.everything()
        self.ask(asked)
        asked.page.rating.card.skip.click()
        assert asked.everything() == before and not asked.page.rating.card.isVisible()

    def test_esc_stops_there_too(self, asked: Room) -> None:
        stopped: list[bool] = []
        asked.page.stopped.connect(lambda: stopped.append(True))
        asked.let_in("I always mess up")
        self.ask(asked)
        asked.page.stop()
        assert stopped == [True] and not asked.page.rating.card.isVisible() and asked.page.door.isVisible()

    def test_it_is_no_time_of_watching(self, asked: Room) -> None:
        asked.choose(asked.page.controls.length_box, "2")
        asked.let_in("I always mess up")
        self.ask(asked)
        asked.wait(300)
        assert not asked.page.bars.time_is_up.isVisible()
        self.give(asked, 10)
        asked.wait(121)
        assert asked.page.bars.time_is_up.isVisible()
