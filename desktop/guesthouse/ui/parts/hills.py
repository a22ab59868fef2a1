"""Two quiet hills at the foot of a page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from guesthouse.qt.look import Look

HILLS = ((0.16, 0.45, 0.90, 0.09), (0.28, 0.9, 0.95, 0.05))
"""Each hill: how much green there is in it by day and by night, where its left end stands, and how high it rises."""


class OnHills(QWidget):
    """A page that has them at its foot."""

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


def paint_hills(painter: QPainter, look: Look, size: QSize) -> None:
    """Paint them over the foot of a page of this size; where contrast is high the page stays plain."""
    if look.theme == "contrast":
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    green = look.colour("sage-pale" if look.dark else "sage")
    for by_day, by_night, start, rise in HILLS:
        painter.setBrush(_between(look.colour("paper"), green, by_night if look.dark else by_day))
        painter.drawPath(_hill(size, start, rise))
    painter.restore()


def _hill(size: QSize, start: float, rise: float) -> QPainterPath:
    width, height = float(size.width()), float(size.height())
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


def _between(one: QColor, other: QColor, share: float) -> QColor:
    """The colour that lies ``share`` (0..1) of the way from ``one`` to ``other``."""
    pairs = ((one.redF(), other.redF()), (one.greenF(), other.greenF()), (one.blueF(), other.blueF()))
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))
