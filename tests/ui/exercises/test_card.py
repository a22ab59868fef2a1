"""Carry card: the line comes along while one does a real thing, and nothing counts down."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import CORNER, Carry
from guesthouse.qt.look import Look
from tests.ui.exercises.hand import SIZES, THOUGHTS, Hand

WORDS = "I always let people down"


@pytest.fixture
def hand(qtbot: QtBot, look: Look) -> Hand:
    return Hand(qtbot, look, "card", WORDS)


@pytest.fixture
def carried(hand: Hand) -> list[tuple[str, object]]:
    """What was taken along."""
    taken: list[tuple[str, object]] = []
    hand.exercise.carried.connect(lambda where, what: taken.append((where, what)))
    return taken


@pytest.mark.parametrize("words", THOUGHTS)
def test_the_line_comes_along_as_it_was_typed(qtbot: QtBot, look: Look, words: str) -> None:
    hand = Hand(qtbot, look, "card", words)
    taken = []
    hand.exercise.carried.connect(lambda where, what: taken.append((where, what)))
    hand.exercise.take.click()
    assert taken == [(CORNER, Carry(words))]
    assert words in hand.said[-1]


def test_another_line_can_be_written_on_it(hand: Hand, carried: list[tuple[str, object]]) -> None:
    hand.exercise.line.set_words("  they will  see ")
    hand.exercise.take.click()
    assert carried == [(CORNER, Carry("  they will  see "))]


def test_an_empty_card_is_none(hand: Hand, carried: list[tuple[str, object]]) -> None:
    hand.exercise.line.set_words(" ")
    hand.exercise.take.click()
    assert carried == [(CORNER, Carry(WORDS))]


def test_nothing_counts_down_and_no_time_is_ever_up(hand: Hand, carried: list[tuple[str, object]]) -> None:
    hand.exercise.minutes.buttons[0].click()
    hand.exercise.take.click()
    before = [label.text() for label in hand.exercise.findChildren(QLabel)]
    hand.wait(15 * 60, step=60_000)
    assert [label.text() for label in hand.exercise.findChildren(QLabel)] == before
    assert not hand.exercise.beat.timer.isActive()
    assert not [text for text in before if re.search(r"\d+:\d\d|remaining|left to", text)]
    assert len(carried) == 1


@pytest.mark.parametrize(("place", "said"), [(0, "Done"), (1, "Begun"), (2, "Left for another time")])
def test_wherever_the_task_is_is_an_answer(hand: Hand, place: int, said: str) -> None:
    hand.exercise.task.set_words("Water the plants")
    hand.exercise.take.click()
    hand.exercise.now.buttons[place].click()
    assert hand.exercise.answers() == {"line": WORDS, "task": "Water the plants", "now": said}


def test_nothing_more_is_asked_and_no_task_is_needed(hand: Hand) -> None:
    hand.exercise.take.click()
    assert hand.exercise.answers() == {"line": WORDS}


def test_by_keys_alone(hand: Hand, carried: list[tuple[str, object]]) -> None:
    hand.exercise.first().setFocus()
    QTest.keyClicks(hand.exercise.task, "Water the plants")
    QTest.keyClick(hand.exercise.task, Qt.Key.Key_Return)
    assert carried
    hand.exercise.change.setFocus()
    QTest.keyClick(hand.exercise.change, Qt.Key.Key_Space)
    assert hand.exercise.writing.isVisible()
    assert hand.exercise.line.words() == WORDS


@pytest.mark.parametrize("size", SIZES)
def test_everything_stands_inside_the_page(hand: Hand, size: tuple[int, int]) -> None:
    hand.resize(*size)
    assert hand.exercise.free.contains(hand.exercise.writing.geometry().toRectF())
    hand.exercise.take.click()
    assert hand.exercise.free.contains(hand.exercise.along.geometry().toRectF())


def test_the_way_on_puts_it_in_its_corner_first(hand: Hand, carried: list[tuple[str, object]]) -> None:
    assert not hand.exercise.go_on(), "its ending speaks of the card in the corner"
    assert carried == [(CORNER, Carry(WORDS))] and hand.exercise.along.isVisible()
    assert hand.exercise.go_on() and len(carried) == 1
