"""A widget as a person has it before them: of a size, on the screen, and with the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def show(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    """Have it there, in a window of its own, and go on once keys that are pressed come to it."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
