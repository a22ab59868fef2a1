"""A quiet line over the canvas, there for some seconds."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.floating import Floating
from guesthouse.ui.parts.labels import label

STAYS = 6000
"""Milliseconds."""


class Notice(Floating):
    """Says one thing, politely, and goes; what was said is kept nowhere."""

    changed = Signal()
    """It has something to say, or nothing any more; whoever gives it its place shows it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Nothing to say yet."""
        super().__init__(look, parent, opacity=0.97)
        self.row.setContentsMargins(22, 8, 22, 8)
        self.words = label(look, "body")
        self.row.addWidget(self.words)
        self.going = QTimer(self)
        self.going.setSingleShot(True)
        self.going.setInterval(STAYS)
        self.going.timeout.connect(self.leave)
        self.hide()

    def say(self, sentence: str) -> None:
        """Announce ``sentence``, and show it for a while."""
        self.words.setText(sentence)
        self.going.start()
        self.changed.emit()
        announce(self, sentence)

    def leave(self) -> None:
        """It was there long enough."""
        self.going.stop()
        if self.words.text():
            self.words.setText("")
            self.changed.emit()

    def wide(self, most: int) -> int:
        """The width of its words in one line, at most ``most``."""
        metrics = self.words.fontMetrics()
        margins = self.row.contentsMargins()
        line = metrics.horizontalAdvance(self.words.text()) + margins.left() + margins.right() + 4
        return min(line, most)

    def tall(self, width: int) -> int:
        """Pixels that it needs in this width."""
        self.row.activate()
        return self.row.heightForWidth(width) if self.row.hasHeightForWidth() else self.row.sizeHint().height()
