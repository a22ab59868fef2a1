"""The film as a text to read, on a card over its picture."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from guesthouse.domain.film import Film
from guesthouse.qt.look import Look

WIDEST = 760
MARGIN = 24


class Transcript(QFrame):
    """All captions, in their order; they can be scrolled, selected and copied."""

    def __init__(self, look: Look, film: Film, parent: QWidget) -> None:
        """Hidden at first."""
        super().__init__(parent)
        self._look = look
        self.setProperty("ground", "card")
        self.text = look.dress(QPlainTextEdit(film.transcript(), self), "words")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The film in words"))
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addWidget(self.text)
        self.hide()

    def place(self, room: QRect) -> None:
        """Take the middle of ``room``."""
        wide = min(self._look.px(WIDEST), room.width() - 2 * MARGIN)
        tall = max(120, room.height() - 2 * MARGIN)
        self.setGeometry(room.x() + (room.width() - wide) // 2, room.y() + MARGIN, wide, tall)
        self.raise_()
