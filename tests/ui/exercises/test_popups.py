"""Pop-ups aside: the task goes on, what comes in can be moved to a tray and nowhere else, and there it stays."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.popups import Stage
from tests.ui.exercises.hand import LONG, SIZES, THOUGHTS, Hand, settle
from tests.ui.walk import clipped, unnamed

LINES = ["I’m not good enough", "What if they noticed?", "You forgot something"]


def copying(qtbot: QtBot, look: Look, words: str = LINES[0], **more: Any) -> Hand:
    """Three lines, and the copying has begun."""
    hand = Hand(qtbot, look, "popups", words, **more)
    for field, line in zip(hand.exercise.before.others, LINES[1:], strict=True):
        field.setText(line)
    hand.exercise.begin.click()
    settle()
    return hand


def until_one_comes(hand: Hand) -> float:
    """Wait for the next note; the second in which it came."""
    before = hand.exercise.beat.seconds
    while not hand.exercise.note.isVisible():
        hand.wait(0.1, 100)
        assert hand.exercise.beat.seconds < before + 60
    return float(hand.exercise.beat.seconds)


def place(widget: QWidget, whole: QWidget) -> QRect:
    """Where it is to be seen."""
    return QRect(widget.mapTo(whole, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize("seed", [1, 2, 3, 99])
def test_one_at_a_time_and_at_least_twelve_seconds_apart(qtbot: QtBot, look: Look, seed: int) -> None:
    hand = copying(qtbot, look, seed=seed)
    came = []
    for number in range(3):
        came.append(until_one_comes(hand))
        assert hand.exercise.note.words.text() == LINES[number]
        hand.exercise.note.move_aside.click()
        assert not hand.exercise.note.isVisible()
    assert all(after - before >= 12 for before, after in pairwise(came))
    hand.wait(300, 1000)
    assert not hand.exercise.note.isVisible() and hand.exercise.wait() is None


def test_in_the_end_all_are_in_the_tray(qtbot: QtBot, look: Look) -> None:
    hand = copying(qtbot, look)
    for number in range(3):
        until_one_comes(hand)
        hand.exercise.note.move_aside.click()
        assert hand.exercise.tray.lines == LINES[: number + 1]
    assert not hand.exercise.go_on(), "the tray is to be seen first"
    shown = [part.text() for part in hand.exercise.tray.findChildren(QLabel) if part.isVisible()]
    assert all(line in shown for line in LINES)
    assert all(line in hand.exercise.equivalent() for line in LINES)
    assert hand.exercise.text.moments[3] == hand.exercise.caption.text()
    assert hand.exercise.go_on()


def test_what_is_not_moved_stays_and_nothing_else_comes(qtbot: QtBot, look: Look) -> None:
    hand = copying(qtbot, look)
    until_one_comes(hand)
    hand.wait(600, 1000)
    assert hand.exercise.note.isVisible() and hand.exercise.note.words.text() == LINES[0]
    hand.exercise.go_on()
    assert hand.exercise.note.isVisible() and LINES[0] in hand.exercise.equivalent()


def test_the_one_verb_moves_it_to_the_tray(qtbot: QtBot, look: Look) -> None:
    hand = copying(qtbot, look)
    until_one_comes(hand)
    verbs = [key.text() for key in hand.exercise.note.findChildren(QAbstractButton)]
    assert verbs == ["Move it to the tray"]
    assert hand.exercise.tray.findChildren(QAbstractButton) == []
    named = " ".join(key.text().lower() for key in hand.window.findChildren(QAbstractButton))
    assert not any(verb in named for verb in ("close", "delete", "block", "clear", "dismiss"))


def test_nothing_is_counted(qtbot: QtBot, look: Look) -> None:
    hand = copying(qtbot, look)
    for _ in range(3):
        until_one_comes(hand)
        hand.exercise.note.move_aside.click()
    shown = " ".join(part.text() for part in hand.window.findChildren(QLabel))
    assert not any(figure.isdigit() for figure in shown)


def test_the_task_goes_on_while_something_is_there(qtbot: QtBot, look: Look) -> None:
    hand = copying(qtbot, look)
    field = hand.exercise.copying.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "The ket")
    until_one_comes(hand)
    assert field.hasFocus()
    qtbot.keyClicks(field, "tle")
    hand.exercise.note.move_aside.click()
    assert field.hasFocus() and field.words() == "The kettle"


@pytest.mark.parametrize("level", ["full", "calm", "still"])
@pytest.mark.parametrize("size", SIZES)
def test_it_never_lies_over_the_field(qtbot: QtBot, look: Look, size: tuple[int, int], level: str) -> None:
    hand = copying(qtbot, look, level=level)
    hand.resize(*size)
    until_one_comes(hand)
    for _ in range(20):
        note, field = (place(part, hand.exercise) for part in (hand.exercise.note, hand.exercise.copying.field))
        assert not note.intersects(field)
        hand.wait(0.1)
    assert hand.exercise.free.contains(hand.exercise.note.geometry().toRectF())


def test_it_slides_in_softly_and_in_still_it_is_there(qtbot: QtBot, look: Look) -> None:
    hand = copying(qtbot, look)
    until_one_comes(hand)
    way = []
    for _ in range(25):
        way.append(hand.exercise.note.x())
        hand.wait(0.1)
    assert way == sorted(way, reverse=True) and way[-1] == way[-2]
    assert max(before - after for before, after in pairwise(way)) < 80
    assert hand.exercise.wait() is None, "nothing ticks when nothing moves"
    still = copying(qtbot, look, level="still")
    until_one_comes(still)
    assert still.exercise.note.x() == hand.exercise.note.x()


def test_its_sender_is_named_as_one_likes(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "popups", LINES[0])
    assert hand.exercise.before.from_whom.text() == "Inner Ads Dept."
    hand.exercise.before.chips.chips[3].click()
    assert hand.exercise.before.from_whom.text() == "My mind"
    hand.exercise.before.from_whom.setText("Aunt Worry")
    hand.exercise.begin.click()
    until_one_comes(hand)
    assert hand.exercise.note.from_whom.text() == "Aunt Worry"
    hand.exercise.note.move_aside.click()
    assert "Aunt Worry" in [part.text() for part in hand.exercise.tray.findChildren(QLabel)]


@pytest.mark.parametrize("words", THOUGHTS)
def test_words_stay_to_the_letter(qtbot: QtBot, look: Look, words: str) -> None:
    hand = copying(qtbot, look, words)
    until_one_comes(hand)
    assert hand.exercise.note.words.text() == words and words in hand.exercise.equivalent()
    hand.exercise.note.move_aside.click()
    assert hand.exercise.tray.lines == [words]


def test_what_was_typed_is_kept_and_comes_again(qtbot: QtBot, look: Look) -> None:
    hand = copying(qtbot, look)
    hand.exercise.copying.field.set_words("The k")
    said = hand.exercise.answers()
    assert said["popups"] == LINES[1:] and said["copied"] == "The k" and said["sender"] == "Inner Ads Dept."
    again = Hand(qtbot, look, "popups", LINES[0], answers=said)
    assert again.exercise.answers() == said


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", SIZES)
def test_everything_has_a_name_and_its_room(
    qtbot: QtBot, look: Look, preferences: Preferences, theme: str, size: tuple[int, int]
) -> None:
    preferences.theme, preferences.text_size = theme, 150
    hand = Hand(qtbot, look, "popups", LONG)
    hand.resize(*size)
    assert unnamed(hand.window) == [] and clipped(hand.window) == []
    hand.exercise.begin.click()
    hand.resize(*size)
    until_one_comes(hand)
    hand.wait(3)
    assert unnamed(hand.window) == [] and clipped(hand.window) == []
    hand.exercise.note.move_aside.click()
    hand.exercise.go_on()
    hand.resize(*size)
    assert clipped(hand.window) == [] and hand.exercise.stage is Stage.TRAY
