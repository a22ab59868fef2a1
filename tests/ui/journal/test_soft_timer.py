"""The timer that only suggests: silent until it is over, said once, and nothing ends by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.journal.soft_timer import LONGEST, SHORTEST, SoftTimer
from tests.ui.hearing import announced as noted
from tests.ui.walk import clipped, unnamed

WORDS = "You can stop here, or go on."
ENDINGS = ("Right now: ", "I am here.")


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    """Where one writes."""
    room = QWidget()
    column = QVBoxLayout(room)
    column.addWidget(QPlainTextEdit())
    qtbot.addWidget(room)
    room.resize(420, 600)
    room.show()
    return room


@pytest.fixture
def timer(look: Look, room: QWidget) -> Iterator[SoftTimer]:
    """One whose minutes are thousandths of a second."""
    made = SoftTimer(look, WORDS, ENDINGS, minute_ms=1, parent=room)
    room.layout().addWidget(made)  # type: ignore[union-attr]
    yield made
    made.set_minutes(0)


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told at once."""
    return noted(monkeypatch)


@pytest.mark.parametrize(("minutes", "lasts"), [(3, 3), (7, 7), (10, 10), (1, SHORTEST), (99, LONGEST)])
def test_it_lasts_from_three_to_ten_minutes(look: Look, room: QWidget, minutes: int, lasts: int) -> None:
    timer = SoftTimer(look, WORDS, ENDINGS, parent=room)
    timer.set_minutes(minutes)
    assert timer.findChildren(QTimer)[0].interval() == lasts * 60_000
    timer.set_minutes(0)
    assert not timer.runs


def test_nothing_is_seen_or_heard_until_it_is_over(timer: SoftTimer, qtbot: QtBot, announced: list[str]) -> None:
    timer.set_minutes(10)
    assert timer.runs and not timer.isVisible() and announced == []
    qtbot.waitUntil(timer.isVisible)
    assert [label.text() for label in timer.findChildren(QLabel)] == [WORDS]
    assert not timer.runs and announced == [WORDS]


def test_it_is_heard_once_and_in_its_room(timer: SoftTimer, room: QWidget, qtbot: QtBot, announced: list[str]) -> None:
    room.hide()
    timer.set_minutes(3)
    qtbot.waitUntil(lambda: not timer.runs)
    assert announced == []
    room.show()
    room.hide()
    room.show()
    assert announced == [WORDS] and timer.isVisible()


def test_keep_writing_puts_it_away_and_the_text_stays_open(timer: SoftTimer, room: QWidget, qtbot: QtBot) -> None:
    timer.set_minutes(3)
    qtbot.waitUntil(timer.isVisible)
    assert room.findChildren(QPlainTextEdit)[0].isEnabled()
    told: list[str] = []
    timer.ending_wanted.connect(told.append)
    timer.go_on.click()
    assert not timer.isVisible() and told == [] and not timer.runs


def test_ending_lines_are_offered_in_turn(timer: SoftTimer, qtbot: QtBot) -> None:
    told: list[str] = []
    timer.ending_wanted.connect(told.append)
    for _ in range(3):
        timer.set_minutes(3)
        qtbot.waitUntil(timer.isVisible)
        timer.end.click()
        assert not timer.isVisible()
    assert told == [ENDINGS[0], ENDINGS[1], ENDINGS[0]]


def test_switched_off_it_says_nothing_more(timer: SoftTimer, room: QWidget, qtbot: QtBot, announced: list[str]) -> None:
    room.hide()
    timer.set_minutes(3)
    qtbot.waitUntil(lambda: not timer.runs)
    timer.set_minutes(0)
    room.show()
    assert announced == [] and not timer.isVisible()


@pytest.mark.parametrize("text_size", [100, 150])
def test_it_fits_a_narrow_column(timer: SoftTimer, preferences: Preferences, qtbot: QtBot, text_size: int) -> None:
    preferences.text_size = text_size
    timer.set_minutes(3)
    qtbot.waitUntil(timer.isVisible)
    assert clipped(timer) == [] and unnamed(timer) == [] and timer.width() <= 420
