"""A column that is as tall as what is in it where there is room, and scrolls where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.ui.parts.roll import BETWEEN, Roll
from tests.ui.exercises.hand import settle


def test_no_taller_than_what_is_in_it_and_scrolled_where_there_is_less_room(qtbot: QtBot, look: Look) -> None:
    page, roll = QWidget(), Roll(look)
    lines = [QLabel(f"line {number}") for number in range(20)]
    for line in lines:
        roll.column.addWidget(line)
    column = QVBoxLayout(page)
    column.addWidget(roll)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(300, 1200)
    page.show()
    bar = roll.verticalScrollBar()
    qtbot.waitUntil(lambda: 0 < roll.height() < 900)
    assert not bar.isVisible()
    assert roll.viewport().rect().contains(lines[-1].mapTo(roll.viewport(), lines[-1].rect().bottomLeft()))
    page.resize(300, 200)
    qtbot.waitUntil(bar.isVisible)
    bar.setValue(bar.maximum())
    assert roll.viewport().rect().contains(lines[-1].mapTo(roll.viewport(), lines[-1].rect().bottomLeft()))
    roll.to_top()
    assert bar.value() == 0
    page.resize(300, 1200)
    qtbot.waitUntil(lambda: not bar.isVisible())


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_fields_keep_away_from_the_bar_and_its_coming_never_makes_it_necessary(
    qtbot: QtBot, look: Look, direction: Qt.LayoutDirection
) -> None:
    page, roll, field = QWidget(), Roll(look), QLineEdit()
    page.setLayoutDirection(direction)
    words = QLabel("These words are broken into lines, and into more of them where there is less width. " * 6)
    words.setWordWrap(True)
    for part in (words, field):
        roll.column.addWidget(part)
    column = QVBoxLayout(page)
    column.addWidget(roll)
    qtbot.addWidget(page)
    page.resize(300, 1200)
    page.show()
    settle()
    needed, bar = roll.height(), roll.verticalScrollBar()
    assert not bar.isVisible() and field.width() == roll.width()
    around = page.height() - needed if page.height() > needed else 0
    page.resize(300, page.height() - around - 40)
    settle()
    assert bar.isVisible()
    at, inside = bar.mapTo(page, QPoint(0, 0)).x(), field.mapTo(page, QPoint(0, 0)).x()
    between = at - (inside + field.width()) if at > inside else inside - (at + bar.width())
    assert between == BETWEEN
    assert roll.sizeHint().height() == needed, "the height it asks for does not depend on the bar"
    seen = []
    for height in (needed + 60, needed - 2, needed + 60):
        page.resize(300, height)
        settle()
        seen.append((bar.isVisible(), roll.sizeHint().height()))
    assert seen == [(False, needed), (True, needed), (False, needed)]
