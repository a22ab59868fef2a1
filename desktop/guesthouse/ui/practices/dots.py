"""Where one is: a dot for each step, full up to this one, which is a little larger."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from guesthouse.qt.look import Look

APART, SMALL, LARGE = 32, 4.5, 6.0


class Dots(QWidget):
    """A picture beside words that say the same to a screen reader."""

    def __init__(self, look: Look) -> None:
        """No steps."""
        super().__init__()
        self._look = look
        self._at, self._many = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_place(self, at: int, many: int) -> None:
        """The ``at``-th (from 0) of ``many``."""
        self._at, self._many = at, many
        self.setAccessibleName(self.place())
        self.update()

    def place(self) -> str:
        """The same in words."""
        return self.tr("Step {at} of {many}").format(at=self._at + 1, many=self._many)

    def sizeHint(self) -> QSize:
        """A row of them."""
        return QSize(self._look.px(APART) * max(1, self._many), self._look.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the side where reading starts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        apart = min(float(self._look.px(APART)), self.width() / max(1, self._many))
        start = (self.width() - apart * (self._many - 1)) / 2
        for dot in range(self._many):
            x = start + apart * dot
            if self.isRightToLeft():
                x = self.width() - x
            self._paint_dot(painter, QPointF(x, self.height() / 2), dot)
        painter.end()

    def _paint_dot(self, painter: QPainter, middle: QPointF, dot: int) -> None:
        look = self._look
        radius = look.scale * (LARGE if dot == self._at else SMALL)
        if dot <= self._at:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("sage"))
        else:
            painter.setPen(QPen(look.colour("control"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
