"""A column that is as tall as what is in it where there is room, and scrolls where there is not."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.ui.parts.roll import Roll


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
