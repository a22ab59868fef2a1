"""Radio in the next room: nobody can turn it off, the words are to the letter, and the task is real."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QLabel, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.sim.exercises.radio import WIDENS
from guesthouse.ui.exercises.radio_set import ink
from tests.qt.test_contrast import ratio
from tests.ui.exercises.hand import SIZES, THOUGHTS, Hand, settle
from tests.ui.walk import clipped, unnamed

WORDS = "You will make a fool of yourself tomorrow"


def window_of(hand: Hand) -> list[int]:
    """Whether anything is to be read on the radio: the colours in its window."""
    window = hand.exercise.set.window.toRect().adjusted(4, 4, -4, -4)
    picture = hand.exercise.grab(window).toImage()
    return [picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)]


def test_no_control_turns_it_off_or_sets_how_loud_it_is(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "radio", WORDS)
    assert [key.text() for key in hand.exercise.controls()] == ["Back to the room"]
    sliders = [one for one in hand.window.findChildren(QAbstractSlider) if not isinstance(one, QScrollBar)]
    assert sliders == []
    named = " ".join(part.accessibleName().lower() for part in hand.window.findChildren(QWidget))
    assert not any(verb in named for verb in ("off", "mute", "volume", "quieter", "silence", "stop"))


@pytest.mark.parametrize("level", ["full", "calm", "still"])
def test_it_plays_whatever_one_does(qtbot: QtBot, look: Look, level: str) -> None:
    hand = Hand(qtbot, look, "radio", WORDS, level=level)
    hand.exercise.back.click()
    hand.exercise.task.choose("own")
    for _ in range(20):
        hand.wait(7.3, 100)
        assert len(set(window_of(hand))) > 3, "there are words in its window"
        assert WORDS in hand.exercise.equivalent()


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_however_quiet_it_is_it_can_be_read(look: Look, preferences: Preferences, theme: str) -> None:
    preferences.theme = theme
    assert all(ratio(ink(look, loud / 10), look.colour("card")) >= 4.5 for loud in range(11))


@pytest.mark.parametrize("words", THOUGHTS)
def test_words_stay_to_the_letter_and_their_size(qtbot: QtBot, look: Look, words: str) -> None:
    hand = Hand(qtbot, look, "radio", words)
    hand.window.grab()
    radio = hand.exercise.set
    assert words in hand.exercise.equivalent()
    assert radio._laid is not None and not radio._laid.cut
    assert radio._laid.layout.text() == words.replace("\n", "\u2028")
    assert radio.font.pixelSize() >= 15


def test_coming_back_is_acknowledged_and_not_counted(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "radio", WORDS)
    for _ in range(3):
        hand.exercise.back.click()
        assert hand.exercise.said.text() == "Back in the room. The radio plays on."
        hand.wait(WIDENS + 0.1)
        assert hand.exercise.widened is None
    shown = " ".join(part.text() for part in hand.window.findChildren(QLabel))
    assert not any(figure.isdigit() for figure in shown)
    assert set(hand.exercise.answers()) == {"task"}


def test_the_ring_widens_to_the_room(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "radio", WORDS)
    hand.exercise.back.click()
    shares = []
    for _ in range(30):
        shares.append(hand.exercise.widened)
        hand.wait(0.1)
    assert shares == sorted(shares) and shares[0] == 0 and shares[-1] > 0.7


@pytest.mark.parametrize("level", ["calm", "still"])
def test_where_less_is_to_move_the_ring_is_there_at_once(qtbot: QtBot, look: Look, level: str) -> None:
    hand = Hand(qtbot, look, "radio", WORDS, level=level)
    hand.exercise.back.click()
    assert hand.exercise.widened == 1.0
    hand.wait(WIDENS + 0.1)
    assert hand.exercise.widened is None


def test_in_still_nothing_moves_between_two_pieces(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "radio", WORDS * 5, level="still")
    before = hand.exercise.grab().toImage()
    hand.wait(6.5, 100)
    assert hand.exercise.grab().toImage() == before
    assert hand.exercise.wait() == pytest.approx(500, abs=2)
    hand.wait(1, 100)
    assert hand.exercise.grab().toImage() != before


@pytest.mark.parametrize("seed", range(6))
def test_the_cups_begin_in_no_order_and_can_be_put_in_one_by_pressing(qtbot: QtBot, look: Look, seed: int) -> None:
    hand = Hand(qtbot, look, "radio", WORDS, seed=seed)
    cups = hand.exercise.cups
    assert not cups.in_order and sorted(cups.order) == list(range(5))
    for place in range(5):
        other = cups.order.index(place)
        if other != place:
            cups.cups[place].click()
            cups.cups[other].click()
    assert cups.in_order
    assert hand.exercise.asked.text() == hand.exercise.text.lines["in_order"]
    assert not any(praise in hand.exercise.asked.text().lower() for praise in ("well", "good", "right", "done"))


def test_the_cups_can_be_carried_with_the_keyboard(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "radio", WORDS)
    cups = hand.exercise.cups
    first = cups.cups[0]
    first.setFocus()
    before = cups.order
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert cups.cups[1].hasFocus() and cups.order == before
    qtbot.keyClick(cups.cups[1], Qt.Key.Key_Left)
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert first.hasFocus() and cups.order == [before[1], before[0], *before[2:]]
    assert first.accessibleDescription() == "Second" and len(set(cups.names())) == 5


def test_a_task_of_ones_own_is_kept(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "radio", WORDS)
    hand.exercise.task.chips["own"].click()
    assert hand.exercise.own.isVisible() and not hand.exercise.cups.isVisible()
    hand.exercise.own.setText("Water the plant")
    said = hand.exercise.answers()
    again = Hand(qtbot, look, "radio", WORDS, answers=said)
    assert again.exercise.answers() == said == {"task": "own", "own": "Water the plant"}


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", SIZES)
def test_everything_has_a_name_and_its_room(
    qtbot: QtBot, look: Look, preferences: Preferences, theme: str, size: tuple[int, int]
) -> None:
    preferences.theme, preferences.text_size = theme, 150
    hand = Hand(qtbot, look, "radio", WORDS)
    hand.resize(*size)
    settle()
    assert unnamed(hand.window) == [] and clipped(hand.window) == []
    free = hand.exercise.free
    for place in (
        hand.exercise.set.place,
        hand.exercise.panel.geometry().toRectF(),
        hand.exercise.cups.geometry().toRectF(),
    ):
        assert free.contains(place)
    assert not hand.exercise.set.place.intersects(hand.exercise.panel.geometry().toRectF())
    assert not hand.exercise.cups.geometry().intersects(hand.exercise.panel.geometry())
