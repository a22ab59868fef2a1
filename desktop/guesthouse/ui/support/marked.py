"""Words with a small sign or picture before them that is painted only: who listens hears the words, once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from guesthouse.qt.look import Look

GAP = 10
DOT = "•"


class Marked(QLabel):
    """A label whose lines all begin beside the mark; subclasses say how wide that is and paint it."""

    def __init__(self, look: Look, role: str, text: str) -> None:
        """``text`` in a type role."""
        super().__init__()
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        look.dress(self, role)
        look.changed.connect(self._make_room)
        self._make_room()

    def mark_size(self) -> QSize:
        """How large the mark is."""
        raise NotImplementedError

    def paint_mark(self, painter: QPainter, place: QRect) -> None:
        """Paint it into ``place``, which stands in the middle of the first line."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Another font, or the other direction of reading."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and the mark."""
        super().paintEvent(event)
        size, words = self.mark_size(), self.contentsRect()
        left = words.right() + 1 + GAP if self.isRightToLeft() else words.left() - GAP - size.width()
        above = words.top() + (self.fontMetrics().height() - size.height()) // 2
        painter = QPainter(self)
        self.paint_mark(painter, QRect(QPoint(left, above), size))
        painter.end()

    def _make_room(self) -> None:
        size = self.mark_size()
        beside, above = size.width() + GAP, max(0, (size.height() - self.fontMetrics().height() + 1) // 2)
        left, right = (0, beside) if self.isRightToLeft() else (beside, 0)
        self.setContentsMargins(left, above, right, above)
        self.update()


class Bullet(Marked):
    """A line of a list."""

    def __init__(self, look: Look, text: str) -> None:
        """``text`` as running text."""
        super().__init__(look, "body", text)

    def mark_size(self) -> QSize:
        """A dot."""
        metrics = QFontMetrics(self._look.font("soft"))
        return QSize(metrics.horizontalAdvance(DOT), metrics.height())

    def paint_mark(self, painter: QPainter, place: QRect) -> None:
        """In a quieter colour."""
        painter.setFont(self._look.font("soft"))
        painter.setPen(self._look.colour("soft"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, DOT)


class Pictured(Marked):
    """A heading with an icon."""

    def __init__(self, look: Look, role: str, text: str, icon: str, *, side: int) -> None:
        """``icon`` by its name, ``side`` design pixels wide."""
        self._icon, self._side = icon, side  # first: how large the mark is is asked at once
        super().__init__(look, role, text)

    def mark_size(self) -> QSize:
        """A square that grows with the text."""
        side = self._look.px(self._side)
        return QSize(side, side)

    def paint_mark(self, painter: QPainter, place: QRect) -> None:
        """In the colour of the house."""
        self._look.icon(self._icon, "sage-ink", size=self._side).paint(painter, place)
