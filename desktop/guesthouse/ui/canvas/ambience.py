"""The life of a scene besides its visitors: clouds, a flicker in the window, light on water, now and then a leaf."""

from __future__ import annotations

from math import sin, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from guesthouse.ui.canvas.artwork import Artwork

LEAF_EVERY, LEAF_FALLS = 47.0, 11.0
GLOWS = 64


def cloud_rects(art: Artwork, seconds: float) -> list[QRectF]:
    """Where the clouds are after ``seconds`` of visible time, snapped to whole pixels; they come round again."""
    rects = []
    width = art.lens.size.width()
    for cloud, _ in art.clouds:
        rect = art.lens.rect(cloud.prop)
        lap = width + rect.width()
        x = (rect.x() + rect.width() + cloud.speed * art.lens.k * seconds) % lap - rect.width()
        rects.append(QRectF(round(x), round(rect.y()), rect.width(), rect.height()))
    return rects


def flicker_opacity(seconds: float) -> float:
    """How bright the window glows (0..1): a slow, small, uneven breathing, in steps that nobody sees."""
    glow = 0.72 + 0.16 * sin(tau * seconds / 4.7) + 0.1 * sin(tau * seconds / 2.9 + 1.0)
    return round(glow * GLOWS) / GLOWS


def leaf_rect(art: Artwork, seconds: float) -> QRectF | None:
    """Where a leaf is falling, or None: it is a rare one."""
    since = seconds % LEAF_EVERY - (LEAF_EVERY - LEAF_FALLS)
    if art.leaf is None or since < 0:
        return None
    number = int(seconds // LEAF_EVERY)
    share = since / LEAF_FALLS
    start = 0.12 + 0.7 * ((number * 0.618) % 1.0)
    size = art.leaf.deviceIndependentSize()
    place = art.lens.point(0, 400 + 250 * share)
    x = art.lens.size.width() * (start + 0.05 * share) + 18 * art.lens.k * sin(tau * share * 2.5)
    return QRectF(round(x), round(place.y()), size.width(), size.height())


def moving(art: Artwork, seconds: float) -> list[tuple[QRectF, float]]:
    """Everything of the ambience that moves: where it is, and how bright. What differs has to be painted again."""
    places = [(rect, 1.0) for rect in cloud_rects(art, seconds)] + art.water.glints(seconds)
    if art.flicker:
        places.append((art.flicker[0], flicker_opacity(seconds)))
    if leaf := leaf_rect(art, seconds):
        places.append((leaf, 1.0))
    return places


def paint_sky(painter: QPainter, art: Artwork, seconds: float) -> None:
    """Clouds, light on the water and the glow: behind everyone."""
    art.water.paint(painter, seconds)
    for (_, pixmap), rect in zip(art.clouds, cloud_rects(art, seconds), strict=True):
        painter.drawPixmap(rect.topLeft(), pixmap)
    if art.flicker:
        rect, pixmap = art.flicker
        painter.setOpacity(flicker_opacity(seconds))
        painter.drawPixmap(rect.topLeft(), pixmap)
        painter.setOpacity(1.0)


def paint_leaf(painter: QPainter, art: Artwork, seconds: float) -> None:
    """The leaf, where one is falling."""
    rect = leaf_rect(art, seconds)
    if rect is not None and art.leaf is not None:
        painter.drawPixmap(QPointF(rect.topLeft()), art.leaf)
