"""The quiet end of a length: the room one is in, the next five minutes, and one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from guesthouse.domain.watching import TimeIsUp
from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import primary
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet


class TimeIsUpCard(Sheet):
    """A card over the whole canvas, that scrolls where the window is low. No praise, no number, and no way round again.

    Its title takes the focus, not its button: whoever was typing presses nothing.
    """

    done = Signal()

    def __init__(self, look: Look, words: TimeIsUp, parent: QWidget) -> None:
        """Hidden at first."""
        super().__init__(look, widest=560, parent=parent)
        self.column.setContentsMargins(0, 16, 0, 16)
        self.title = label(look, "words-large", words.title)
        self.title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # without a caret, as it is nothing to write in
        self.button = primary(look, self.tr("Done"))
        self.button.setAccessibleName(self.tr("Done"))
        self.button.clicked.connect(self.done)
        self._lines = [words.room, words.next]
        card = Card()
        card.column.setSpacing(10)
        lines = [label(look, "words", line) for line in self._lines]
        for line in (self.title, *lines, label(look, "small", words.again)):
            line.setContentsMargins(8, 3, 8, 3)  # the ring of the focus stands clear of the words
            card.column.addWidget(line)
        card.column.addSpacing(8)
        card.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.hide()

    def come(self) -> None:
        """The time is up."""
        self.show()
        self.raise_()
        self.ensureWidgetVisible(self.title)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join([self.title.text(), *self._lines]))
