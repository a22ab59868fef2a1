"""Ratings before and after: off by default, without figures, and both dots quietly side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.ratings import NAMES, Moment, Ratings
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.stages import Stage
from guesthouse.ui.parts.rating_card import RatingCard
from guesthouse.ui.parts.rating_slider import RatingSlider
from tests.ui.exercises.run_hands import TINY, WORDS, shown
from tests.ui.walk import clipped, unnamed

KINDS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


@pytest.fixture
def run(qtbot: QtBot, look: Look, preferences: Preferences, house: House) -> ExerciseRun:
    return shown(qtbot, look, preferences, house)


@pytest.fixture
def card(qtbot: QtBot, look: Look, house: House) -> RatingCard:
    made = RatingCard(look)
    qtbot.addWidget(made)
    made.show_before(house.ratings.words)
    made.resize(700, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def heard_of(widget: QWidget) -> str:
    """Everything that a screen reader could read out of it."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    return " ".join(spoken.text(kind) for kind in KINDS)


def test_they_are_off_by_default(run: ExerciseRun) -> None:
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    assert run.stage is Stage.DOING
    run.showing.foot.go_on.click()
    assert run.stage is Stage.ENDING


def test_both_are_kept_with_the_sitting(run: ExerciseRun, house: House, preferences: Preferences) -> None:
    preferences.ratings = True
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    assert run.stage is Stage.BEFORE and not run.rating.card.aim.isVisible()
    assert house.sittings.going_exercise() is None
    run.rating.card.sliders["room"].setValue(20)
    run.rating.card.go_on.click()
    run.showing.foot.go_on.click()
    assert run.stage is Stage.AFTER and run.rating.card.aim.text() == "Lower is not the goal."
    assert run.rating.card.aim.isVisible()
    run.rating.card.sliders["room"].setValue(80)
    run.rating.card.sliders["sting"].setValue(100)
    run.rating.card.go_on.click()

    (kept,) = house.sittings.of("ex-tiny")
    assert house.ratings.of(sitting=kept.id) == {
        Moment.BEFORE: Ratings(room=20),
        Moment.AFTER: Ratings(room=80, sting=100),
    }


def test_skip_is_there_both_times_and_keeps_nothing(run: ExerciseRun, house: House, preferences: Preferences) -> None:
    preferences.ratings = True
    run.resize(720, 520)
    run.begin(TINY, WORDS)
    run.asking.yes.click()
    run.rating.card.sliders["grip"].setValue(20)
    for _ in range(2):
        assert run.rating.card.skip.isVisible() and not run.rating.card.skip.visibleRegion().isEmpty()
        run.rating.card.skip.click()
        if run.stage is Stage.DOING:
            run.showing.foot.go_on.click()
    (kept,) = house.sittings.of("ex-tiny")
    assert run.stage is Stage.ENDING and house.ratings.of(sitting=kept.id) == {}


def test_what_is_taken_up_again_is_not_asked_twice(run: ExerciseRun, house: House, preferences: Preferences) -> None:
    preferences.ratings = True
    going = house.sittings.begin(TINY.sat)
    house.ratings.keep(Moment.BEFORE, Ratings(grip=5), sitting=going.id)
    run.begin(TINY, WORDS, sitting=house.sittings.one(going.id))
    run.asking.yes.click()
    assert run.stage is Stage.DOING
    run.showing.foot.go_on.click()
    run.rating.card.go_on.click()
    assert house.ratings.of(sitting=going.id) == {Moment.BEFORE: Ratings(grip=5)}


def test_room_leads_and_there_is_no_figure_anywhere(card: RatingCard, house: House) -> None:
    assert list(card.sliders) == list(NAMES) == ["room", "grip", "believable", "sting", "willing"]
    for step in range(0, 101, 10):
        for slider in card.sliders.values():
            slider.setValue(step)
        for widget in card.findChildren(QWidget):
            assert not any(letter.isdigit() for letter in heard_of(widget)), heard_of(widget)
            if isinstance(widget, QLabel):
                assert not any(letter.isdigit() for letter in widget.text())
            assert QAccessible.queryAccessibleInterface(widget).valueInterface() is None
    card.show_after(house.ratings.words, Ratings(room=7, sting=99))
    assert not any(letter.isdigit() for widget in card.findChildren(QWidget) for letter in heard_of(widget))


def test_words_say_where_it_stands(card: RatingCard, house: House) -> None:
    room = card.sliders["room"]
    assert "not said" in heard_of(room) and "How much room do you have" in heard_of(room)
    told = []
    for value in (0, 30, 50, 70, 100):
        room.setValue(value)
        told.append(room.stands())
    assert told == ["“none”", "nearer to “none”", "between “none” and “plenty”", "nearer to “plenty”", "“plenty”"]
    card.show_after(house.ratings.words, Ratings(room=0))
    assert "Before: “none”" in heard_of(card.sliders["room"]) and "not said" in heard_of(card.sliders["room"])


def around(slider: RatingSlider, value: int) -> QImage:
    """What is painted where a handle with this value would stand."""
    spot = QRect(0, 0, slider.height() - 8, slider.height() - 8)
    left, right = slider._ends()
    spot.moveCenter(QPoint(round(left + (right - left) * value / 100), slider.rect().center().y()))
    return slider.grab(spot).toImage()


def test_nothing_stands_on_the_line_until_something_is_said(card: RatingCard, house: House) -> None:
    room, grip = card.sliders["room"], card.sliders["grip"]
    room.setFocus()
    line = around(grip, 30)
    assert around(grip, 50) == line, "an untouched handle in the middle reads as an answer of half"
    grip.setFocus()
    ring = around(grip, 50)
    assert ring != around(grip, 30)
    QTest.keyClick(grip, Qt.Key.Key_Space)
    assert around(grip, 50) != ring
    QTest.keyClick(grip, Qt.Key.Key_Backspace)
    assert around(grip, 50) == ring
    card.show_after(house.ratings.words, Ratings(grip=50))
    room.setFocus()
    pale = around(grip, 50)
    assert pale != line and around(grip, 30) == line
    assert "pale dot is from before" in card.note.text()
    grip.setFocus()
    assert around(grip, 50) != pale


def test_an_untouched_slider_is_no_answer(card: RatingCard) -> None:
    assert card.ratings() == Ratings()
    room, grip = card.sliders["room"], card.sliders["grip"]
    QTest.keyClick(room, Qt.Key.Key_Space)
    assert card.ratings() == Ratings(room=50)  # it stands in the middle, and that is said
    QTest.keyClick(grip, Qt.Key.Key_Home)
    assert card.ratings() == Ratings(room=50, grip=0)
    QTest.keyClick(grip, Qt.Key.Key_Backspace)
    assert card.ratings() == Ratings(room=50)
    QTest.mouseClick(grip, Qt.MouseButton.LeftButton, pos=grip.rect().center())
    assert card.ratings().grip in range(48, 53)
    card.sliders["willing"].setValue(3)  # as an assistive tool does
    assert card.ratings().willing == 3


def test_nothing_is_made_of_what_was_said(card: RatingCard, house: House) -> None:
    """Lower, higher or the same: the card says and colours the same."""
    pictures = []
    for before in (10, 90):
        card.show_after(house.ratings.words, Ratings(room=before))
        card.sliders["room"].setValue(50)
        pictures.append([label.text() for label in card.findChildren(QLabel)])
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", [80, 100, 200])
def test_it_is_whole_at_every_size(card: RatingCard, preferences: Preferences, theme: str, size: int) -> None:
    preferences.theme, preferences.text_size = theme, size
    card.setFixedWidth(640)
    card.resize(640, 1400)
    assert clipped(card) == [] and unnamed(card) == []


def test_sliders_come_and_go_while_a_screen_reader_listens(qtbot: QtBot, look: Look, house: House) -> None:
    for _ in range(30):
        made = RatingCard(look)
        made.show_before(house.ratings.words)
        made.show()
        for slider in made.sliders.values():
            slider.setValue(70)
            spoken = QAccessible.queryAccessibleInterface(slider)
            assert spoken.role() == QAccessible.Role.Slider and spoken.isValid()
        made.close()
        made.deleteLater()
        qtbot.waitUntil(lambda: True)
