"""Hands: the card fills the view, and then card and room are both there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.hands import paint_hands
from tests.ui.exercises.hand import LONG, SIZES, Hand

WORDS = "I always let people down"


def test_the_card_is_wholly_in_view_at_every_moment(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "hands", WORDS)
    for key in (hand.exercise.down, hand.exercise.up):
        key.click()
        for _ in range(30):
            assert hand.exercise.free.contains(hand.exercise.card)
            hand.wait(0.1)


def test_it_sinks_slowly_and_stays_low(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "hands", WORDS)
    hand.exercise.down.click()
    hand.wait(1.2)
    assert 0.2 < hand.exercise.share < 0.8
    hand.wait(60)
    assert hand.exercise.share == 1


def test_it_can_be_lifted_again(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "hands", WORDS)
    hand.exercise.down.click()
    hand.wait(3)
    hand.exercise.up.click()
    hand.wait(3)
    assert hand.exercise.share == 0
    assert "fills the view" in hand.exercise.equivalent()


def test_low_the_room_is_told_of_together_with_the_words(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "hands", WORDS)
    hand.exercise.down.click()
    assert WORDS in hand.said[-1]
    assert "a window" in hand.said[-1]


@pytest.mark.parametrize("level", ["calm", "still"])
def test_with_less_motion_it_does_not_travel(qtbot: QtBot, look: Look, level: str) -> None:
    hand = Hand(qtbot, look, "hands", WORDS, level=level)
    hand.exercise.down.click()
    assert hand.exercise.share == 1


@pytest.mark.parametrize("words", [WORDS, LONG])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [80, 100, 150])
def test_the_words_can_be_read_in_the_lap_too(
    qtbot: QtBot, look: Look, preferences: Preferences, percent: int, size: tuple[int, int], words: str
) -> None:
    preferences.text_size = percent
    hand = Hand(qtbot, look, "hands", words)
    hand.resize(*size)
    hand.exercise.down.click()
    hand.wait(4)
    assert hand.exercise.pixels >= look.font("words").pixelSize() - 1


def test_words_that_have_no_room_are_a_key_away(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "hands", LONG)
    assert not hand.exercise.read.isHidden()
    hand.exercise.read.click()
    assert hand.exercise.whole.isVisible()
    assert hand.exercise.whole.words == LONG
    assert Hand(qtbot, look, "hands", WORDS).exercise.read.isHidden()


def test_by_keys_alone(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "hands", WORDS)
    hand.exercise.first().setFocus()
    QTest.keyClick(hand.exercise.down, Qt.Key.Key_Space)
    assert hand.exercise.up.hasFocus()
    QTest.keyClick(hand.exercise.up, Qt.Key.Key_Space)
    assert hand.exercise.down.hasFocus()


def test_the_picture_can_be_painted_by_itself(look: Look) -> None:
    shots = []
    for share in (0.0, 1.0, 1.0):
        image = QImage(640, 400, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_hands(painter, look, QRectF(0, 0, 640, 400), WORDS, share)
        painter.end()
        shots.append(image)
    assert shots[0] != shots[1]
    assert shots[1] == shots[2]


def test_the_way_on_lowers_it_first(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "hands", WORDS)
    assert not hand.exercise.go_on() and hand.exercise.low
    hand.exercise.up.click()
    assert hand.exercise.go_on(), "and may be held wherever one likes"
