"""A small card beside a rule about oneself: four lines to put below it, none of them needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QPushButton, QSizePolicy, QWidget

from guesthouse.domain.shoulds import Offer
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.roll import Roll

WIDE = 420
SIDE = 14
"""Before and after the words of a line in design pixels, as a pill has it inside its edge."""
EDGE = 2
OVER = 5
"""Pixels over and under its words."""
TALLEST = 1 << 20
APART = 8
"""Between the card and the word, and between the card and the edge of the window."""


class OfferLine(QPushButton):
    """A button whose words go on in the next line. It paints them: a label in it would be heard a second time."""

    def __init__(self, look: Look, text: str) -> None:
        """It says ``text``, whole."""
        super().__init__()
        look.dress(self, "pill")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self._look, self._text = look, text
        self._side = look.px(SIDE) + EDGE
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its words break by width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as its words."""
        return self._room(width - 2 * self._side).height() + 2 * OVER

    def sizeHint(self) -> QSize:
        """As its words would like it."""
        return self._room(self._look.px(WIDE)).size() + QSize(2 * self._side, 2 * OVER)

    def minimumSizeHint(self) -> QSize:
        """At least their longest word."""
        metrics = self._metrics()
        longest = max((metrics.horizontalAdvance(word) for word in self._text.split()), default=0)
        return QSize(longest + 2 * self._side, metrics.height() + 2 * OVER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the words on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._look.font("words"))
        painter.setPen(self._look.colour("ink"))
        room = self.rect().adjusted(self._side, OVER, -self._side, -OVER)
        painter.drawText(room, self._flags(), self._text)
        painter.end()

    def _room(self, width: int) -> QRect:
        """What its words take in this width."""
        return self._metrics().boundingRect(QRect(0, 0, width, TALLEST), self._flags(), self._text)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._look.font("words"))

    def _flags(self) -> int:
        """Where lines begin and break, as in a label."""
        way = Qt.TextFlag.TextForceRightToLeft if self.isRightToLeft() else Qt.TextFlag.TextForceLeftToRight
        place = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return int(place) | int(way) | int(Qt.TextFlag.TextWordWrap)


class ShouldCard(Card):
    """Not modal: it goes when the focus goes elsewhere."""

    chosen = Signal(object)
    """An offer is to be put below."""
    framed = Signal(object)
    """The frame of an offer is to be put before the words themselves."""
    unwanted = Signal()
    """Nothing is to be marked any more."""
    closed = Signal()
    """By Esc or its button: whoever opened it takes the focus back."""

    def __init__(self, look: Look, window: QWidget, mark: str, offers: Sequence[Offer], note: str) -> None:
        """For ``mark``, as it was typed; the card lies over ``window``."""
        super().__init__("card", window)
        self._look, self._window = look, window
        self.setAccessibleName(self.tr("About this “{words}”").format(words=mark))
        self._roll = Roll(look)
        self._roll.column.setSpacing(2)
        self.column.setContentsMargins(16, 14, 16, 12)
        self.column.addWidget(self._roll)
        self._lines: list[OfferLine] = []
        self._fill(mark, offers, note)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def open_beside(self, word: QRect) -> None:
        """Show below ``word`` (in the window), or above it where there is no room below."""
        self._place(word)
        self.show()
        self._place(word)  # labels know their heights only now
        self.raise_()
        self._lines[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the card, whatever it means to the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; the arrows go from line to line."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in steps and focus in self._lines:
            at = self._lines.index(focus) + steps[Qt.Key(event.key())]
            self._lines[at % len(self._lines)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _fill(self, mark: str, offers: Sequence[Offer], note: str) -> None:
        column, side = self._roll.column, self._look.px(SIDE) + EDGE
        asked = self.tr("About “{words}”: press a line to put it below yours.").format(words=mark)
        said = label(self._look, "small", asked)
        said.setContentsMargins(side, 0, side, 4)
        column.addWidget(said)
        for offer in offers:
            line = OfferLine(self._look, offer.text)
            line.setAccessibleDescription(self.tr("Puts this line below yours."))
            line.clicked.connect(partial(self.chosen.emit, offer))
            column.addWidget(line)
            self._lines.append(line)
        noted = label(self._look, "small", note)
        noted.setContentsMargins(side, 4, side, 4)
        column.addWidget(noted)
        verbs = Flow(gap=4)
        for offer in offers:
            if offer.frame:
                named = self.tr("Put “{frame}” before it").format(frame=offer.frame.strip())
                frame = pill(self._look, named)
                frame.setAccessibleDescription(offer.text)
                frame.clicked.connect(partial(self.framed.emit, offer))
                verbs.addWidget(frame)
        off = pill(self._look, self.tr("Don't mark these any more"))
        off.clicked.connect(self.unwanted)
        close = pill(self._look, self.tr("Close"))
        close.clicked.connect(self.closed)
        for button in (off, close):
            verbs.addWidget(button)
        column.addLayout(verbs)

    def _place(self, word: QRect) -> None:
        """Near the word and inside the window; where the window is low the card scrolls."""
        room = self._window.rect().adjusted(APART, APART, -APART, -APART)
        width = min(self._look.px(WIDE), room.width())
        margins = self.column.contentsMargins()
        inside = width - margins.left() - margins.right() - 2 * self.frameWidth()
        wanted = self._roll.column.totalHeightForWidth(inside) + margins.top() + margins.bottom() + 4
        below, above = room.bottom() - word.bottom() - APART, word.top() - APART - room.top()
        under = below >= min(wanted, above)
        height = min(wanted, max(below if under else above, self._look.px(160)))
        y = word.bottom() + APART if under else word.top() - APART - height
        x = word.right() - width + self._look.px(40) if self.isRightToLeft() else word.left() - self._look.px(40)
        x = min(max(x, room.left()), room.right() - width + 1)
        self.setGeometry(x, min(max(y, room.top()), max(room.top(), room.bottom() - height)), width, height)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.hide()
            self.deleteLater()
