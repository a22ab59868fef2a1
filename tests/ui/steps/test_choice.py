"""Something to choose whose words take several lines: all of them stand in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.steps.choice import Choices

LONG = "Checking, counting or rituals, or a wish to make the word go away"


@pytest.mark.parametrize("size", [100, 150, 200])
def test_words_of_several_lines_have_their_room(qtbot: QtBot, look: Look, preferences: Preferences, size: int) -> None:
    preferences.text_size = size
    page, choices = QWidget(), Choices(look, "Which")
    choices.fill(["A short one", LONG, LONG + ", " + LONG])
    column = QVBoxLayout(page)
    column.addWidget(choices)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(260, 900)
    page.show()
    qtbot.waitExposed(page)
    for _ in range(3):
        QApplication.processEvents()
    for button in choices.buttons:
        assert button.height() >= button.heightForWidth(button.width())
    for before, after in pairwise(choices.buttons):
        assert before.geometry().bottom() < after.y() or before.geometry().right() < after.x()
