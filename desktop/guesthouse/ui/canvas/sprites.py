"""The figures as small pixmaps: one for each size and way of holding itself, rendered when first needed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from math import sin, tau

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap, QRadialGradient
from PySide6.QtSvg import QSvgRenderer

from guesthouse.domain.figure import FigureArt
from guesthouse.sim.frame import Pose
from guesthouse.ui.canvas.artwork import blank

ART = QRectF(0, 0, 120, 150)
"""The artwork's own drawing board; feet stand at y = 140, a figure is 112 units tall."""

FEET, TALL, MARGIN = 140.0, 112.0, 8.0
STRIDES, BREATHS = 10, 3
BUDGET = 96 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that makes one sprite differ from another."""

    figure: int
    height: int
    stride: int
    gaze: int
    lids: bool
    breath: int
    faces: bool
    dpr: float


def in_steps(tall: int) -> int:
    """The height of one who walks: it grows in steps of a fortieth, so that few sprites serve the whole way."""
    step = max(2, tall // 40)
    return -(-tall // step) * step


def look_of(figure: int, height: int, pose: Pose, *, faces: bool, dpr: float, waddles: bool = True) -> Look:
    """The nearest sprite for a pose: walking has ``STRIDES`` pictures, standing has ``BREATHS``."""
    walking = pose.stride is not None and waddles
    stride = int((pose.stride or 0.0) * STRIDES) % STRIDES if walking else -1
    breath = 0 if walking or not waddles else round((pose.breath + 1) / 2 * (BREATHS - 1))
    if not faces:
        return Look(figure, height, stride, 0, False, breath, False, dpr)
    gaze = 0 if walking else pose.gaze  # one who walks looks where it goes
    return Look(figure, height, stride, gaze, pose.lids, breath, True, dpr)


class Sprites:
    """Renders figures and remembers the pixmaps used last, up to ``BUDGET`` bytes."""

    def __init__(self, arts: tuple[FigureArt, ...]) -> None:
        """Read each figure's artwork when it first comes."""
        self._arts = arts
        self._renderers: dict[int, QSvgRenderer] = {}
        self._pixmaps: OrderedDict[Look, QPixmap] = OrderedDict()
        self._shadows: dict[tuple[int, float], QPixmap] = {}
        self._bytes = 0

    def __len__(self) -> int:
        """How many different figures there are."""
        return len(self._arts)

    def title(self, seed: int) -> str:
        """The words for the figure of a guest, such as "a round blue figure"."""
        return self._arts[seed % len(self._arts)].title

    def portrait(self, seed: int, height: int, dpr: float, *, faces: bool = True) -> QPixmap:
        """A guest standing still and looking ahead, ``height`` pixels tall without the margins."""
        return self.pixmap(Look(seed % len(self._arts), height, -1, 0, False, 0, faces, dpr))

    def pixmap(self, look: Look) -> QPixmap:
        """The sprite for ``look``; its feet are at :meth:`foot` from its upper left corner."""
        found = self._pixmaps.get(look)
        if found is not None:
            self._pixmaps.move_to_end(look)
            return found
        pixmap = self._render(look)
        self._pixmaps[look] = pixmap
        self._bytes += _bytes(pixmap)
        while self._bytes > BUDGET and len(self._pixmaps) > 1:
            self._bytes -= _bytes(self._pixmaps.popitem(last=False)[1])
        return pixmap

    @staticmethod
    def foot(height: int) -> QPointF:
        """The point of a sprite of ``height`` that stands on the ground."""
        unit = height / TALL
        return QPointF((ART.width() / 2 + MARGIN) * unit, (FEET + MARGIN) * unit)

    def shadow(self, height: int, dpr: float) -> QPixmap:
        """The soft shadow under a figure of ``height``, centred on its feet."""
        key = (height, dpr)
        if key not in self._shadows:
            if len(self._shadows) > 400:
                self._shadows.clear()
            self._shadows[key] = _shadow(height, dpr)
        return self._shadows[key]

    def _render(self, look: Look) -> QPixmap:
        unit = look.height / TALL
        pixmap = blank(QSizeF(ART.width() + 2 * MARGIN, ART.height() + 2 * MARGIN) * unit, look.dpr)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(unit, unit)
        painter.translate(MARGIN, MARGIN)
        swing = sin(tau * look.stride / STRIDES) if look.stride >= 0 else 0.0
        self._part(painter, look, "foot-left", lift=max(0.0, swing) * 7)
        self._part(painter, look, "foot-right", lift=max(0.0, -swing) * 7)
        _lean(painter, look, swing)
        self._part(painter, look, "body")
        if look.faces:
            self._face(painter, look)
        painter.end()
        return pixmap

    def _face(self, painter: QPainter, look: Look) -> None:
        aside = 3.2 * look.gaze
        self._part(painter, look, "cheeks", aside=aside * 0.5)
        self._part(painter, look, "lids" if look.lids else "eyes", aside=aside)
        self._part(painter, look, "mouth", aside=aside * 0.7)

    def _part(self, painter: QPainter, look: Look, name: str, *, aside: float = 0.0, lift: float = 0.0) -> None:
        renderer = self._renderer(look.figure)
        if renderer.elementExists(name):
            renderer.render(painter, name, renderer.boundsOnElement(name).translated(aside, -lift))

    def _renderer(self, figure: int) -> QSvgRenderer:
        if figure not in self._renderers:
            self._renderers[figure] = QSvgRenderer(str(self._arts[figure].file))
        return self._renderers[figure]


def _lean(painter: QPainter, look: Look, swing: float) -> None:
    """Tip the body from foot to foot when it walks; let it rise a little when it breathes."""
    painter.translate(ART.width() / 2, FEET)
    painter.rotate(2.6 * swing)
    painter.translate(0, -1.6 * abs(swing))
    painter.scale(1.0, 1.0 + 0.009 * look.breath)
    painter.translate(-ART.width() / 2, -FEET)


def _shadow(height: int, dpr: float) -> QPixmap:
    size = QSizeF(height * 0.92, height * 0.2)
    pixmap = blank(size, dpr)
    painter = QPainter(pixmap)
    painter.scale(size.width(), size.height())
    gradient = QRadialGradient(0.5, 0.5, 0.5)
    gradient.setColorAt(0.0, QColor(30, 36, 40, 76))
    gradient.setColorAt(0.6, QColor(30, 36, 40, 44))
    gradient.setColorAt(1.0, QColor(30, 36, 40, 0))
    painter.fillRect(QRectF(0, 0, 1, 1), gradient)
    painter.end()
    return pixmap


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
