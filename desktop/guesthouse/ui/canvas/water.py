"""Light on moving water: a few thin glints that come up slowly, drift a little with the current, and fade again."""

from __future__ import annotations

from math import pi, sin

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap

from guesthouse.domain.scene import Behaviour, Scene, Variant
from guesthouse.ui.canvas.lens import Lens

MANY = 11
LONG, THIN = 64.0, 2.0
"""Design units of one glint."""
SHORTEST, LONGER = 6.0, 0.7
"""Seconds from nothing to nothing, and how much longer each is than the one before: they never keep time."""
CURRENT = 5.0
"""Design units a second that a glint drifts."""
BRIGHTEST, STEPS = 0.5, 24
GOLDEN = 0.618034


class Water:
    """The glints of one scene on one canvas; scenes without a stream have none, and neither has high contrast."""

    def __init__(self, scene: Scene, name: str, art: Variant, lens: Lens) -> None:
        """Between the lanes of ``scene``, beside what is painted of ``art`` there."""
        self._lens = lens
        self._wet = scene.behaviour is Behaviour.STREAM and name != "contrast"
        heights = [place.y for lane in scene.lanes for place in lane.route] or [0.0]
        self._top, self._deep = min(heights) - 8, max(heights) - min(heights) + 30
        stones = [prop for prop in art.props if not prop.front and prop.y > self._top and prop.height < self._deep]
        self._dry = [lens.rect(prop) for prop in stones]
        self._pixmap = _glint(lens) if self._wet else QPixmap()

    def glints(self, seconds: float) -> list[tuple[QRectF, float]]:
        """Where they are now, and how bright, in steps that nobody sees."""
        if not self._wet:
            return []
        found = (self._one(number, seconds) for number in range(MANY))
        return [each for each in found if each[1] > 0.0 and not any(each[0].intersects(dry) for dry in self._dry)]

    def paint(self, painter: QPainter, seconds: float) -> None:
        """Under all that floats."""
        for rect, light in self.glints(seconds):
            painter.setOpacity(light)
            painter.drawPixmap(rect.topLeft(), self._pixmap)
        painter.setOpacity(1.0)

    def _one(self, number: int, seconds: float) -> tuple[QRectF, float]:
        time = SHORTEST + LONGER * number
        lived, since = divmod(seconds + time * ((number * GOLDEN) % 1.0), time)
        x = ((number * 3 + lived * 5) * GOLDEN % 1.0) * self._lens.width + CURRENT * since
        y = self._top + ((number * 5 + lived * 7) * GOLDEN % 1.0) * self._deep
        at = self._lens.point(x, y)
        light = round(BRIGHTEST * sin(pi * since / time) ** 2 * STEPS) / STEPS
        size = self._pixmap.deviceIndependentSize()
        return QRectF(round(at.x()), round(at.y()), size.width(), size.height()), light


def _glint(lens: Lens) -> QPixmap:
    size = QSizeF(LONG * lens.k, max(1.0, THIN * lens.k))
    pixmap = QPixmap((size * lens.dpr).toSize().expandedTo(QSizeF(1, 1).toSize()))
    pixmap.setDevicePixelRatio(lens.dpr)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    gradient = QLinearGradient(QPointF(0, 0), QPointF(size.width(), 0))
    for where, dense in ((0.0, 0), (0.3, 150), (0.55, 220), (1.0, 0)):
        gradient.setColorAt(where, QColor(255, 255, 255, dense))
    painter.fillRect(QRectF(QPointF(0, 0), size), gradient)
    painter.end()
    return pixmap
