"""How design units become pixels: places are stretched to the canvas, shapes keep their proportions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize

from guesthouse.domain.scene import Prop, Scene

VISITOR_HEIGHT = 112.0
"""Design units of a visitor at scale 1.0."""


@dataclass(frozen=True, slots=True)
class Lens:
    """A scene of ``width`` x ``height`` design units seen on a canvas of ``size`` pixels at pixel ratio ``dpr``."""

    width: float
    height: float
    size: QSize
    dpr: float

    @classmethod
    def on(cls, scene: Scene, size: QSize, dpr: float) -> Lens:
        """The lens for ``scene`` on a canvas of ``size`` (device-independent pixels)."""
        return cls(scene.width, scene.height, size, dpr)

    @property
    def k(self) -> float:
        """Pixels a design unit, for things that keep their shape."""
        return min(self.size.width() / self.width, self.size.height() / self.height)

    def point(self, x: float, y: float) -> QPointF:
        """Where a place lies on the canvas."""
        return QPointF(x * self.size.width() / self.width, y * self.size.height() / self.height)

    def rect(self, prop: Prop) -> QRectF:
        """The rectangle of a prop: its foot at its place, its size uniform."""
        foot, k = self.point(prop.x, prop.y), self.k
        return QRectF(foot.x() - prop.width * k / 2, foot.y() - prop.height * k, prop.width * k, prop.height * k)

    def tall(self, scale: float) -> int:
        """Pixels of height of a visitor at ``scale``."""
        return max(6, round(VISITOR_HEIGHT * scale * self.k))
