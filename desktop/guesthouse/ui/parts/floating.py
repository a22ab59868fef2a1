"""A round bar that floats over a picture and carries controls."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from guesthouse.qt.look import Look


class Floating(QFrame):
    """A bar with round ends; ``row`` takes its controls. It lets a little of the picture through, never its words."""

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, opacity: float = 0.94, radius: float = 24.0
    ) -> None:
        """An empty bar."""
        super().__init__(parent)
        self._look, self._opacity, self._radius = look, opacity, radius
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 4, 14, 4)
        self.row.setSpacing(6)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The round ground, with an edge where contrast is high."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        contrast = self._look.theme == "contrast"
        ground = self._look.colour("card")
        ground.setAlphaF(1.0 if contrast else self._opacity)
        painter.setBrush(ground)
        painter.setPen(QPen(self._look.colour("control"), 2) if contrast else Qt.PenStyle.NoPen)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = min(self._radius, rect.height() / 2)
        painter.drawRoundedRect(rect, radius, radius)
        painter.end()
