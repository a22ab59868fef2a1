"""F1 and Ctrl+H where the window's own shortcut is not heard: in a dialog, or over an open menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from guesthouse.qt.at_windows import AtWindows

KEYS = ((Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier))


class SupportKeys(AtWindows):
    """Emits ``pressed``, once however long a key is held. What reaches a window as a plain key was no shortcut."""

    pressed = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Neither key goes further."""
        if self._resting or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if (event.key(), event.modifiers()) not in KEYS:
            return False
        if not event.isAutoRepeat():
            self.pressed.emit()
        return True
