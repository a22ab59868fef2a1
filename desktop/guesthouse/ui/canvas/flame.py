"""A candle's flame: painted once as it stands in still air, then bent by its numbers, a strip at a time.

All lengths are in the units of the candle's artwork, with the foot of the flame at 0, 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF, QRadialGradient

from guesthouse.sim.flame import Flame
from guesthouse.ui.canvas.artwork import blank

TALL, WIDE = 152.0, 31.0
"""Its height in still air, and half its width at the belly."""
POINTS = 60
"""On each side of its outline."""
STRIP = 2
"""Pixels of the canvas that are moved as one."""
BELLY, ROUND, POINTED = 1.877, 0.5, 1.12
"""The outline: ROUND makes the foot narrower, POINTED the tip finer; BELLY makes the belly 1 wide."""

SOFT_EDGE = (11.0, 9.0, 7.2, 5.6, 4.2, 3.0, 1.9, 0.9)
HEART = (0.9, 0.82, 0.74, 0.66, 0.57, 0.47, 0.36)

Stops: TypeAlias = "tuple[tuple[float, str, float], ...]"


@dataclass(frozen=True, slots=True)
class Fire:
    """The colours of a flame, from its foot to its tip: where, which, and how dense."""

    edge: tuple[str, float]
    body: Stops
    heart: Stops
    root: Stops
    wick: tuple[str, float]
    light: tuple[str, str]
    """What it sheds about it, near and far."""


BY_DAY = Fire(
    edge=("#F5A030", 0.055),
    body=(
        (0.0, "#E98A3A", 0.0),
        (0.07, "#EE9440", 0.45),
        (0.22, "#F6AA48", 0.9),
        (0.45, "#FBC45C", 1.0),
        (0.75, "#F7AC43", 0.98),
        (0.93, "#EF8F35", 0.85),
        (1.0, "#E97F2E", 0.45),
    ),
    heart=(
        (0.0, "#FFE6A0", 0.0),
        (0.25, "#FFE8A6", 0.2),
        (0.5, "#FFF9E2", 0.34),
        (0.75, "#FFEDB8", 0.24),
        (1.0, "#FFD67E", 0.0),
    ),
    root=((0.0, "#5F7FC4", 0.75), (0.09, "#6C8ACB", 0.5), (0.26, "#8C9FC9", 0.0)),
    wick=("#A8562A", 0.5),
    light=("#FFDF9C", "#FFE4B8"),
)
BY_NIGHT = Fire(
    edge=("#FF9F38", 0.06),
    body=(
        (0.0, "#FF9A40", 0.0),
        (0.07, "#FF9C42", 0.34),
        (0.22, "#FFB452", 0.86),
        (0.45, "#FFD274", 1.0),
        (0.75, "#FFBD56", 0.97),
        (0.93, "#FF9D3E", 0.8),
        (1.0, "#FF8B34", 0.35),
    ),
    heart=(
        (0.0, "#FFEDB4", 0.0),
        (0.25, "#FFEDB4", 0.2),
        (0.5, "#FFFBEA", 0.38),
        (0.75, "#FFF2CA", 0.26),
        (1.0, "#FFDD90", 0.0),
    ),
    root=((0.0, "#5E86E8", 0.8), (0.09, "#6A8FE6", 0.5), (0.26, "#8FA6DE", 0.0)),
    wick=("#A04E22", 0.55),
    light=("#FFC470", "#DC6C58"),
)


STILL = QRectF(-WIDE - 2 * SOFT_EDGE[0], -TALL - 2 * SOFT_EDGE[0], 2 * WIDE + 4 * SOFT_EDGE[0], TALL + 3 * SOFT_EDGE[0])
"""The room of a flame in still air."""
BENT = STILL.adjusted(-0.3 * TALL, -0.2 * TALL, 0.3 * TALL, 0)
"""Where a flame can be at most."""


class Sprite:
    """The flame as one picture, for a size and a pixel ratio."""

    def __init__(self, scale: float, ratio: float, draw: Callable[[QPainter], None]) -> None:
        """``draw`` paints it in still air."""
        self._scale, self._ratio = scale, ratio
        self._pixmap = blank(STILL.size() * scale, ratio)
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.translate(-STILL.topLeft())
        draw(painter)
        painter.end()

    def paint(self, painter: QPainter, flame: Flame, foot: QPointF) -> None:
        """Paint it as it stands now. Strips begin and end on whole pixels, so that no seam is seen between them."""
        unit = self._scale * flame.reach  # pixels of the canvas to one unit upwards
        width = STILL.width() * self._scale * flame.breadth
        target = QRectF(0, 0, width, STRIP)
        source = QRectF(0, 0, self._pixmap.width(), STRIP / flame.reach * self._ratio)
        for y in range(floor(foot.y() + STILL.top() * unit), ceil(foot.y() + STILL.bottom() * unit), STRIP):
            up = (foot.y() - y) / unit
            target.moveTo(foot.x() - width / 2 + _spine(flame, up / TALL) * self._scale, y)
            source.moveTop((-STILL.top() - up) * self._scale * self._ratio)
            painter.drawPixmap(target, self._pixmap, source)


def paint_flame(painter: QPainter, fire: Fire) -> None:
    """Paint one in still air: a soft edge, the body, its root, what glows inside it, the dark about the wick."""
    painter.setPen(Qt.PenStyle.NoPen)
    for more in SOFT_EDGE:
        painter.setBrush(_faded(*fire.edge))
        painter.drawPolygon(_outline(more))
    painter.setBrush(_along(fire.body))
    painter.drawPolygon(_outline())
    painter.setBrush(_along(fire.root))
    painter.drawPolygon(_outline(-1.0))
    painter.setBrush(_along(fire.heart))
    for share in HEART:
        painter.drawPolygon(_outline(share=share))
    _paint_dark(painter, fire)


def paint_plain_flame(painter: QPainter, fill: QColor, edge: QColor) -> None:
    """Paint one as a single shape with a single edge, for those who need them clear."""
    painter.setBrush(fill)
    painter.setPen(QPen(edge, 4, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPolygon(_outline())


def _outline(more: float = 0.0, *, share: float = 1.0) -> QPolygonF:
    """Its outline, ``more`` units wider all round, or a ``share`` of it about its heart."""
    bottom, top = -more / TALL * 0.6 + (1 - share) * 0.3, 1 + more / TALL * 0.9 - (1 - share) * 0.3
    pointed = POINTED - more * 0.012 - (1 - share) * 0.2
    left, right = [], []
    for number in range(POINTS + 1):
        along = (number / POINTS) ** 1.35  # closer where the foot is round
        half = (WIDE * share + more) * BELLY * along**ROUND * (1 - along) ** pointed
        y = -TALL * (bottom + (top - bottom) * along)
        left.append(QPointF(-half, y))
        right.append(QPointF(half, y))
    return QPolygonF(left + right[::-1])


def _spine(flame: Flame, up: float) -> float:
    """How far to the right its middle is at a share of its height."""
    up = max(0.0, up)
    return TALL * (flame.lean * up * up + flame.sway * 4 * up * up * max(0.0, 1 - up))


def _along(stops: Stops) -> QBrush:
    """Colours from its foot to its tip."""
    gradient = QLinearGradient(0, 0, 0, -TALL)
    for where, name, dense in stops:
        gradient.setColorAt(where, _faded(name, dense))
    return QBrush(gradient)


def _paint_dark(painter: QPainter, fire: Fire) -> None:
    """About the wick there is no light yet."""
    name, dense = fire.wick
    gradient = QRadialGradient(QPointF(0, 0), 1)
    for where, share in ((0.0, 1.0), (0.45, 0.62), (0.75, 0.2), (1.0, 0.0)):
        gradient.setColorAt(where, _faded(name, dense * share))
    painter.save()
    painter.translate(0, -TALL * 0.15)
    painter.scale(12, 27)
    painter.setBrush(gradient)
    painter.drawEllipse(QPointF(0, 0), 1, 1)
    painter.restore()


def _faded(name: str, dense: float) -> QColor:
    colour = QColor(name)
    colour.setAlphaF(dense)
    return colour
