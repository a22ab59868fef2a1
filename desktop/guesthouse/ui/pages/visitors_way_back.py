"""The way back to a practice that has led to the canvas."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import primary
from guesthouse.ui.parts.floating import Floating
from guesthouse.ui.parts.labels import label


class WayBack(Floating):
    """A quiet bar, there while a practice waits."""

    asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Nothing waits yet."""
        super().__init__(look, parent, opacity=0.97)
        self.waits = False
        self.row.setContentsMargins(20, 6, 6, 6)
        self.row.setSpacing(12)
        self.row.addWidget(label(look, "small", self.tr("Watch as long as you like."), wrap=False))
        self.button = primary(look, self.tr("Back to the practice"))
        self.button.setAccessibleName(self.tr("Back to the practice"))
        self.button.clicked.connect(self._back)
        self.row.addWidget(self.button)
        self.hide()

    def wait(self) -> None:
        """A practice waits."""
        self.waits = True
        self.show()

    def over(self) -> None:
        """It does not wait any more."""
        self.waits = False
        self.hide()

    def _back(self) -> None:
        self.over()
        self.asked.emit()

    def place(self, width: int, top: int) -> None:
        """In the middle, under what lies over the canvas."""
        size = self.sizeHint().boundedTo(self.maximumSize())
        wide = min(size.width(), width - 24)
        self.setGeometry((width - wide) // 2, top, wide, size.height())
