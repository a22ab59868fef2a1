"""How design units become pixels: places are stretched to the canvas, shapes keep their proportions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize

from guesthouse.domain.scene import Prop, Scene

VISITOR_HEIGHT = 112.0
"""Design units of a visitor at scale 1.0."""

LOWEST = 704.0
"""Nothing of a scene that matters lies lower than this many design units: feet, and the words under them."""

SQUEEZED = 0.4
"""How much of their own room what lies below the highest lane keeps at least, where that lane has to lie lower."""


@dataclass(frozen=True, slots=True)
class Lens:
    """A scene of ``width`` x ``height`` design units seen on a canvas of ``size`` pixels at pixel ratio ``dpr``.

    The scene takes ``depth`` pixels from the top; below it lies more of its lowest ground. What is as high as
    ``hinge`` design units lies ``hung`` pixels below the top: above it the scene is drawn out, below it squeezed,
    down to what is lowest.
    """

    width: float
    height: float
    size: QSize
    dpr: float
    depth: float
    hinge: float = 0.0
    hung: float = 0.0

    @classmethod
    def on(cls, scene: Scene, size: QSize, dpr: float, covered: float = 0.0) -> Lens:
        """The lens for ``scene`` on a canvas of ``size`` whose lowest ``covered`` pixels lie under controls."""
        depth = min(float(size.height()), (size.height() - covered) * scene.height / LOWEST)
        return cls(scene.width, scene.height, size, dpr, max(1.0, depth))

    def lowered(self, hinge: float, pixels: float) -> Lens:
        """What is as high as ``hinge`` (design units) lies at least ``pixels`` below the top, if that can be."""
        usual, lowest = (y * self.depth / self.height for y in (hinge, LOWEST))
        hung = min(pixels, lowest - (lowest - usual) * SQUEEZED)
        return replace(self, hinge=hinge, hung=hung) if hung > usual + 1 else self

    @property
    def k(self) -> float:
        """Pixels a design unit, for things that keep their shape."""
        return min(self.size.width() / self.width, self.depth / self.height)

    def point(self, x: float, y: float) -> QPointF:
        """Where a place lies on the canvas."""
        return QPointF(x * self.size.width() / self.width, self._down(y))

    def high(self, y: float, units: float) -> float:
        """How many pixels high ``units`` of the scene are about ``y``, such as the room between two lanes."""
        return self._down(y + units / 2) - self._down(y - units / 2)

    def bands(self) -> list[tuple[QRectF, QRectF]]:
        """The parts of the scene's picture: where each may be painted, and where all of it would then lie."""
        found = []
        for (high, top), (low, bottom) in pairwise(self._knots):
            stretch = (bottom - top) / (low - high)
            part = QRectF(0, round(top), self.size.width(), round(bottom) - round(top))
            whole = QRectF(0, top - high * stretch, self.size.width(), self.height * stretch)
            found.append((part, whole))
        return found

    def rect(self, prop: Prop) -> QRectF:
        """The rectangle of a prop: its foot at its place, its size uniform."""
        foot, k = self.point(prop.x, prop.y), self.k
        return QRectF(foot.x() - prop.width * k / 2, foot.y() - prop.height * k, prop.width * k, prop.height * k)

    def tall(self, scale: float) -> int:
        """Pixels of height of a visitor at ``scale``."""
        return max(6, round(VISITOR_HEIGHT * scale * self.k))

    @property
    def _knots(self) -> tuple[tuple[float, float], ...]:
        """Design units down and the pixels at which they lie; between two of these the picture is stretched evenly."""
        lowest = (LOWEST, LOWEST * self.depth / self.height)
        return ((0.0, 0.0), *(((self.hinge, self.hung), lowest) if self.hinge else ()), (self.height, self.depth))

    def _down(self, y: float) -> float:
        knots = self._knots
        (high, top), (low, bottom) = next((pair for pair in pairwise(knots) if y <= pair[1][0]), knots[-2:])
        return top + (y - high) * (bottom - top) / (low - high)
