"""A scene's artwork as pixmaps, rendered once for a size, a pixel ratio and a variant; a frame only blits them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from guesthouse.domain.scene import Place, Prop, Scene
from guesthouse.ui.canvas.lens import Lens
from guesthouse.ui.canvas.water import Water

FADE = 56
"""Design units above the lower edge of a scene in which its grass fades into more ground."""

PIECE = 90
"""Design units of the small piece of a scene that stands for all of it."""


def blank(size: QSizeF, dpr: float) -> QPixmap:
    """An empty transparent pixmap of ``size`` device-independent pixels."""
    pixmap = QPixmap(QSize(max(1, round(size.width() * dpr)), max(1, round(size.height() * dpr))))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def rendered(file: Path, size: QSizeF, dpr: float) -> QPixmap:
    """An SVG file drawn to ``size`` device-independent pixels."""
    pixmap = blank(size, dpr)
    painter = QPainter(pixmap)
    QSvgRenderer(str(file)).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap


class Artwork:
    """One scene in one variant on one canvas."""

    def __init__(self, scene: Scene, variant: str, lens: Lens, letters: float = 1.0) -> None:
        """Render everything that does not move into one backdrop; ``variant`` is a name of ``scene.variants``.

        ``letters`` is the text size for which it may be written on.
        """
        self._art = scene.variants[variant]
        self.lens = lens
        self.variant = variant
        self.letters = letters
        self.crest = lens.point(0, scene.crest).y()
        self.backdrop = self._backdrop()
        self.front = [(lens.rect(prop), self._pixmap(prop)) for prop in self._art.props if prop.front]
        self.clouds = [(cloud, self._pixmap(cloud.prop)) for cloud in self._art.clouds]
        self.flicker = self._placed(self._art.flicker)
        self.leaf = self._pixmap(self._art.leaf) if self._art.leaf else None
        self.water = Water(scene, variant, self._art, lens)

    def fits(self, lens: Lens, variant: str, letters: float) -> bool:
        """Whether nothing has to be rendered again for this canvas."""
        return (self.lens, self.variant, self.letters) == (lens, variant, letters)

    def piece(self, route: Sequence[Place]) -> QPixmap:
        """A small square of the backdrop about the middle of ``route``."""
        side = round(PIECE * self.lens.k * self.lens.dpr)
        middle = route[0].towards(route[-1], 0.4)
        at = (self.lens.point(middle.x, route[len(route) // 2].y) * self.lens.dpr).toPoint()
        return self.backdrop.copy(QRect(at.x() - side // 2, at.y() - side // 2, side, side))

    def _backdrop(self) -> QPixmap:
        size = QSizeF(self.lens.size)
        pixmap = blank(size, self.lens.dpr)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        landscape = QSvgRenderer(str(self._art.landscape))
        for part, whole in self.lens.bands():
            painter.setClipRect(part)
            landscape.render(painter, whole)
        painter.setClipping(False)
        self._more_ground(painter, pixmap)
        for prop in self._art.props:
            if not prop.front:
                QSvgRenderer(str(prop.file)).render(painter, self.lens.rect(prop))
        painter.end()
        return pixmap

    def _more_ground(self, painter: QPainter, pixmap: QPixmap) -> None:
        """Below the scene, its lowest line drawn on downwards, without the single blades of grass in it."""
        depth, height, dpr = self.lens.depth, self.lens.size.height(), self.lens.dpr
        if depth >= height - 1:
            return
        line = pixmap.copy(0, int(depth * dpr) - 2, pixmap.width(), 1)
        line.setDevicePixelRatio(1.0)
        line = line.scaled(12, 1, mode=Qt.TransformationMode.SmoothTransformation)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        below = QRectF(0, int(depth) - 1, self.lens.size.width(), height - int(depth) + 1)
        painter.drawPixmap(below, line, QRectF(line.rect()))
        self._soften_edge(painter, line, below.top())

    def _soften_edge(self, painter: QPainter, line: QPixmap, edge: float) -> None:
        """Let the lowest blades of grass fade into the ground below ``edge``, where they would end as if cut."""
        fade = QSizeF(self.lens.size.width(), FADE * self.lens.k)
        veil = blank(fade, self.lens.dpr)
        ramp = QLinearGradient(0, 0, 0, fade.height())
        ramp.setColorAt(0, Qt.GlobalColor.transparent)
        ramp.setColorAt(1, Qt.GlobalColor.black)
        over = QPainter(veil)
        over.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        over.drawPixmap(QRectF(0, 0, fade.width(), fade.height()), line, QRectF(line.rect()))
        over.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        over.fillRect(QRectF(0, 0, fade.width(), fade.height()), ramp)
        over.end()
        painter.drawPixmap(QPointF(0, edge - fade.height()), veil)

    def _pixmap(self, prop: Prop) -> QPixmap:
        return rendered(prop.file, QSizeF(prop.width, prop.height) * self.lens.k, self.lens.dpr)

    def _placed(self, prop: Prop | None) -> tuple[QRectF, QPixmap] | None:
        return (self.lens.rect(prop), self._pixmap(prop)) if prop else None
