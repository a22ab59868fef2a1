"""The title of an entry: one line, large, without a frame."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from guesthouse.qt.look import Look

MOST = 1 << 24
"""Characters; by itself Qt would cut a longer title off at 32,767."""


class BareField(QLineEdit):
    """A line without a frame; Enter and Down go on to what comes next."""

    onward = Signal()

    def __init__(self, look: Look, role: str, name: str, invitation: str) -> None:
        """A field that a screen reader calls ``name``; ``invitation`` stands in it while it is empty."""
        super().__init__()
        self.setProperty("bare", True)
        self.setMaxLength(MOST)
        look.dress(self, role)
        self.setAccessibleName(name)
        self.setPlaceholderText(invitation)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down leave the field downwards."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.onward.emit()
            return
        super().keyPressEvent(event)
