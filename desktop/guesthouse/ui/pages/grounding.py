"""The still page that Stop and Esc lead to: feet, floor and room. Nothing on it moves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from guesthouse.domain.care import Grounding
from guesthouse.qt.look import Look
from guesthouse.ui.pages.page import Page
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet

HILLS = ((0.16, 0.45, 0.90, 0.09), (0.28, 0.9, 0.95, 0.05))
"""Each hill: how much green there is in it by day and by night, where its left end stands, and how high it rises."""


class GroundingPage(Page):
    """A few lines to look at, in one's own time. Esc does nothing here: it is where Esc has led."""

    name = "grounding"
    left = Signal()  # the person wants to go back to the visitors

    def __init__(self, *, look: Look, words: Grounding) -> None:
        """The page with these words."""
        super().__init__()
        self._look = look
        sheet = Sheet(look, widest=640)
        sheet.column.addStretch(1)
        self._heading = self._line("display", words.title)
        sheet.column.addWidget(self._heading)
        sheet.column.addWidget(self._line("soft", words.lead))
        sheet.column.addSpacing(8)
        sheet.column.addWidget(self._card(words))
        sheet.column.addSpacing(8)
        sheet.column.addLayout(self._ways_on())
        sheet.column.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self._sheet = sheet
        look.changed.connect(self.update)

    def arrive(self) -> None:
        """Begin at the top, with the focus on the heading: it is read aloud, and a key still held presses nothing."""
        self._sheet.verticalScrollBar().setValue(0)
        self._heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two quiet hills at the foot of the page."""
        if self._look.theme == "contrast":
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        green = self._look.colour("sage-pale" if self._look.dark else "sage")
        for by_day, by_night, start, rise in HILLS:
            share = by_night if self._look.dark else by_day
            painter.setBrush(_between(self._look.colour("paper"), green, share))
            painter.drawPath(self._hill(start, rise))
        painter.end()

    def _hill(self, start: float, rise: float) -> QPainterPath:
        width, height = float(self.width()), float(self.height())
        path = QPainterPath(QPointF(0, height))
        path.lineTo(0, height * start)
        path.cubicTo(
            QPointF(width * 0.34, height * (start - 0.6 * rise)),
            QPointF(width * 0.55, height * (start + 0.7 * rise)),
            QPointF(width, height * (start - rise)),
        )
        path.lineTo(width, height)
        path.closeSubpath()
        return path

    def _card(self, words: Grounding) -> Card:
        card = Card()
        card.column.setSpacing(18)
        for step in words.steps:
            card.column.addWidget(label(self._look, "words-large", step))
        line = QFrame()
        line.setProperty("ground", "line")
        card.column.addWidget(line)
        for ending in (words.room, words.next):
            card.column.addWidget(label(self._look, "words-large", ending))
        return card

    def _ways_on(self) -> Flow:
        flow = Flow()
        back = primary(self._look, self.tr("Back to the visitors"))
        back.clicked.connect(self.left)
        support = quiet(self._look, self.tr("Support"))
        support.clicked.connect(lambda: self.wanted.emit("support"))
        flow.addWidget(back)
        flow.addWidget(support)
        return flow

    def _line(self, role: str, text: str) -> QLabel:
        return label(self._look, role, text)


def _between(one: QColor, other: QColor, share: float) -> QColor:
    """The colour that lies ``share`` (0..1) of the way from ``one`` to ``other``."""
    pairs = ((one.redF(), other.redF()), (one.greenF(), other.greenF()), (one.blueF(), other.blueF()))
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))
