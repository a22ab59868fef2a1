"""What the sober word exercises have in common: the words stay as typed, and everything can be reached and read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from guesthouse.content.exercises import load_exercise
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from tests.ui.exercises.hand import SIZES, THOUGHTS, Hand
from tests.ui.walk import clipped, unnamed

SOBER = ["ladder", "hands", "theme", "card", "noted", "object"]
AWAY = re.compile(r"\b(delete|clear|remove|erase|shred|burn|release|destroy|faster|hide|close)\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.parametrize("words", THOUGHTS)
@pytest.mark.parametrize("name", SOBER)
def test_the_words_are_told_to_the_letter(qtbot: QtBot, look: Look, name: str, words: str) -> None:
    assert words in Hand(qtbot, look, name, words).exercise.equivalent()


@pytest.mark.parametrize("name", SOBER)
def test_nothing_is_answered_before_anybody_answers(qtbot: QtBot, look: Look, name: str) -> None:
    typed = Hand(qtbot, look, name, THOUGHTS[0]).exercise.answers()
    assert all(value == THOUGHTS[0] for value in typed.values())


@pytest.mark.parametrize("name", SOBER)
def test_in_still_no_timer_ever_starts(qtbot: QtBot, look: Look, name: str) -> None:
    hand = Hand(qtbot, look, name, THOUGHTS[0], level="still")
    for control in hand.exercise.controls():
        if isinstance(control, QAbstractButton) and control.isEnabled():
            control.click()
            assert not hand.exercise.beat.timer.isActive(), control.text()


@pytest.mark.parametrize("level", ["full", "calm"])
@pytest.mark.parametrize("name", SOBER)
def test_nothing_ticks_once_it_rests(qtbot: QtBot, look: Look, name: str, level: str) -> None:
    hand = Hand(qtbot, look, name, THOUGHTS[0], level=level)
    for control in hand.exercise.controls():
        if isinstance(control, QAbstractButton) and control.isEnabled():
            control.click()
            hand.wait(12)
            assert not hand.exercise.beat.timer.isActive(), control.text()


@pytest.mark.parametrize("name", SOBER)
def test_no_key_takes_a_thought_away_or_makes_anything_faster(qtbot: QtBot, look: Look, name: str) -> None:
    exercise = Hand(qtbot, look, name, THOUGHTS[0]).exercise
    buttons = {*exercise.findChildren(QAbstractButton), *exercise.controls()}
    said = [button.text() for button in buttons if isinstance(button, QAbstractButton)]
    assert said
    assert [text for text in said if AWAY.search(text)] == []


@pytest.mark.parametrize("name", SOBER)
def test_everything_has_a_name(qtbot: QtBot, look: Look, name: str) -> None:
    hand = Hand(qtbot, look, name, THOUGHTS[0])
    assert unnamed(hand.window) == []


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("percent", [80, 150])
@pytest.mark.parametrize("name", SOBER)
def test_nothing_is_clipped(
    qtbot: QtBot, look: Look, preferences: Preferences, name: str, percent: int, theme: str
) -> None:
    preferences.theme, preferences.text_size = theme, percent
    hand = Hand(qtbot, look, name, THOUGHTS[-1])
    for size in SIZES:
        hand.resize(*size)
        assert clipped(hand.window) == [], size


@pytest.mark.parametrize("name", SOBER)
def test_its_text_says_what_it_refuses(name: str) -> None:
    text = load_exercise(resources() / "exercises" / "en" / f"{name}.toml")
    assert text.refuses and text.sources and text.acknowledging


@pytest.mark.parametrize("name", SOBER)
def test_what_was_answered_is_there_again(qtbot: QtBot, look: Look, name: str) -> None:
    exercise = Hand(qtbot, look, name, THOUGHTS[0]).exercise
    again = Hand(qtbot, look, name, THOUGHTS[0], answers=exercise.answers()).exercise
    assert again.answers() == exercise.answers()


@pytest.mark.parametrize(("name", "field", "then"), [("theme", "title", "take"), ("card", "task", "change")])
def test_enter_in_the_last_field_leads_on_to_the_next_key(
    qtbot: QtBot, look: Look, name: str, field: str, then: str
) -> None:
    exercise = Hand(qtbot, look, name, THOUGHTS[0]).exercise
    getattr(exercise, field).setFocus()
    QTest.keyClicks(getattr(exercise, field), "Not enough")
    QTest.keyClick(getattr(exercise, field), Qt.Key.Key_Return)
    assert getattr(exercise, then).hasFocus()
