"""F1 and Ctrl+H where the window's own shortcut is not heard: in a dialog, or over an open menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

KEYS = ((Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier))


class SupportKeys(QObject):
    """Emits ``pressed``, once however long a key is held. What reaches a window as a plain key was no shortcut."""

    pressed = Signal()

    def __init__(self, app: QApplication, parent: QObject) -> None:
        """Listen at every window once it gets the focus."""
        super().__init__(parent)
        self._app = app
        self._resting = False
        app.focusWindowChanged.connect(self._listen_at)

    def rest(self) -> None:
        """Hear nothing any more."""
        if not self._resting:
            self._resting = True
            self._app.focusWindowChanged.disconnect(self._listen_at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Neither key goes further."""
        if self._resting or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if (event.key(), event.modifiers()) not in KEYS:
            return False
        if not event.isAutoRepeat():
            self.pressed.emit()
        return True

    def _listen_at(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time is no second filter
