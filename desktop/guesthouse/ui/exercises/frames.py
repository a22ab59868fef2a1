"""The frames of the noticing ladder: a line of words comes around what is inside, which stays as it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from guesthouse.qt.look import Look
from guesthouse.ui.exercises.paper import RADIUS, paint_paper

SIDE, TIGHT = 18, 9
"""Design pixels of a frame at the sides and the foot of what it is around; and where there is little height."""

TINTS = (("tint-sage", "tint-sage-ink"), ("tint-honey", "tint-honey-ink"))
"""Ground and words of the inner and the outer frame."""


def heading(look: Look, *, tight: bool = False) -> float:
    """How high the part of a frame is that has its words."""
    return QFontMetricsF(look.font("reading")).height() + look.px(8 if tight else 20)


def around(look: Look, inside: QRectF, *, tight: bool = False) -> QRectF:
    """The frame around ``inside``."""
    side = look.px(TIGHT if tight else SIDE)
    return inside.adjusted(-side, -heading(look, tight=tight), side, side)


def paint_frame(
    painter: QPainter, look: Look, inside: QRectF, number: int, share: float, *, words: str, tight: bool = False
) -> None:
    """The inner (0) or outer (1) frame with its ``words``; ``share`` is 0 where it is not there yet, 1 when whole."""
    if share <= 0:
        return
    ground, ink = ("card", "ink") if look.theme == "contrast" else TINTS[number]
    frame = between(inside, around(look, inside, tight=tight), share)
    paint_paper(painter, look, frame, token=ground, radius=RADIUS + 8 * (number + 1) * share)
    head = QRectF(frame.topLeft(), QSizeF(frame.width(), inside.top() - frame.top()))
    painter.save()
    painter.setClipRect(head)
    painter.setOpacity(painter.opacity() * max(0.0, share * 2 - 1))
    painter.setPen(look.colour(ink))
    painter.setFont(look.font("reading"))
    painter.drawText(head, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def between(one: QRectF, other: QRectF, share: float) -> QRectF:
    """The rectangle that lies ``share`` of the way from ``one`` to ``other``."""

    def part(a: float, b: float) -> float:
        return a + (b - a) * share

    return QRectF(
        QPointF(part(one.left(), other.left()), part(one.top(), other.top())),
        QPointF(part(one.right(), other.right()), part(one.bottom(), other.bottom())),
    )
