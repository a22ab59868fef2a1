"""Words that can be come to, selected and copied; the ring of the keyboard stands a little apart from the letters."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from guesthouse.qt.look import Look

ASIDE, ABOVE = 7, 4
"""Pixels from the words to the outer edge of their ring."""
ROUND = 6


class Selectable(QLabel):
    """A label for the keyboard, too. Nothing in it moves when it gets the focus."""

    def __init__(self, look: Look) -> None:
        """Without words yet."""
        super().__init__()
        self._look = look
        self._ring: Ring | None = None
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("selectable", True)

    @property
    def ring(self) -> Ring | None:
        """What shows that the keyboard is here, while it is."""
        return self._ring

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        if self._ring is None and not self.isWindow():
            self._ring = Ring(self._look, self)
            self.destroyed.connect(self._ring.deleteLater)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And goes."""
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None

    def moveEvent(self, event: QMoveEvent) -> None:
        """The ring stays around it."""
        super().moveEvent(event)
        if self._ring is not None:
            self._ring.place(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ring stays around it."""
        super().resizeEvent(event)
        if self._ring is not None:
            self._ring.place(self)


class Ring(QWidget):
    """Takes no room and no click: it lies on the nearest ground that is large enough for it."""

    def __init__(self, look: Look, words: QLabel) -> None:
        """Around these."""
        super().__init__(_ground(words))
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.place(words)
        self.show()

    def place(self, words: QLabel) -> None:
        """Around these, where they are now."""
        ground = self.parentWidget()
        if ground is not None:
            self.setGeometry(_around(words, ground))
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line in the colour of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), ROUND, ROUND)
        painter.end()


def _around(words: QLabel, ground: QWidget) -> QRect:
    return QRect(words.mapTo(ground, QPoint()), words.size()).adjusted(-ASIDE, -ABOVE, ASIDE, ABOVE)


def _ground(words: QLabel) -> QWidget | None:
    """What words stand on, and has room around them; at most all of the window."""
    ground = words.parentWidget()
    while ground is not None and not ground.isWindow() and not ground.rect().contains(_around(words, ground)):
        ground = ground.parentWidget()
    return ground
