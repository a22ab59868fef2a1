"""Who is on the bus: the person drives, the passengers come and speak, and nobody is put off or made quiet."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.bus import Stage
from tests.ui.exercises.hand import LONG, SIZES, THOUGHTS, Hand, settle
from tests.ui.walk import clipped, unnamed

WORDS = "You will never be enough"
OTHERS = ["What if they leave?", "You forgot something", "Nobody asked you"]


def driving(qtbot: QtBot, look: Look, words: str = WORDS, **more: Any) -> Hand:
    """On the bus with four passengers, standing."""
    hand = Hand(qtbot, look, "bus", words, **more)
    hand.exercise.boarding.direction.setText("patient parent")
    for field, line in zip(hand.exercise.boarding.others, OTHERS, strict=True):
        field.setText(line)
    hand.exercise.start.click()
    assert hand.exercise.stage is Stage.DRIVING
    return hand


def until_one_speaks(hand: Hand) -> str:
    """Wait for whoever comes next; what is said."""
    while not hand.exercise.speech.isVisible():
        hand.wait(0.5, 100)
        assert hand.exercise.beat.seconds < 200
    return str(hand.exercise.speech.words)


def test_it_says_at_first_how_long_it_takes(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "bus", WORDS)
    shown = [part.text() for part in hand.exercise.boarding.findChildren(QLabel) if part.isVisible()]
    assert "minutes" in shown[0]


@pytest.mark.parametrize(
    ("direction", "fits"),
    [
        ("kind", True),
        ("a calmer home", True),
        ("נחמה", True),
        ("", False),
        ("one two three four", False),
        ("x" * 60, False),
    ],
)
def test_a_direction_of_one_to_three_words(qtbot: QtBot, look: Look, direction: str, fits: bool) -> None:
    hand = Hand(qtbot, look, "bus", WORDS)
    hand.exercise.boarding.direction.setText(direction)
    hand.exercise.go_on()
    assert (hand.exercise.stage is Stage.DRIVING) == fits
    if direction and not fits:
        assert hand.exercise.boarding.refused.text() == hand.exercise.text.lines["three"]


@pytest.mark.parametrize("way", ["start", "go_on"])
@pytest.mark.parametrize(("direction", "said"), [("", "first"), ("  ", "first"), ("one two three four", "three")])
def test_without_a_direction_it_says_what_is_wanted(
    qtbot: QtBot, look: Look, way: str, direction: str, said: str
) -> None:
    hand = Hand(qtbot, look, "bus", WORDS)
    boarding = hand.exercise.boarding
    boarding.direction.setText(direction)
    hand.exercise.start.click() if way == "start" else hand.exercise.go_on()
    wanted = hand.exercise.text.lines[said]
    assert boarding.refused.text() == boarding.direction.accessibleDescription() == wanted
    assert wanted in hand.said[-1]
    assert boarding.direction.hasFocus()
    boarding.direction.setText("home")
    assert boarding.refused.text() == hand.exercise.text.lines["directions"]


def test_it_stands_until_it_is_driven_and_stands_again(qtbot: QtBot, look: Look) -> None:
    hand = driving(qtbot, look)
    hand.wait(20, 100)
    assert hand.exercise.way == 0
    hand.exercise.keys["drive"].click()
    hand.wait(5)
    gone = hand.exercise.way
    assert gone > 50
    hand.exercise.keys["slow"].click()
    hand.wait(3)
    before = hand.exercise.way
    hand.wait(5)
    assert hand.exercise.way - before < gone, "slower is slower"
    hand.exercise.keys["stand"].click()
    hand.wait(2.1)
    stood = hand.exercise.way
    hand.wait(60, 500)
    assert hand.exercise.way == stood


def test_three_keys_and_nothing_faster_nobody_out_nobody_muted(qtbot: QtBot, look: Look) -> None:
    hand = driving(qtbot, look)
    until_one_speaks(hand)
    named = [key.text() for key in hand.window.findChildren(QAbstractButton) if key.isVisible()]
    assert named == ["Drive on", "Slow", "Stand"]
    every = " ".join(key.text().lower() for key in hand.window.findChildren(QAbstractButton))
    assert not any(verb in every for verb in ("fast", "out", "eject", "mute", "quiet", "leave", "remove"))


def test_nobody_has_to_hold_a_key(qtbot: QtBot, look: Look) -> None:
    hand = driving(qtbot, look)
    qtbot.keyClick(hand.exercise.keys["drive"], Qt.Key.Key_Space)
    hand.wait(10)
    assert hand.exercise.pace == "drive" and hand.exercise.way > 200
    qtbot.keyClick(hand.exercise.keys["drive"], Qt.Key.Key_Space)
    assert hand.exercise.pace == "drive" and hand.exercise.keys["drive"].isChecked()


@pytest.mark.parametrize("pace", ["drive", "stand"])
def test_passengers_come_and_speak_and_all_stay_aboard(qtbot: QtBot, look: Look, pace: str) -> None:
    hand = driving(qtbot, look)
    hand.exercise.drive(pace)
    heard = set()
    for _ in range(4):
        said = until_one_speaks(hand)
        assert f"At the front: “{said}”" in hand.exercise.equivalent()
        heard.add(said)
        hand.wait(9.5, 100)
        assert len(hand.exercise.riders) == 4
    assert heard == {WORDS, *OTHERS}
    hand.exercise.go_on()
    settle()
    shown = [part.text() for part in hand.exercise.arrived.findChildren(QLabel) if part.isVisible()]
    assert all(words in shown for words in (WORDS, *OTHERS, "patient parent"))
    assert all(f"“{words}”" in hand.exercise.equivalent() for words in (WORDS, *OTHERS))


def test_at_the_end_it_asks_who_is_driving_and_for_one_stop(qtbot: QtBot, look: Look) -> None:
    hand = driving(qtbot, look)
    hand.exercise.keys["drive"].click()
    hand.wait(8)
    assert not hand.exercise.go_on(), "the question comes first"
    assert "Who is driving?" in hand.exercise.equivalent() and hand.exercise.arrived.stop.hasFocus()
    assert hand.exercise.pace == "stand" and hand.exercise.wait() is None
    hand.exercise.arrived.stop.setText("Call Ann")
    said = hand.exercise.answers()
    assert said == {"direction": "patient parent", "passengers": OTHERS, "stop": "Call Ann"}
    assert hand.exercise.go_on()
    assert Hand(qtbot, look, "bus", WORDS, answers=said).exercise.answers() == said


@pytest.mark.parametrize("words", THOUGHTS)
def test_words_stay_to_the_letter(qtbot: QtBot, look: Look, words: str) -> None:
    hand = Hand(qtbot, look, "bus", words)
    assert hand.exercise.boarding.thought.text() == words and words in hand.exercise.equivalent()
    hand.exercise.boarding.direction.setText("home")
    hand.exercise.go_on()
    assert until_one_speaks(hand) == words
    assert hand.exercise.speech.pixels >= 16 and words in hand.exercise.equivalent()


def test_in_still_nothing_moves_between_two_pictures(qtbot: QtBot, look: Look) -> None:
    hand = driving(qtbot, look, level="still")
    hand.exercise.keys["drive"].click()
    hand.wait(0.5, 100)
    before = hand.exercise.grab().toImage()
    hand.wait(4, 100)
    assert hand.exercise.grab().toImage() == before
    assert hand.exercise.wait() >= 1000
    hand.wait(8, 100)
    assert hand.exercise.grab().toImage() != before, "the land went by in a step"


def test_nothing_ticks_when_it_stands_and_everybody_sits(qtbot: QtBot, look: Look) -> None:
    hand = driving(qtbot, look)
    assert hand.exercise.wait() > 3000


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", SIZES)
def test_everything_has_a_name_and_its_room(
    qtbot: QtBot, look: Look, preferences: Preferences, theme: str, size: tuple[int, int]
) -> None:
    preferences.theme, preferences.text_size = theme, 150
    hand = driving(qtbot, look, LONG)
    hand.resize(*size)
    until_one_speaks(hand)
    settle()
    assert unnamed(hand.window) == [] and clipped(hand.window) == []
    free = hand.exercise.free
    assert free.contains(hand.exercise.speech.paper) and hand.exercise._picture.bus.bottom() <= free.bottom() + 12
    assert not hand.exercise.speech.paper.intersects(hand.exercise._picture.bus)
    hand.exercise.go_on()
    hand.resize(*size)
    assert clipped(hand.window) == []
    assert hand.exercise.free.contains(hand.exercise.arrived.geometry().toRectF())
