"""The bubble with a visitor's words, rendered once for each visitor, size and theme."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from guesthouse.ui.canvas.artwork import blank
from guesthouse.ui.canvas.lines import Setting, balanced

MOST_LINES, FEW_LINES = 6, 4
"""Of words in a bubble, and where there is little height."""
SHADE = 6.0
"""Pixels around a bubble for its soft shadow."""


@dataclass(frozen=True, slots=True)
class BubbleStyle:
    """How bubbles look on this canvas: fonts, colours, and the widest line in pixels."""

    words: QFont
    frame: QFont
    ground: QColor
    ink: QColor
    soft: QColor
    line: QColor | None
    more: str
    widest: float
    dpr: float
    most_lines: int = MOST_LINES


@dataclass(frozen=True, slots=True)
class Bubble:
    """A rendered bubble: ``size`` without its shadow, ``more`` the place of the quiet "more" in it, if it has one."""

    pixmap: QPixmap
    size: QSizeF
    more: QRectF | None


def bubble(words: str, framing: str, style: BubbleStyle) -> Bubble:
    """Render ``words`` whole, or, when very long, their beginning with a quiet "more"."""
    frame = balanced(framing, style.frame, style.widest, 2) if framing else None
    body = balanced(words, style.words, style.widest, style.most_lines)
    more = balanced(style.more, style.frame, style.widest, 1) if body.cut else None
    return _draw([part for part in (frame, body, more) if part], frame, more, style)


def _draw(parts: list[Setting], frame: Setting | None, more: Setting | None, style: BubbleStyle) -> Bubble:
    pad_x, pad_y, gap = _padding(style)
    width = max(part.size.width() for part in parts) + 2 * pad_x
    height = sum(part.size.height() for part in parts) + gap * (len(parts) - 1) + 2 * pad_y
    width = max(width, height * 0.9, 2.4 * pad_x)
    pixmap = blank(QSizeF(width + 2 * SHADE, height + 2 * SHADE), style.dpr)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(SHADE, SHADE)
    _ground(painter, QSizeF(width, height), style)
    y, place = pad_y, None
    for part in parts:
        painter.setPen(style.soft if part in (frame, more) else style.ink)
        at = QPointF((width - part.size.width()) / 2, y)
        part.draw(painter, at)
        if part is more:
            place = QRectF(0, y - gap / 2, width, part.size.height() + gap)
        y += part.size.height() + gap
    painter.end()
    return Bubble(pixmap, QSizeF(width, height), place)


def _padding(style: BubbleStyle) -> tuple[float, float, float]:
    size = style.words.pixelSize()
    return size * 1.15, size * 0.72, size * 0.28


def _ground(painter: QPainter, size: QSizeF, style: BubbleStyle) -> None:
    rect = QRectF(0, 0, size.width(), size.height())
    radius = min(22.0, size.height() / 2, size.width() / 2)
    painter.setPen(QColor(0, 0, 0, 0))
    if style.line is None:
        for i in range(3):
            grow = SHADE * (3 - i) / 3 - 1
            painter.setBrush(QColor(40, 36, 44, 9 + 3 * i))
            painter.drawRoundedRect(rect.adjusted(-grow, -grow + 2, grow, grow + 1), radius + grow, radius + grow)
    painter.setBrush(style.ground)
    if style.line is not None:
        painter.setPen(QPen(style.line, 2))
    painter.drawRoundedRect(rect, radius, radius)
