"""What lies behind an exercise: a picture in layers, the farthest first, from which one can stand back.

The pictures are ``resources/exercises/art/<name>/{day,night,contrast}/*.svg``, in the order of their names. All of them
have the same picture of ``FULL`` units in mind; one that has only the lower part of it says so with its view box.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.artwork import blank
from guesthouse.ui.exercises.coarse import Coarse, is_large

TINTS = {"light": "day", "night": "night", "contrast": "contrast"}
"""Which artwork goes with which theme."""

FULL = QSizeF(1600, 1000)
NEARER = 0.16
"""How much larger the farthest layer is when one stands near; each layer before it is that much larger again."""

FOCUS = QPointF(0.5, 0.46)
"""The point of the page that stays where it is while one steps back."""


@lru_cache(maxsize=64)
def art(name: str, tint: str) -> tuple[Path, ...]:
    """The layers of one picture, the farthest first."""
    return tuple(sorted((resources() / "exercises" / "art" / name / tint).glob("*.svg")))


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer as pixels, and where it lies on the page when one stands far back."""

    pixmap: QPixmap
    place: QRectF


class Ground:
    """A picture that fills a page, whatever its shape; rendered once for a size, a pixel ratio and a theme."""

    def __init__(self, look: Look, name: str) -> None:
        """Nothing is rendered yet."""
        self._look, self._name = look, name
        self._for: tuple[float, float, float, str] | None = None
        self._layers: list[Layer] = []
        self._coarse = Coarse()

    def paint(self, painter: QPainter, page: QRectF, *, back: float = 1.0, moving: bool = False) -> None:
        """Fill ``page``; ``back`` is 0 where one stands near and 1 where all of it is to be seen.

        While it is ``moving`` a very large page is painted less finely, so that its frames come in time.
        """
        self._render(page.size(), painter.device().devicePixelRatio())
        if moving and is_large(painter, page):
            self._coarse.paint(painter, page, lambda small: self._paint_layers(small, page, back))
            return
        self._coarse.forget()
        self._paint_layers(painter, page, back)

    def forget(self) -> None:
        """Give the pixels back."""
        self._for, self._layers = None, []
        self._coarse.forget()

    def _paint_layers(self, painter: QPainter, page: QRectF, back: float) -> None:
        focus = QPointF(page.width() * FOCUS.x(), page.height() * FOCUS.y())
        painter.save()
        painter.setClipRect(page)
        painter.translate(page.topLeft())
        if is_large(painter, page):  # smoothed it would be late, and not look any different
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for number, layer in enumerate(self._layers):
            nearness = 1 + (1 - back) * NEARER * (2.0**number)
            if nearness == 1:  # pixel on pixel
                painter.drawPixmap(layer.place.topLeft().toPoint(), layer.pixmap)
                continue
            at = focus + (layer.place.topLeft() - focus) * nearness
            target = QRectF(at, layer.place.size() * nearness)
            painter.drawPixmap(target, layer.pixmap, QRectF(layer.pixmap.rect()))
        painter.restore()

    def _render(self, size: QSizeF, ratio: float) -> None:
        wanted = (size.width(), size.height(), ratio, self._look.theme)
        if wanted == self._for:
            return
        self._for = wanted
        whole = covering(size)
        paper = self._look.colour("paper")
        files = art(self._name, TINTS[self._look.theme])
        self._layers = [_layer(file, whole, ratio, None if number else paper) for number, file in enumerate(files)]


def covering(page: QSizeF) -> QRectF:
    """Where the whole picture lies so that it fills ``page``: its foot at the foot, its middle in the middle."""
    scale = max(page.width() / FULL.width(), page.height() / FULL.height())
    size = FULL * scale
    return QRectF(QPointF((page.width() - size.width()) / 2, page.height() - size.height()), size)


def _layer(file: Path, whole: QRectF, ratio: float, under: QColor | None) -> Layer:
    """One rendered; the farthest has a ground ``under`` it and can be painted without looking through it."""
    svg = QSvgRenderer(str(file))
    box, scale = svg.viewBoxF(), whole.width() / FULL.width()
    place = QRectF(whole.topLeft() + box.topLeft() * scale, box.size() * scale)
    pixmap = blank(place.size(), ratio)
    if under is not None:
        pixmap = QPixmap(pixmap.size())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(under)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    svg.render(painter, QRectF(0, 0, place.width(), place.height()))
    painter.end()
    return Layer(pixmap, place)
