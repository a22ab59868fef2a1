"""The card in every window, text size and theme: its words and ways are all there, and the page keeps its room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.heavy.conftest import AFRAID, HAPPENED, LOT, OTHER, OWN, Below
from tests.ui.walk import clipped, unnamed

SIZES = [(720, 520), (900, 600), (1280, 800)]
WORDS = [(OWN,), (OTHER,), (AFRAID,), (LOT,), (HAPPENED,), (OWN, AFRAID), (LOT, HAPPENED), (OWN, OTHER, AFRAID)]


@pytest.fixture(autouse=True)
def way_round(qapp: QApplication) -> object:
    """Left to right again."""
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("text", [80, 100, 150, 200])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_clipped_unnamed_or_out_of_sight(below: Below, size: tuple[int, int], text: int, theme: str) -> None:
    below.preferences.theme = theme
    below.preferences.text_size = text
    below.size(*size)
    for several in WORDS:
        below.heeding._shown.clear()
        below.heeding._lay_down()
        for words in several:
            below.write(words)
        below.size(*size)
        assert clipped(below.heeding) == [], several
        assert unnamed(below.heeding) == [], several
        assert below.heeding.height() <= size[1] * 0.5 + 1, several
        assert below.heeding.geometry().bottom() < below.window.height(), several
        if text < 200 or size != (720, 520):
            assert below.heeding.height() <= size[1] * 0.5
            for button in below.heeding.findChildren(QPushButton):
                assert button.visibleRegion().boundingRect() == button.rect(), (several, button.text())


@pytest.mark.parametrize("text", [100, 150])
def test_the_three_ways_of_the_first_card_are_in_sight_in_the_smallest_window(below: Below, text: int) -> None:
    below.preferences.text_size = text
    below.size(720, 520)
    below.write(OWN)
    below.size(720, 520)
    for button in below.heeding.findChildren(QPushButton):
        assert button.visibleRegion().boundingRect() == button.rect(), button.text()


def test_one_line_for_a_lot(below: Below) -> None:
    below.size(1280, 800)
    below.write(LOT)
    below.size(1281, 800)
    label = next(one for one in below.heeding.findChildren(QPushButton) if one.text() == "Support")
    assert below.heeding._card is not None
    words = below.heeding._card.words
    assert (
        abs(words.mapTo(below.window, words.rect().center()).y() - label.mapTo(below.window, label.rect().center()).y())
        <= 8
    )


def test_it_follows_the_window_and_the_text_size(below: Below) -> None:
    below.size(1280, 800)
    below.write(OWN)
    below.size(1281, 800)
    wide = below.heeding.height()
    below.size(720, 520)
    assert clipped(below.heeding) == []
    below.size(1281, 800)
    assert below.heeding.height() == wide
    below.preferences.text_size = 150
    below.size(1281, 800)
    assert below.heeding.height() > wide and clipped(below.heeding) == []
    below.preferences.text_size = 100
    below.size(1281, 800)
    assert below.heeding.height() == wide


def test_where_reading_starts_on_the_right_so_do_its_ways(qapp: QApplication, below: Below) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    below.size(900, 600)
    below.write(OWN)
    below.size(901, 600)
    first, last = below.button("People to contact"), below.button("Keep writing")
    assert first.mapTo(below.window, first.rect().topLeft()).x() > last.mapTo(below.window, last.rect().topLeft()).x()
    assert clipped(below.heeding) == []


def test_where_one_types_stays_in_sight(qtbot: QtBot, below: Below) -> None:
    below.size(900, 600)
    field: QPlainTextEdit = below.page.field
    field.setPlainText("\n".join(f"line {number}" for number in range(200)))
    field.moveCursor(field.textCursor().MoveOperation.End)
    field.ensureCursorVisible()
    below.write(OWN)
    qtbot.waitUntil(lambda: QRect(field.viewport().rect()).contains(field.cursorRect().center()))
