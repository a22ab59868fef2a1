"""What is told as focused is the control itself, and nothing that stands around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.noticing import Amount, Place
from guesthouse.qt.look import Look
from guesthouse.ui.exercises.sting import Sting
from guesthouse.ui.noticing.amount_picker import AmountPicker
from guesthouse.ui.noticing.place_picker import PlacePicker
from guesthouse.ui.parts.size_slider import SizeSlider
from guesthouse.ui.steps.choice import Choices
from guesthouse.ui.steps.verdicts import Verdicts
from tests.ui.shown import show


def choices(look: Look) -> Choices:
    made = Choices(look, "Which")
    made.fill(["This", "That"])
    made.set_chosen(["That"])
    return made


PARTS: dict[str, Callable[[Look], QWidget]] = {
    "0 of 10": lambda look: Sting(look, "Sting"),
    "A lot": lambda look: AmountPicker(look, [Amount("much", "A lot", "", "", "", "")]),
    "Chest": lambda look: PlacePicker(look, [Place("Chest", "chest")]),
    "Size": lambda look: SizeSlider(look, "Size", range(0, 101, 5), 50),
    "Yes": lambda look: Verdicts(look, "Again?"),
    "That": choices,
}


@pytest.mark.parametrize("name", PARTS)
def test_only_the_control_is_told_as_focused(qtbot: QtBot, look: Look, name: str) -> None:
    page, part = QWidget(), PARTS[name](look)
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(part)
    show(qtbot, page, 400, 200)
    part.setFocus()
    there = QApplication.focusWidget()
    assert there is not None and there is not part and part.isAncestorOf(there)
    every = [page, *page.findChildren(QWidget)]
    told = [
        (one, told.text(QAccessible.Text.Name))
        for one in every
        if (told := QAccessible.queryAccessibleInterface(one)) is not None and told.state().focused
    ]
    assert told == [(there, name)]
