"""The card in every window, text size and theme: its words and ways are all there, and the page keeps its room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from tests.ui.heavy.conftest import AFRAID, BEREAVED, HAPPENED, LOT, OTHER, OWN, Below
from tests.ui.walk import clipped, unnamed

SIZES = [(720, 520), (900, 600), (1280, 800)]
EVERYWHERE = [
    *((size, text, "light") for size in SIZES for text in (80, 100, 150, 200)),
    ((900, 600), 100, "night"),
    ((900, 600), 100, "contrast"),
    ((720, 520), 150, "contrast"),
]
WORDS = [
    (OWN,),
    (OTHER,),
    (AFRAID,),
    (LOT,),
    (HAPPENED,),
    (BEREAVED,),
    (OWN, AFRAID),
    (LOT, HAPPENED),
    (OWN, OTHER, AFRAID),
]


def in_sight(button: QPushButton) -> bool:
    """Whether all of it can be seen."""
    return bool(button.visibleRegion().boundingRect() == button.rect())


@pytest.fixture(autouse=True)
def way_round(qapp: QApplication) -> object:
    """Left to right again."""
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(("size", "text", "theme"), EVERYWHERE)
def test_nothing_is_clipped_unnamed_or_out_of_sight(below: Below, size: tuple[int, int], text: int, theme: str) -> None:
    below.preferences.theme = theme
    below.preferences.text_size = text
    for several in WORDS:
        below.heeding._shown.clear()
        below.heeding._lay_down()
        for words in several:
            below.write(words)
        below.size(*size)
        assert clipped(below.heeding) == [], several
        assert unnamed(below.heeding) == [], several
        assert below.heeding.height() <= size[1] * 0.5, several
        assert below.heeding.geometry().bottom() < below.window.height(), several
        hidden = [one.text() for one in below.heeding.findChildren(QPushButton) if not in_sight(one)]
        assert hidden == [], several


@pytest.mark.parametrize("country", ["GB", ""])
@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES)
def test_the_number_to_call_is_always_in_sight_and_no_line_is_cut_at_the_edge(
    below: Below, size: tuple[int, int], text: int, country: str
) -> None:
    below.preferences.text_size, below.preferences.country = text, country
    for several in (one for one in WORDS if one not in [(LOT,), (HAPPENED,), (LOT, HAPPENED)]):
        below.heeding._shown.clear()
        below.heeding._lay_down()
        for said in several:
            below.write(said)
        below.size(*size)
        (number,) = (one for one in below.heeding.findChildren(QLabel) if "danger now, call" in one.accessibleName())
        assert number.visibleRegion().boundingRect() == number.rect(), several
        assert number.height() >= number.heightForWidth(number.width()), several
        assert all(in_sight(button) for button in below.heeding.findChildren(QPushButton)), several
        words = below.heeding.findChildren(QScrollArea)[0]
        seen = words.viewport().height()
        first = words.findChildren(QLabel)[0]
        if seen < first.height():
            assert seen % first.fontMetrics().lineSpacing() == 0, several


def test_it_takes_less_than_half_of_a_usual_window(below: Below) -> None:
    below.size(1280, 800)
    for text in (100, 130):
        below.preferences.text_size = text
        below.write(f"{OWN}, {AFRAID}")
        below.size(1280, 800)
        assert below.heeding.height() <= 800 * 0.45


def test_one_line_for_a_lot(below: Below) -> None:
    below.size(1280, 800)
    below.write(LOT)
    below.size(1281, 800)
    words, button = below.heeding.findChildren(QLabel)[0], below.button("Support")
    middles = [one.mapTo(below.window, one.rect().center()).y() for one in (words, button)]
    assert abs(middles[0] - middles[1]) <= 8


def test_it_follows_the_window_and_the_text_size(below: Below) -> None:
    below.size(1280, 800)
    below.write(f"{OWN}, {AFRAID}")
    usual = below.heeding.height()
    below.size(1280, 540)
    assert below.heeding.height() <= 540 * 0.5 and clipped(below.heeding) == []
    below.size(1280, 800)
    assert below.heeding.height() == usual
    below.preferences.text_size = 130
    for _ in range(3):
        QApplication.processEvents()
    assert below.heeding.height() != usual and clipped(below.heeding) == []
    below.preferences.text_size = 100
    for _ in range(3):
        QApplication.processEvents()
    assert below.heeding.height() == usual


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


def test_a_field_on_a_page_that_scrolls_is_seen_whole_and_not_only_the_line_one_is_in(
    qtbot: QtBot, below: Below
) -> None:
    below.preferences.text_size = 150
    below.size(900, 600)
    sheet, inside, field = QScrollArea(), QWidget(), below.page.field
    column, layout = QVBoxLayout(inside), below.page.layout()
    assert layout is not None
    for widget, height in ((QLabel(), 240), (field, 60), (QLabel(), 500)):
        widget.setFixedHeight(height)
        column.addWidget(widget)
    sheet.setWidgetResizable(True)
    sheet.setWidget(inside)
    layout.addWidget(sheet)
    below.page.box.hide()
    field.setFocus()
    below.write(OWN)
    qtbot.waitUntil(lambda: bool(field.visibleRegion().boundingRect() == field.rect()))


def test_where_it_scrolls_the_ring_of_the_keyboard_has_the_colour_of_the_theme(below: Below, look: Look) -> None:
    below.preferences.text_size = 200
    below.size(720, 520)
    below.write(OWN)
    below.size(720, 520)
    for theme in ("light", "night", "contrast"):
        below.preferences.theme = theme
        words = below.heeding.findChildren(QScrollArea)[0]
        assert look.colour("focus").name() in words.styleSheet(), theme
