from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QListWidget, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.ui.parts.cover import Cover
from guesthouse.ui.parts.window_keys import WindowKeys


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def inside(cover: Cover) -> list[QWidget]:
    """What assistive tools find in it, whether it can be seen or not."""
    told = QAccessible.queryAccessibleInterface(cover)
    children = [told.child(index) for index in range(told.childCount())]
    assert [told.indexOfChild(child) for child in children] == list(range(len(children)))
    return [child.object() for child in children]


def test_what_is_covered_is_not_even_found_by_who_asks_for_all_of_it(window: QMainWindow) -> None:
    rooms, note = QListWidget(), QLabel("Shopping")
    rooms.addItem("I always mess up")
    cover = Cover(rooms, WindowKeys(window))
    window.setCentralWidget(cover)
    window.show()
    cover.have_ready(note)
    assert inside(cover) == [rooms]
    cover.put_on(note)
    assert inside(cover) == [note]
    cover.take_off()
    assert inside(cover) == [rooms]
