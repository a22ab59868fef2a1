"""What stands beside the list while no entry is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.labels import label


class NothingOpen(QWidget):
    """A page of air, a sentence and a button."""

    new_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look) -> None:
        """As quiet as can be."""
        super().__init__()
        words = label(look, "words-large", self.tr("A page, when you want one."))
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        note = label(
            look, "soft", self.tr("What you write stays in one file on this computer. It is saved as you type.")
        )
        note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._offer = label(look, "body")
        self._offer.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.back = quiet(look, self.tr("Take it back"))
        self.back.clicked.connect(self.back_asked)
        button = quiet(look, self.tr("Begin to write"))
        button.clicked.connect(self.new_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(words)
        column.addWidget(note)
        column.addSpacing(12)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        column.addWidget(self._offer)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.offer("")

    def offer(self, text: str) -> None:
        """Say what was put into the drawer, and offer it back; nothing of that where the text is empty."""
        self._offer.setText(text)
        self._offer.setVisible(bool(text))
        self.back.setVisible(bool(text))
