"""Noted, mind: a brief answer, the plainest first, on a note that stays on the desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from tests.ui.exercises.hand import LONG, SIZES, THOUGHTS, Hand

WORDS = "They will find out"


@pytest.fixture
def hand(qtbot: QtBot, look: Look) -> Hand:
    return Hand(qtbot, look, "noted", WORDS)


def test_the_plainest_answer_comes_first_and_thanks_last(hand: Hand) -> None:
    offered = [button.words for button in hand.exercise.choices.buttons]
    assert offered == ["Noted, mind.", "Noted, mind. I heard you.", "Thanks, mind."]
    assert hand.exercise.choices.chosen() == []


def test_thanks_is_said_to_be_for_when_it_is_honest(hand: Hand) -> None:
    shown = [each.text() for each in hand.exercise.panel.findChildren(QLabel)]
    assert "“Thanks” only if it is honest." in shown


def test_it_is_asked_first_whether_the_thought_is_one_for_this(hand: Hand) -> None:
    assert hand.exercise.text.asks
    assert "hurt yourself" in hand.exercise.text.not_for


def test_the_note_stays_on_the_desk_with_its_answer(hand: Hand) -> None:
    hand.exercise.choices.buttons[0].click()
    hand.exercise.lay.click()
    hand.wait(120)
    assert hand.exercise.note.isVisible()
    assert hand.exercise.note.words == WORDS
    assert hand.exercise.reply.words == "Noted, mind."
    assert "stays there" in hand.said[-1]
    assert "“Noted, mind.”" in hand.said[-1]
    assert hand.exercise.free.contains(hand.exercise.note.paper)


def test_no_answer_is_needed(hand: Hand) -> None:
    hand.exercise.lay.click()
    assert hand.exercise.note.isVisible()
    assert hand.exercise.reply.isHidden()
    assert hand.exercise.answers() == {}


@pytest.mark.parametrize("own", THOUGHTS)
def test_own_words_are_on_the_note_as_typed(hand: Hand, own: str) -> None:
    hand.exercise.choices.buttons[0].click()
    hand.exercise.own.set_words(own)
    hand.exercise.protects.set_words("My place in the team")
    hand.exercise.lay.click()
    assert hand.exercise.reply.words == own
    assert own in hand.said[-1]
    assert hand.exercise.answers() == {
        "protects": "My place in the team",
        "answer": "Noted, mind.",
        "answer_own": own,
    }


def test_it_is_laid_down_softly_and_can_be_taken_up_again(hand: Hand) -> None:
    held = hand.exercise.note.paper.top()
    hand.exercise.lay.click()
    hand.wait(0.5)
    assert 0 < hand.exercise.lies < 1
    hand.wait(1)
    assert hand.exercise.lies == 1
    hand.exercise.take.click()
    hand.wait(1.5)
    assert hand.exercise.lies == 0
    assert hand.exercise.note.paper.top() == held


def test_it_can_be_answered_anew_by_keys_alone(hand: Hand) -> None:
    hand.exercise.own.setFocus()
    QTest.keyClicks(hand.exercise.own, "Noted")
    QTest.keyClick(hand.exercise.own, Qt.Key.Key_Return)
    hand.exercise.take.setFocus()
    QTest.keyClick(hand.exercise.take, Qt.Key.Key_Space)
    assert hand.exercise.panel.isVisible()
    assert hand.exercise.lay.hasFocus()
    assert hand.exercise.own.words() == "Noted"


@pytest.mark.parametrize("level", ["calm", "still"])
def test_with_less_motion_it_lies_at_once(qtbot: QtBot, look: Look, level: str) -> None:
    hand = Hand(qtbot, look, "noted", WORDS, level=level)
    hand.exercise.lay.click()
    assert hand.exercise.lies == 1
    assert not hand.exercise.beat.timer.isActive()


@pytest.mark.parametrize("words", [WORDS, LONG])
@pytest.mark.parametrize("size", SIZES)
def test_note_and_panel_stand_inside_the_page_side_by_side(
    qtbot: QtBot, look: Look, size: tuple[int, int], words: str
) -> None:
    hand = Hand(qtbot, look, "noted", words)
    hand.resize(*size)
    panel = hand.exercise.panel.geometry().toRectF()
    assert hand.exercise.free.contains(panel)
    assert hand.exercise.free.contains(hand.exercise.note.paper)
    assert not panel.intersects(hand.exercise.note.paper)
    assert hand.exercise.note.pixels >= look.font("words").pixelSize()


def test_the_way_on_lays_it_down_first(hand: Hand) -> None:
    hand.exercise.choices.buttons[0].click()
    assert not hand.exercise.go_on()
    assert "Noted, mind." in hand.said[-1] and hand.exercise.take.isVisible()
    assert hand.exercise.go_on()
