"""Same words, new clothes: the person chooses each change, the words stay, and it ends as it was."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.clothes import SIZES as TYPE_SIZES
from guesthouse.ui.exercises.clothes import colour_of
from tests.qt.test_contrast import ratio
from tests.ui.exercises.hand import LONG, SIZES, THOUGHTS, Hand, settle
from tests.ui.walk import clipped, unnamed

PIECES = ["face", "size", "colour", "space", "place"]


def dressed(qtbot: QtBot, look: Look, words: str = THOUGHTS[0]) -> Hand:
    """A thought in other clothes, piece by piece."""
    hand = Hand(qtbot, look, "clothes", words)
    for piece, value in zip(PIECES, ["typewriter", "large", "blue", "wide", "upper-right"], strict=True):
        hand.exercise.picks[piece].chips[value].click()
    settle()
    return hand


@pytest.mark.parametrize("words", THOUGHTS)
def test_the_words_stay_to_the_letter_whatever_they_wear(qtbot: QtBot, look: Look, words: str) -> None:
    hand = dressed(qtbot, look, words)
    assert hand.exercise.page.words == words
    assert words in hand.exercise.equivalent()


def test_each_change_is_one_that_was_chosen(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "clothes", THOUGHTS[0])
    before = hand.exercise.page.setting
    hand.wait(60, step=500)
    assert hand.exercise.page.setting == before
    hand.exercise.picks["colour"].chips["sage"].click()
    after = hand.exercise.page.setting
    assert after.colour == colour_of(look, "sage")
    assert (after.font, after.space, after.across, after.down) == (
        before.font,
        before.space,
        before.across,
        before.down,
    )


def test_one_key_brings_all_of_it_back(qtbot: QtBot, look: Look) -> None:
    hand = dressed(qtbot, look)
    plain = Hand(qtbot, look, "clothes", THOUGHTS[0]).exercise.page.setting
    assert hand.exercise.page.setting != plain
    (key,) = hand.exercise.controls()
    assert key.isVisible() and key.accessibleName() == "As it was"
    key.click()
    assert hand.exercise.page.setting == plain


def test_it_ends_in_the_original(qtbot: QtBot, look: Look) -> None:
    hand = dressed(qtbot, look)
    assert not hand.exercise.go_on(), "the original is to be read first"
    assert hand.exercise.is_original
    assert hand.exercise.text.moments[2] in hand.said[-1]
    assert hand.exercise.go_on()


def test_untouched_words_need_no_way_back(qtbot: QtBot, look: Look) -> None:
    assert Hand(qtbot, look, "clothes", THOUGHTS[0]).exercise.go_on()


def test_pressing_what_holds_changes_nothing(qtbot: QtBot, look: Look) -> None:
    hand = dressed(qtbot, look)
    before = hand.exercise.page.setting
    chip = hand.exercise.picks["face"].chips["typewriter"]
    chip.setChecked(False)
    assert chip.isChecked() and hand.exercise.page.setting == before


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_every_colour_is_quiet_and_can_be_read(look: Look, preferences: Preferences, theme: str) -> None:
    preferences.theme = theme
    for colour in ["original", "sage", "blue", "lilac", "honey"]:
        ink = colour_of(look, colour)
        assert ratio(ink, look.colour("card")) >= 4.5
        red = ink.hueF() < 0.05 or ink.hueF() > 0.94
        assert not (red and ink.saturationF() > 0.4), "no red of blood"


@pytest.mark.parametrize("value", ["original", "round", "typewriter", "book", "signs"])
def test_letters_are_sober(qtbot: QtBot, look: Look, value: str) -> None:
    hand = Hand(qtbot, look, "clothes", THOUGHTS[0])
    hand.exercise.picks["face"].choose(value)
    family = QFontInfo(hand.exercise.page.setting.font).family().lower()
    assert not any(loud in family for loud in ("comic", "creep", "blood", "papyrus", "chiller"))


@pytest.mark.parametrize("size", list(TYPE_SIZES))
def test_what_has_no_room_scrolls_and_keeps_its_size(qtbot: QtBot, look: Look, size: str) -> None:
    hand = Hand(qtbot, look, "clothes", LONG)
    hand.exercise.picks["size"].choose(size)
    settle()
    assert hand.exercise.page.setting.font.pixelSize() == TYPE_SIZES[size]
    assert hand.exercise.page.text.verticalScrollBar().maximum() > 0


def test_large_words_show_two_whole_lines_in_a_small_window(qtbot: QtBot, look: Look, preferences: Preferences) -> None:
    preferences.text_size = 150
    hand = Hand(qtbot, look, "clothes", "I always get it wrong, and they all know")
    hand.resize(788, 600)
    before = hand.exercise.panel.geometry()
    hand.exercise.picks["size"].chips["large"].click()
    settle()
    page = hand.exercise.page
    assert page.text.document().firstBlock().layout().lineCount() == 2
    assert not page.scrolls
    assert hand.exercise.panel.geometry() == before, "no chip moves away under the pointer"
    row, panel = hand.exercise.picks["face"].row, hand.exercise.panel
    assert panel.rect().contains(row.mapTo(panel, row.chips[0].geometry().center()))


def test_letters_that_hang_together_are_not_pulled_apart(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "clothes", "أنا لست كافيا")
    hand.exercise.picks["space"].choose("wider")
    font = hand.exercise.page.text.document().defaultFont()
    assert font.letterSpacing() == 0 and font.wordSpacing() > 0


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", SIZES)
def test_everything_has_a_name_and_its_room(
    qtbot: QtBot, look: Look, preferences: Preferences, theme: str, size: tuple[int, int]
) -> None:
    preferences.theme, preferences.text_size = theme, 150
    hand = dressed(qtbot, look)
    hand.resize(*size)
    assert unnamed(hand.window) == []
    assert clipped(hand.window) == []
    assert hand.exercise.free.contains(hand.exercise.panel.geometry().toRectF())
    assert hand.exercise.free.contains(
        hand.exercise.page.text.geometry().translated(hand.exercise.page.pos()).toRectF()
    )


def test_one_stop_of_tab_for_each_piece(qtbot: QtBot, look: Look) -> None:
    hand = Hand(qtbot, look, "clothes", THOUGHTS[0])
    hand.exercise.first().setFocus()
    stops = []
    for _ in range(len(PIECES) + 1):
        stops.append(QApplication.focusWidget())
        hand.window.focusNextChild()
    chips = [stop for stop in stops if isinstance(stop, QPushButton) and stop.isCheckable()]
    assert len({chip.accessibleDescription() for chip in chips}) == len(PIECES)
