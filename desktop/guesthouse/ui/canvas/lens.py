"""How design units become pixels: places are stretched to the canvas, shapes keep their proportions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize

from guesthouse.domain.scene import Prop, Scene

VISITOR_HEIGHT = 112.0
"""Design units of a visitor at scale 1.0."""

LOWEST = 704.0
"""Nothing of a scene that matters lies lower than this many design units: feet, and the words under them."""


@dataclass(frozen=True, slots=True)
class Lens:
    """A scene of ``width`` x ``height`` design units seen on a canvas of ``size`` pixels at pixel ratio ``dpr``.

    The scene takes ``depth`` pixels from the top; below it lies more of its lowest ground.
    """

    width: float
    height: float
    size: QSize
    dpr: float
    depth: float

    @classmethod
    def on(cls, scene: Scene, size: QSize, dpr: float, covered: float = 0.0) -> Lens:
        """The lens for ``scene`` on a canvas of ``size`` whose lowest ``covered`` pixels lie under controls."""
        depth = min(float(size.height()), (size.height() - covered) * scene.height / LOWEST)
        return cls(scene.width, scene.height, size, dpr, max(1.0, depth))

    @property
    def k(self) -> float:
        """Pixels a design unit, for things that keep their shape."""
        return min(self.size.width() / self.width, self.depth / self.height)

    def point(self, x: float, y: float) -> QPointF:
        """Where a place lies on the canvas."""
        return QPointF(x * self.size.width() / self.width, y * self.depth / self.height)

    def rect(self, prop: Prop) -> QRectF:
        """The rectangle of a prop: its foot at its place, its size uniform."""
        foot, k = self.point(prop.x, prop.y), self.k
        return QRectF(foot.x() - prop.width * k / 2, foot.y() - prop.height * k, prop.width * k, prop.height * k)

    def tall(self, scale: float) -> int:
        """Pixels of height of a visitor at ``scale``."""
        return max(6, round(VISITOR_HEIGHT * scale * self.k))
