"""The head of a run before and after its exercise: what it is, how long it takes, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from guesthouse.domain.exercise import ExerciseText
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.hills import paint_hills
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import minutes_said
from guesthouse.ui.steps.inline import Inline


class OnHills(QWidget):
    """Two quiet hills stand at the foot of it."""

    def __init__(self, look: Look) -> None:
        """Empty."""
        super().__init__()
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hills."""
        painter = QPainter(self)
        paint_hills(painter, self._look, self.size())
        painter.end()


class RunHead(QWidget):
    """Title and length on one side; Stop here, with its key, on the other."""

    stop_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Of no exercise yet."""
        super().__init__()
        self._title = label(look, "soft")
        self._facts = label(look, "small")
        self.stop = pill(look, self.tr("Stop here"))
        self.stop.setAccessibleName(self.tr("Stop here"))
        self.stop.clicked.connect(self.stop_asked)
        words = QWidget()
        line = Inline(words, gap=18, between=2, middle=True)
        line.addWidget(self._title)
        line.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 20, 32, 8)
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(label(look, "small", self.tr("Esc", "the key"), wrap=False))
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_exercise(self, text: ExerciseText) -> None:
        """Name it."""
        self._title.setText(text.title)
        self._facts.setText(minutes_said(text.minutes))
