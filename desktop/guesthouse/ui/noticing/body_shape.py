"""The outline of a body and its places, on a sheet of 100 by 220, as paths."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

SHEET = QSizeF(100, 220)
EVERYWHERE = "all over"

Line = tuple[tuple[float, float], ...]

ARM: Line = ((30, 66), (17, 96), (14, 128))
LEG: Line = ((38, 120), (37, 160), (37, 202))
TORSO: Line = ((50, 50), (66, 51), (75, 62), (76, 78), (70, 94), (72, 122), (50, 130))


@cache
def body() -> QPainterPath:
    """All of it in one outline."""
    whole = _oval(50, 24, 19, 20)
    for part in (_oval(50, 47, 9, 11), *_both(_torso_half()), *_both(_limb(ARM, 17)), *_both(_limb(LEG, 23))):
        whole = whole.united(part)
    for part in (*_both(_oval(14, 133, 9, 11)), *_both(_oval(34, 207, 14, 8))):
        whole = whole.united(part)
    return whole.simplified()


@cache
def places() -> dict[str, QPainterPath]:
    """The shape of each place that can be pointed at; a small one comes before a large one that it lies in."""
    parts = {
        "eyes": _pair(_oval(43, 22, 5, 4)),
        "jaw": _oval(50, 24, 19, 20).intersected(_box(32, 33, 36, 12)),
        "throat": _oval(50, 49, 8, 6),
        "hands": _pair(_oval(14, 134, 9, 11)),
        "feet": _pair(_oval(34, 207, 14, 9)),
        "shoulders": _pair(_oval(29, 63, 10, 9)),
        "chest": _oval(50, 75, 18, 14),
        "stomach": _oval(50, 101, 16, 12),
        "hips": _oval(50, 123, 22, 9),
        "arms": _pair(_limb(((24, 80), (17, 98), (15, 118)), 17)),
        "legs": _pair(_limb(((38, 142), (37, 165), (37, 190)), 23)),
        "head": _oval(50, 24, 19, 20),
    }
    return {name: path.intersected(body()) for name, path in parts.items()}


def place_at(point: QPointF) -> str:
    """The place that is pointed at, or nothing."""
    return next((name for name, path in places().items() if path.contains(point)), "")


def _oval(x: float, y: float, wide: float, tall: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(x - wide, y - tall, 2 * wide, 2 * tall))
    return path


def _box(x: float, y: float, wide: float, tall: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(x, y, wide, tall))
    return path


def _limb(line: Line, width: float) -> QPainterPath:
    middle = QPainterPath(QPointF(*line[0]))
    middle.quadTo(QPointF(*line[1]), QPointF(*line[2]))
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    return stroker.createStroke(middle).simplified()


def _torso_half() -> QPainterPath:
    """From the middle to one side, with a soft shoulder and waist."""
    top, neck, shoulder, side, waist, hip, foot = (QPointF(*point) for point in TORSO)
    path = QPainterPath(top)
    path.quadTo(neck, shoulder)
    path.cubicTo(QPointF(78, 68), side, waist)
    path.cubicTo(QPointF(67, 104), QPointF(72, 110), hip)
    path.quadTo(QPointF(64, 131), foot)
    path.lineTo(top)
    path.closeSubpath()
    return path


def _mirrored(path: QPainterPath) -> QPainterPath:
    mirrored = QPainterPath(path)
    for number in range(mirrored.elementCount()):
        element = mirrored.elementAt(number)
        mirrored.setElementPositionAt(number, SHEET.width() - element.x, element.y)
    return mirrored


def _both(path: QPainterPath) -> tuple[QPainterPath, QPainterPath]:
    return path, _mirrored(path)


def _pair(path: QPainterPath) -> QPainterPath:
    one, other = _both(path)
    return one.united(other)
