"""The candle before it is lit: a still picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.canvas.artwork import blank
from guesthouse.ui.canvas.candle import ART, DOWN, STANDS

HIGH, WIDE = 176, 300
TALL = 560.0
"""Units of the artwork that are seen from top to bottom."""


class UnlitCandle(QWidget):
    """A picture beside the words; it says nothing that they do not say."""

    def __init__(self, look: Look, art: Path) -> None:
        """``art``: the folder of the candle's artwork."""
        super().__init__()
        self._look, self._art = look, art
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """It does not grow with the text, which needs the room."""
        return QSize(WIDE, HIGH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew when it is seen next."""
        super().resizeEvent(event)
        self._picture = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The room and the candle in it, with round corners."""
        if self._picture.isNull():
            self._render()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _render(self) -> None:
        size, folder = QSizeF(self.size()), self._art / self._look.theme
        self._picture = blank(size, self.devicePixelRatioF())
        painter = QPainter(self._picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(QPointF(), size), 20, 20)
        painter.setClipPath(corners)
        QSvgRenderer(str(folder / "room.svg")).render(painter, QRectF(QPointF(), size))
        scale = size.height() / TALL
        corner = QPointF(size.width() / 2, size.height() * DOWN) - STANDS * scale
        QSvgRenderer(str(folder / "candle.svg")).render(painter, QRectF(corner, ART * scale))
        painter.end()

    def _dress(self) -> None:
        self._picture = QPixmap()
        self.update()
