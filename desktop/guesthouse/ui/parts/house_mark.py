"""The mark of the house: a roof, a wall and a lit door."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from guesthouse.qt.look import Look

_DESIGN = 32.0


class HouseMark(QWidget):
    """Paints the mark at ``size`` design pixels; it is a picture only, beside a name."""

    def __init__(self, look: Look, size: int = 32, parent: QWidget | None = None) -> None:
        """A mark that follows theme and text size."""
        super().__init__(parent)
        self._look = look
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint on a square of 32."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _DESIGN, self.height() / _DESIGN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("house-wall"))
        corners = ((16, 0), (32, 14), (32, 32), (0, 32), (0, 14))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        door = QPainterPath(QPointF(11, 32))
        door.lineTo(11, 21)
        door.quadTo(16, 14, 21, 21)
        door.lineTo(21, 32)
        door.closeSubpath()
        painter.setBrush(self._look.colour("house-door"))
        painter.drawPath(door)
        painter.end()
