"""The field one writes a thing of the kit into: as the field for thoughts, with a frame, in any role of type."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from guesthouse.qt.look import Look
from guesthouse.ui.parts.thought_field import ThoughtField

FRAME = 20
"""What padding and edge add to the height of the lines (see the style sheet)."""


class WordsField(ThoughtField):
    """Enter is done, Shift+Enter a new line; with Alt the arrows ask for another place (-1 or 1)."""

    moved = Signal(int)

    def __init__(self, look: Look, name: str, invitation: str = "", role: str = "words") -> None:
        """An empty field that is called ``name``; ``invitation`` stands in it while it is empty."""
        super().__init__(look)
        self._role = role
        self.setStyleSheet("")
        self.setAccessibleName(name)
        self.setPlaceholderText(invitation)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrows moves what is written about."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width there are other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def _restyle(self) -> None:
        self._look.dress(self, getattr(self, "_role", "words"))
        self._grow()

    def _wanted_height(self) -> int:
        return super()._wanted_height() + FRAME
