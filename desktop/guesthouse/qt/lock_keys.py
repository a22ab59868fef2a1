"""Ctrl+L where the window's own shortcut is not heard: in a dialog, or over an open menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from guesthouse.qt.at_windows import AtWindows


class LockKeys(AtWindows):
    """Emits ``pressed``. What reaches a window as a plain key was no shortcut of anything."""

    pressed = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+L goes no further."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_L or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        self.pressed.emit()
        return True
