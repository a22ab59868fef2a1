"""The noticing ladder: a frame comes around the same words, and one stands further back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from tests.ui.exercises.hand import LONG, SIZES, THOUGHTS, Hand

WORDS = "I always let people down"


def test_the_words_are_as_large_and_as_they_were_on_every_rung(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS)
    seen = []
    for _ in range(3):
        card = hand.exercise.card
        seen.append((card.pixels, card.paper, card.words))
        hand.exercise.back.click()
        hand.wait(2)
    assert seen[0] == seen[1] == seen[2]
    assert seen[0][2] == WORDS


@pytest.mark.parametrize("words", [WORDS, LONG])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [80, 100, 150])
def test_the_words_are_never_smaller_than_can_be_read(
    qtbot: QtBot, look: Look, preferences: Preferences, percent: int, size: tuple[int, int], words: str
) -> None:
    preferences.text_size = percent
    hand = Hand(qtbot, look, "ladder", words)
    hand.resize(*size)
    for _ in range(3):
        assert hand.exercise.card.pixels >= look.font("reading").pixelSize()
        assert hand.exercise.card.paper.height() >= 2 * hand.exercise.card.pixels
        assert hand.exercise.free.contains(hand.exercise.card.paper)
        hand.exercise.back.click()
        hand.wait(2)


def test_long_words_scroll_and_short_ones_do_not(qtbot: QtBot, look: Look) -> None:
    assert Hand(qtbot, look, "ladder", LONG).exercise.card.scrolls
    assert not Hand(qtbot, look, "ladder", WORDS).exercise.card.scrolls


def test_each_step_adds_a_frame_and_more_can_be_seen(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS)
    assert "I’m having the thought that" not in hand.exercise.equivalent()
    hand.exercise.back.click()
    assert "I’m having the thought that" in hand.said[-1]
    assert "I notice" not in hand.said[-1]
    hand.exercise.back.click()
    assert "I notice” “I’m having the thought that" in hand.said[-1]
    assert all(WORDS in said for said in hand.said)


def test_the_camera_takes_a_little_over_a_second(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS)
    hand.exercise.back.click()
    hand.wait(0.6)
    assert 0 < hand.exercise.stands.back < 0.5
    hand.wait(0.7)
    assert hand.exercise.stands.back == 0.5


@pytest.mark.parametrize("level", ["calm", "still"])
def test_with_less_motion_the_camera_does_not_travel(qtbot: QtBot, look: Look, level: str) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS, level=level)
    hand.exercise.back.click()
    assert hand.exercise.stands.back == 0.5


def test_nobody_is_taken_along(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS)
    hand.wait(120)
    assert hand.exercise.rung == 0


def test_one_goes_up_and_down_by_keys_alone(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS)
    hand.exercise.first().setFocus()
    QTest.keyClick(hand.exercise.back, Qt.Key.Key_Space)
    QTest.keyClick(hand.exercise.back, Qt.Key.Key_Space)
    assert hand.exercise.rung == 2
    assert hand.exercise.ask.hasFocus()  # not lost with a key that has nothing more to do
    QTest.keyClick(hand.exercise.nearer, Qt.Key.Key_Space)
    assert hand.exercise.rung == 1


def test_nothing_changed_is_a_full_answer(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS)
    heard = []
    hand.exercise.changed.connect(lambda: heard.append(hand.exercise.answers()))
    hand.exercise.ask.click()
    hand.exercise.choices.buttons[0].click()
    assert heard == [{"different": "Nothing changed"}]


def test_it_may_feel_worse_and_steady_ground_is_named_beside_the_answers(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS)
    hand.exercise.ask.click()
    worse = next(button for button in hand.exercise.choices.buttons if button.text() == "It feels worse")
    worse.click()
    assert hand.exercise.answers() == {"different": "It feels worse"}
    assert any("“Stop here” leads to steady ground" in said.text() for said in hand.exercise.panel.findChildren(QLabel))


def test_own_words_are_kept_as_typed(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS)
    hand.exercise.ask.click()
    hand.exercise.field.set_words(THOUGHTS[2])
    assert hand.exercise.answers() == {"different_own": THOUGHTS[2]}


@pytest.mark.parametrize("size", SIZES)
def test_the_question_stands_inside_the_page(qtbot: QtBot, look: Look, size: tuple[int, int]) -> None:
    hand = Hand(qtbot, look, "ladder", LONG)
    hand.resize(*size)
    hand.exercise.ask.click()
    assert hand.exercise.free.contains(hand.exercise.panel.geometry().toRectF())
    assert not hand.exercise.panel.geometry().toRectF().intersects(hand.exercise.card.paper) or (
        hand.exercise.card.isHidden()
    )


def test_the_way_on_takes_the_steps_and_then_asks(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS)
    rungs = []
    while not hand.exercise.go_on():
        rungs.append((hand.exercise.rung, hand.exercise.panel.isVisible()))
    assert rungs == [(1, False), (2, False), (2, True)]


def test_who_was_asked_can_go_from_any_rung(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "ladder", WORDS)
    hand.exercise.ask.click()
    assert hand.exercise.go_on()
