"""The list of a box to choose from has the quiet edge of a field, and not that of what has the focus."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.parts.form import choice


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
def test_its_edge_is_that_of_a_field(qtbot: QtBot, look: Look, preferences: Preferences, theme: str) -> None:
    preferences.theme = theme
    box = choice([("a", "Garden"), ("b", "Stream")], "b")
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    view = box.view()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    image = view.grab().toImage()
    middle = image.height() // 2
    assert image.pixelColor(0, middle) == look.colour("control")
    assert image.pixelColor(1, middle) == look.colour("card"), "and it is thin"
    box.hidePopup()
