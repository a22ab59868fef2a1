"""The house with its lamp lit: the mark in the middle of a soft light."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.house_mark import HouseMark

SIZES = ((640, 72, 184), (520, 48, 108), (400, 32, 64))
"""Design pixels: in a room this high, the side of the house, and how far its light reaches from edge to edge."""

BRIGHT = ((0.0, 0.62), (0.34, 0.30), (0.7, 0.08), (1.0, 0.0))
"""How much of the lamp there is, from the door outwards."""

LOW = 0.12
"""How far below its middle the house's door is, as a part of its height."""


class LitHouse(QWidget):
    """A picture only. Where contrast is high the house stands without its light, and in a low room it is not there."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """A house that follows theme, text size and room."""
        super().__init__(parent)
        self._look = look
        self._room = SIZES[0][0]
        self._mark = HouseMark(look, SIZES[0][1])
        self._side, self._reach = SIZES[0][1:]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignCenter)
        look.changed.connect(lambda: self.fit(self._room))
        self.fit(look.px(self._room))

    def fit(self, room: int) -> None:
        """The room it is in is so high now, in pixels."""
        self._room = room
        fitting = next((size for size in SIZES if room >= self._look.px(size[0])), None)
        if self.parentWidget() is not None:  # alone it would be a window of its own
            self.setVisible(fitting is not None)
        if fitting is not None:
            _least, self._side, self._reach = fitting
            self._mark.setFixedSize(self._look.px(self._side), self._look.px(self._side))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As far as the light reaches."""
        side = self._look.px(self._reach)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The light, brightest at the door."""
        if self._look.theme == "contrast":
            return
        below = self._look.px(self._side) * LOW
        middle, reach = QPointF(self.width() / 2, self.height() / 2 + below), self.width() / 2 - below
        light = QRadialGradient(middle, reach)
        for place, strength in BRIGHT:
            lamp = QColor(self._look.colour("lamp"))
            lamp.setAlphaF(strength * (0.55 if self._look.dark else 0.9))
            light.setColorAt(place, lamp)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawEllipse(middle, reach, reach)
        painter.end()
