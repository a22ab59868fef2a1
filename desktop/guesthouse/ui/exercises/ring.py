"""A word on a round paper, and the marks around it that come up one after another."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from guesthouse.qt.look import Look
from guesthouse.ui.exercises.paper import paint_paper, words_font

SIZES = (52, 44, 36, 28, 22)
"""Design pixels: the first in which the word has room, and that one for all of its time."""

LOW, HIGH = 150, 260
DOT = 5.0


def margin(room: QRectF) -> float:
    """The air around the paper, in which the marks stand: less of it where there is little room."""
    return min(56.0, max(24.0, room.height() * 0.14))


def paint_word(painter: QPainter, look: Look, room: QRectF, word: str, *, covered: bool = False) -> QRectF:
    """The word in the middle of ``room`` on its paper, which is returned; ``covered`` leaves the paper empty.

    Nothing of it depends on the time.
    """
    air = margin(room)
    most = room.width() - 4 * air
    font = words_font(look, SIZES[-1])
    for size in SIZES:
        font = words_font(look, size)
        if QFontMetricsF(font).horizontalAdvance(word) <= most:
            break
    metrics = QFontMetricsF(font)
    tall = min(room.height() - 2 * air, max(float(look.px(LOW)), min(float(look.px(HIGH)), room.height() * 0.5)))
    tall = max(tall, metrics.height())
    wide = min(room.width() - 2 * air, max(tall, metrics.horizontalAdvance(word) + 2 * air))
    paper = QRectF(0, 0, wide, tall)
    paper.moveCenter(room.center())
    paint_paper(painter, look, paper, radius=tall / 2)
    painter.setFont(font)
    painter.setPen(look.colour("ink"))
    if covered:
        return paper
    painter.drawText(paper, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextDontClip), word)
    return paper


def paint_ring(painter: QPainter, look: Look, paper: QRectF, risen: Sequence[float], air: float) -> None:
    """A mark for each number in the ``air`` around the paper; it is as full as the number says."""
    around = paper.adjusted(-air / 2, -air / 2, air / 2, air / 2)
    for number, share in enumerate(risen):
        at = _on_the_way(around, (number + 0.5) / len(risen))
        painter.setOpacity(1.0)
        painter.setBrush(look.colour("card"))
        painter.setPen(QPen(look.colour("control"), 1.2))
        painter.drawEllipse(at, DOT, DOT)
        painter.setOpacity(share)
        painter.setBrush(look.colour("sage"))
        painter.setPen(QPen(look.colour("sage"), 1.2))
        painter.drawEllipse(at, DOT, DOT)
    painter.setOpacity(1.0)


def _on_the_way(around: QRectF, share: float) -> QPointF:
    """A point on a rectangle with round ends, from the middle of its top on and with the clock."""
    radius = around.height() / 2
    straight = around.width() - 2 * radius
    round_end = pi * radius
    way = share * (2 * straight + 2 * round_end)
    middle, top = around.center(), around.top()
    if way < straight / 2:
        return QPointF(middle.x() + way, top)
    way -= straight / 2
    if way < round_end:
        angle = way / radius - pi / 2
        return QPointF(around.right() - radius + radius * cos(angle), middle.y() + radius * sin(angle))
    way -= round_end
    if way < straight:
        return QPointF(around.right() - radius - way, around.bottom())
    way -= straight
    if way < round_end:
        angle = way / radius + pi / 2
        return QPointF(around.left() + radius + radius * cos(angle), middle.y() + radius * sin(angle))
    return QPointF(around.left() + radius + way - round_end, top)
