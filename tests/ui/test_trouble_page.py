"""The page of troubles: what happened, what one can do, and three ways on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.errors import DiskFull
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.trouble import TroublePage
from tests.ui.walk import clipped, unnamed


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> TroublePage:
    made = TroublePage(look=look, folder=Path("/media/stick/guesthouse"))
    made.show_trouble(DiskFull())
    qtbot.addWidget(made)
    made.resize(700, 520)
    made.show()
    return made


def button(page: TroublePage, text: str) -> QPushButton:
    return next(button for button in page.findChildren(QPushButton) if button.text() == text)


def test_it_tells_what_and_where(page: TroublePage) -> None:
    said = [label.text() for label in page.findChildren(QLabel)]
    assert said == [
        DiskFull.title,
        DiskFull.advice,
        str(Path("/media/stick/guesthouse")),
    ]


def test_enter_tries_again(qtbot: QtBot, page: TroublePage) -> None:
    page.arrive()
    with qtbot.waitSignal(page.again):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_one_can_quit(qtbot: QtBot, page: TroublePage) -> None:
    with qtbot.waitSignal(page.quit_asked):
        button(page, "Quit").click()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_is_clipped_or_without_a_name(page: TroublePage, preferences: Preferences, size: int) -> None:
    preferences.text_size = size
    assert unnamed(page) == []
    assert clipped(page) == []
