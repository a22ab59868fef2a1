"""A scene's artwork as pixmaps, rendered once for a size, a pixel ratio and a variant; a frame only blits them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from guesthouse.domain.scene import Prop, Scene
from guesthouse.ui.canvas.lens import Lens


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

    def __init__(self, scene: Scene, variant: str, lens: Lens) -> None:
        """Render everything that does not move into one backdrop; ``variant`` is a name of ``scene.variants``."""
        self._art = scene.variants[variant]
        self.lens = lens
        self.variant = variant
        self.crest = lens.point(0, scene.crest).y()
        self.backdrop = self._backdrop()
        self.front = [(lens.rect(prop), self._pixmap(prop)) for prop in self._art.props if prop.front]
        self.clouds = [(cloud, self._pixmap(cloud.prop)) for cloud in self._art.clouds]
        self.flicker = self._placed(self._art.flicker)
        self.leaf = self._pixmap(self._art.leaf) if self._art.leaf else None

    def fits(self, lens: Lens, variant: str) -> bool:
        """Whether nothing has to be rendered again for this canvas."""
        return self.lens == lens and self.variant == variant

    def _backdrop(self) -> QPixmap:
        size = QSizeF(self.lens.size)
        pixmap = blank(size, self.lens.dpr)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(str(self._art.landscape)).render(painter, QRectF(0, 0, size.width(), self.lens.depth))
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
        painter.drawPixmap(
            QRectF(0, int(depth) - 1, self.lens.size.width(), height - int(depth) + 1), line, QRectF(line.rect())
        )

    def _pixmap(self, prop: Prop) -> QPixmap:
        return rendered(prop.file, QSizeF(prop.width, prop.height) * self.lens.k, self.lens.dpr)

    def _placed(self, prop: Prop | None) -> tuple[QRectF, QPixmap] | None:
        return (self.lens.rect(prop), self._pixmap(prop)) if prop else None
