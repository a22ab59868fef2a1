"""The head of what one is in the middle of: what it is, how long it takes, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.inline import Inline


class StopHead(QWidget):
    """Title and facts on one side; Stop here, with its key, on the other."""

    stop_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Of nothing yet."""
        super().__init__()
        self._title = label(look, "soft")
        self._facts = label(look, "small")
        key = label(look, "small", self.tr("Esc", "the key"), wrap=False)
        self.stop = pill(look, self.tr("Stop here"))
        self.stop.clicked.connect(self.stop_asked)
        words = QWidget()
        line = Inline(words, gap=18, between=2, middle=True)
        line.addWidget(self._title)
        line.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 20, 32, 8)
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(key)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_title(self, title: str, facts: str) -> None:
        """Name it; ``facts`` is how long it takes, and the like."""
        self._title.setText(title)
        self._facts.setText(facts)

    def forget(self) -> None:
        """Of nothing any more."""
        self.show_title("", "")
