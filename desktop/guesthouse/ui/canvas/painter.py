"""Paints a picture: backdrop, clouds, those here from far to near, then their words. Nearly all of it is blits."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from guesthouse.sim.way import ease
from guesthouse.ui.canvas.ambience import paint_leaf, paint_sky
from guesthouse.ui.canvas.artwork import Artwork, blank
from guesthouse.ui.canvas.bubbles import SHADE
from guesthouse.ui.canvas.picture import AROUND, Picture, Resting, Riding, Shown, Visiting
from guesthouse.ui.canvas.sprites import Sprites

TAIL = 9.0
SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


@dataclass(frozen=True, slots=True)
class Ink:
    """The canvas's own colours and its small labels, rendered once."""

    ground: QColor
    line: QColor | None
    focus: QColor
    here_before: QPixmap
    more_behind_hill: QPixmap


@dataclass(frozen=True, slots=True)
class Mark:
    """Which visitor has the keyboard's focus (shown), and how far one is being leaned by a drag (pixels)."""

    focused: int | None = None
    dragged: int | None = None
    lean: float = 0.0


def label(text: str, font: QFont, ground: QColor, ink: QColor, dpr: float) -> QPixmap:
    """A small pill with a few words, such as "here before"."""
    metrics = QFontMetricsF(font)
    size = QSizeF(metrics.horizontalAdvance(text) + 22, metrics.height() + 8)
    pixmap = blank(size, dpr)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    rect = QRectF(QPointF(0, 0), size)
    painter.drawRoundedRect(rect, size.height() / 2, size.height() / 2)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return pixmap


class Painter:
    """Paints pictures of one scene; the same objects serve every frame."""

    def __init__(self, sprites: Sprites) -> None:
        """Paint with these figures."""
        self._sprites = sprites
        self._ring: tuple[tuple[QSizeF, Ink], QPixmap] | None = None

    def paint(
        self, painter: QPainter, picture: Picture, art: Artwork, *, seconds: float | None, ink: Ink, mark: Mark
    ) -> None:
        """Paint a whole picture; with ``seconds`` None, what moves by itself stands still or is left out."""
        painter.setRenderHints(SMOOTH, on=False)
        painter.drawPixmap(0, 0, art.backdrop)
        paint_sky(painter, art, seconds or 0.0)
        for one in picture.shown:
            self._one(painter, one, mark)
            if isinstance(one, Riding) and one.id == mark.focused:
                self._mark(painter, one.ringed, ink)
        for rect, pixmap in art.front:
            painter.drawPixmap(rect.topLeft(), pixmap)
        if seconds is not None:
            paint_leaf(painter, art, seconds)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.ground)
        visiting = [one for one in picture.shown if isinstance(one, Visiting)]
        for one in visiting:
            _tail(painter, one, ink)
        for one in visiting:
            self._words(painter, one, ink)
        for one in picture.shown:
            if isinstance(one, Resting):
                painter.drawPixmap(one.body.topLeft(), one.pixmap)
            if isinstance(one, Visiting | Resting) and one.id == mark.focused:
                self._mark(painter, one.ringed, ink)

    def _one(self, painter: QPainter, one: Shown, mark: Mark) -> None:
        lean = mark.lean if mark.dragged == one.id else 0.0
        if isinstance(one, Visiting):
            self._figure(painter, one, lean)
        elif isinstance(one, Riding):
            if one.there < 1.0:
                painter.setOpacity(ease(one.there))
            painter.drawPixmap(one.painted.topLeft() + QPointF(round(lean), 0), one.ride.pixmap)
            painter.setOpacity(1.0)

    def _figure(self, painter: QPainter, one: Visiting, lean: float) -> None:
        height, dpr = one.look.height, one.look.dpr
        if one.clip is not None:
            painter.save()
            painter.setClipRect(QRectF(0, 0, 1e5, one.clip), Qt.ClipOperation.IntersectClip)
        if one.grounded:
            shadow = self._sprites.shadow(height, dpr)
            size = shadow.deviceIndependentSize()
            painter.drawPixmap(_snapped(one.foot.x() - size.width() / 2, one.foot.y() - size.height() / 2), shadow)
        foot = self._sprites.foot(height)
        painter.drawPixmap(
            _snapped(one.foot.x() - foot.x() + lean, one.foot.y() - foot.y()), self._sprites.pixmap(one.look)
        )
        if one.clip is not None:
            painter.restore()

    def _words(self, painter: QPainter, one: Visiting, ink: Ink) -> None:
        if one.pill is not None:
            painter.drawPixmap(_snapped(one.pill.x(), one.pill.y()), ink.here_before)
        if one.bubble is None or one.bubble_rect is None:
            return
        if one.clip is not None:
            painter.save()
            painter.setClipRect(QRectF(0, 0, 1e5, one.clip), Qt.ClipOperation.IntersectClip)
        rect = one.bubble_rect
        if one.zoom == 1.0:
            painter.drawPixmap(QPointF(rect.x() - SHADE, rect.y() - SHADE), one.bubble.pixmap)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            grown = rect.adjusted(-SHADE * one.zoom, -SHADE * one.zoom, SHADE * one.zoom, SHADE * one.zoom)
            painter.drawPixmap(grown, one.bubble.pixmap, QRectF(one.bubble.pixmap.rect()))
        if one.clip is not None:
            painter.restore()

    def _mark(self, painter: QPainter, around: QRectF, ink: Ink) -> None:
        """The ring around who has the focus; what passes in front of it passes in front of its ring."""
        size = around.size() + QSizeF(2 * AROUND, 2 * AROUND)
        if self._ring is None or self._ring[0] != (size, ink):
            self._ring = ((size, ink), _ring(size, ink, painter.device().devicePixelRatioF()))
        painter.drawPixmap(_snapped(around.left() - AROUND, around.top() - AROUND), self._ring[1])


def _ring(size: QSizeF, ink: Ink, dpr: float) -> QPixmap:
    """What stands around who has the focus: light and dark, so that it is seen on every ground."""
    pixmap = blank(size, dpr)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((ink.ground, 5.0), (ink.focus, 2.5)):
        painter.setPen(QPen(colour, width))
        painter.drawRoundedRect(QRectF(QPointF(0, 0), size).adjusted(3, 3, -3, -3), 18, 18)
    painter.end()
    return pixmap


def tail_tip(one: Visiting) -> QPointF:
    """Where a bubble's tail points: just above its visitor's head."""
    return QPointF(one.foot.x(), one.body.top() - 1.0)


def _tail(painter: QPainter, one: Visiting, ink: Ink) -> None:
    """A soft point from the bubble to the head, under every bubble; one that had to go beside the head has none."""
    rect, tip = one.bubble_rect, tail_tip(one)
    if rect is None or (one.clip is not None and tip.y() > one.clip):
        return
    base = rect.bottom() - (1.5 if ink.line is not None else 0.5)
    if tip.y() <= base + 2:
        return
    half = TAIL * one.zoom
    middle = min(max(tip.x(), rect.left() + 20 * one.zoom + half), rect.right() - 20 * one.zoom - half)
    painter.drawPolygon(QPolygonF([QPointF(middle - half, base), tip, QPointF(middle + half, base)]))


def _snapped(x: float, y: float) -> QPointF:
    return QPointF(round(x), round(y))
