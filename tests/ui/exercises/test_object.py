"""If it had a shape: set by words, turned only when asked, and never smaller or farther than it was set."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.sim.exercises.object import NAMES
from guesthouse.ui.exercises.sculpture import SMALLEST
from tests.ui.exercises.hand import LONG, SIZES, Hand

WORDS = "I always let people down"


@pytest.fixture
def hand(qtbot: QtBot, look: Look) -> Hand:
    return Hand(qtbot, look, "object", WORDS)


def picture(hand: Hand) -> QImage:
    return hand.exercise.grab().toImage()


def test_it_is_asked_first_and_says_for_whom_it_is_not(hand: Hand) -> None:
    assert hand.exercise.text.asks
    assert "panic" in hand.exercise.text.not_for


def test_the_sliders_have_words_at_their_ends_and_no_figures(hand: Hand) -> None:
    shown = [each.text() for each in hand.exercise.panel.findChildren(QLabel)]
    for word in ("small", "big", "light", "heavy", "round", "edged", "cool", "warm", "smooth", "rough", "near", "far"):
        assert word in shown
    assert not [text for text in shown if re.search(r"\d", text)]


def test_each_slider_is_heard_with_its_ends(hand: Hand) -> None:
    size = QAccessible.queryAccessibleInterface(hand.exercise.sliders.sliders["size"])
    assert size.text(QAccessible.Text.Name) == "Size"
    assert size.text(QAccessible.Text.Description) == "From small to big"


@pytest.mark.parametrize("name", NAMES)
def test_each_slider_changes_what_is_seen_and_told_by_keys_alone(hand: Hand, name: str) -> None:
    before, told = picture(hand), hand.exercise.equivalent()
    slider = hand.exercise.sliders.sliders[name]
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert picture(hand) != before
    assert hand.exercise.equivalent() != told
    assert f"{name} 100" in hand.exercise.answers()["shape"]


def test_it_stays_as_it_was_set(hand: Hand) -> None:
    hand.exercise.sliders.sliders["distance"].setValue(80)
    before, at = picture(hand), hand.exercise.spots()
    hand.wait(300, step=10_000)
    assert hand.exercise.spots() == at
    assert picture(hand) == before


def test_small_and_far_it_can_still_be_seen(hand: Hand) -> None:
    for name, value in (("size", 0), ("distance", 100)):
        hand.exercise.sliders.sliders[name].setValue(value)
    assert hand.exercise.spots()["shape"][1] >= SMALLEST


def test_it_turns_only_when_asked_and_slowly(hand: Hand) -> None:
    hand.wait(60)
    assert hand.exercise.turns == 0
    hand.exercise.turn.click()
    hand.wait(2)
    assert 0.2 < hand.exercise.turns < 0.8
    hand.wait(60)
    assert hand.exercise.turns == 1


def test_all_four_sides_can_be_looked_at(hand: Hand) -> None:
    sides = []
    for _ in range(4):
        hand.exercise.turn.click()
        hand.wait(5)
        sides.append(hand.said[-1].rsplit("You see it ")[-1])
    assert sides == ["from its right side.", "from behind.", "from its left side.", "from the front."]


@pytest.mark.parametrize("level", ["calm", "still"])
def test_with_less_motion_the_sides_are_stepped(qtbot: QtBot, look: Look, level: str) -> None:
    hand = Hand(qtbot, look, "object", WORDS, level=level)
    hand.exercise.turn.click()
    assert hand.exercise.turns == 1


def test_the_reaction_may_have_a_shape_too_and_need_not(hand: Hand) -> None:
    assert "second form" not in hand.exercise.equivalent()
    hand.exercise.second.buttons[0].click()
    assert "second form" in hand.said[-1]
    hand.exercise.sliders.sliders["size"].setValue(90)
    assert "size 90" in hand.exercise.answers()["reaction"]
    assert "shape" not in hand.exercise.answers()
    hand.exercise.which.buttons[0].click()
    hand.exercise.sliders.sliders["size"].setValue(10)
    assert "size 10" in hand.exercise.answers()["shape"]
    assert "size 90" in hand.exercise.answers()["reaction"]
    assert len(hand.exercise.spots()) == 2


def test_what_was_set_is_there_again(qtbot: QtBot, look: Look, hand: Hand) -> None:
    hand.exercise.second.buttons[0].click()
    hand.exercise.sliders.sliders["weight"].setValue(95)
    again = Hand(qtbot, look, "object", WORDS, answers=hand.exercise.answers())
    assert again.exercise.answers() == hand.exercise.answers()
    assert again.exercise.which.isVisible()


def test_what_is_no_form_is_passed_over(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "object", WORDS, answers={"shape": ["size x", "height 3", "size 700"]})
    assert hand.exercise.answers()["shape"][0] == "size 100"


def test_the_same_seed_is_the_same_picture(qtbot: QtBot, look: Look) -> None:
    shots = [picture(Hand(qtbot, look, "object", WORDS, seed=seed)) for seed in (4, 4, 5)]
    assert shots[0] == shots[1]
    assert shots[0] != shots[2]


@pytest.mark.parametrize("words", [WORDS, LONG])
@pytest.mark.parametrize("size", SIZES)
def test_words_panel_and_form_stand_inside_the_page(
    qtbot: QtBot, look: Look, size: tuple[int, int], words: str
) -> None:
    hand = Hand(qtbot, look, "object", words)
    hand.resize(*size)
    panel = hand.exercise.panel.geometry().toRectF()
    assert hand.exercise.free.contains(panel)
    assert hand.exercise.free.contains(hand.exercise.card.paper)
    assert not panel.intersects(hand.exercise.card.paper)
    assert hand.exercise.card.pixels >= look.font("words").pixelSize()
    foot, _ = hand.exercise.spots()["shape"]
    assert hand.exercise.free.contains(foot)
    assert not panel.contains(foot)
