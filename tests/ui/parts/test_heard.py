"""Who listens is told by one factory, however many widgets ask for it, and what it made holds nobody."""

from __future__ import annotations

import gc
import sys
import weakref

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.ratings import Question
from guesthouse.qt.look import Look
from guesthouse.ui.parts import heard
from guesthouse.ui.parts.cover import Cover
from guesthouse.ui.parts.heard import hear
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.rating_slider import RatingSlider
from guesthouse.ui.parts.window_keys import WindowKeys


class Lamp(QWidget):
    """Some widget of ours."""


class Lit(QAccessibleWidget):
    """How it is told."""

    def __init__(self, lamp: Lamp) -> None:
        super().__init__(lamp, QAccessible.Role.Indicator)


def installed() -> int:
    """How often the factory is held, of which one is more for each time it is installed."""
    held: int = sys.getrefcount(heard._told)
    return held


def made(kind: str, look: Look) -> QWidget:
    if kind == "heading":
        return label(look, "display", "Settings")
    if kind == "cover":
        return Cover(QLabel("rooms"), WindowKeys(QMainWindow()))
    return RatingSlider(look, Question("Room", "How much room is there?", low="none", high="plenty"))


def test_two_hundred_windows_install_one_factory(qtbot: QtBot) -> None:
    hear(Lamp(), Lit)
    before = installed()
    for _ in range(200):
        hear(Lamp(), Lit)
    assert installed() == before
    assert QAccessible.queryAccessibleInterface(Lamp()).role() == QAccessible.Role.Indicator


def test_what_is_not_ours_is_told_by_qt(qtbot: QtBot) -> None:
    hear(Lamp(), Lit)
    assert QAccessible.queryAccessibleInterface(QLabel("milk")).role() == QAccessible.Role.StaticText


@pytest.mark.parametrize("kind", ["cover", "slider", "heading"])
def test_nothing_of_a_widget_stays_because_somebody_heard_of_it(qtbot: QtBot, look: Look, kind: str) -> None:
    widget = made(kind, look)
    assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) is not None
    there = weakref.ref(widget)
    widget.deleteLater()
    del widget
    qtbot.waitUntil(lambda: gc.collect() >= 0 and there() is None)
