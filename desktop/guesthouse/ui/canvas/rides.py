"""Words on the artwork that carries them: a form is chosen for the words, stretched to them, and rendered once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import log

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from guesthouse.domain.scene import Carrier
from guesthouse.ui.canvas.artwork import blank
from guesthouse.ui.canvas.bubbles import BubbleStyle
from guesthouse.ui.canvas.lines import Block, Setting, balanced, blocks

MOST_LINES = 4
STRETCH = 4 / 3
"""How much more one way than the other a form may be stretched."""
SMALLEST = 0.8
"""Few words do not make a form smaller than this share of its own size."""
WORDS_AT_LEAST, WORDS_AT_MOST = 0.9, 1.1
"""How much smaller and larger words are, far off and near."""
STEPS = 20
"""Sizes between none and full: few renderings serve a lane that runs into the distance."""
BENT = 1.6
"""What a stretch costs, beside what a carrier takes of the view."""
HANGS = 0.3
"""How much of the pill hangs below the artwork."""
NOTHING = Block(0.0, QSizeF(0.0, 0.0), False)


@dataclass(frozen=True, slots=True)
class Ride:
    """Words on their carrier, rendered. Lengths are pixels from the upper left corner of the artwork."""

    pixmap: QPixmap
    size: QSizeF
    anchor: QPointF
    words: QRectF
    """What the words take; it lies within the clear part."""

    more: QRectF | None
    whole: QRectF
    """The artwork and what hangs on it; the pixmap is as large."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a carrier is to carry: the words, the line above them, and whether they were here before (the pill)."""

    words: str
    framing: str
    pill: QPixmap | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """A form at a size: how far it is stretched each way, in pixels a unit of its board."""

    form: Carrier
    across: float
    down: float

    @property
    def cost(self) -> float:
        """The less, the better: what it takes of the view, and how far it is bent."""
        area = self.form.width * self.across * self.form.height * self.down
        return log(area) + BENT * abs(log(self.across / self.down))


def step(scale: float) -> float:
    """The size at which a carrier at ``scale`` is rendered."""
    return max(1, round(scale * STEPS)) / STEPS


def fit(form: Carrier, size: QSizeF, natural: float) -> Fit:
    """``form`` so that words of ``size`` are within its clear part; ``natural`` is its own size, pixels a unit.

    Up to its own size it grows evenly, beyond that where it must; never one way much more than the other.
    """
    _, _, clear_w, clear_h = form.words
    across, down = max(size.width() / clear_w, natural * SMALLEST), max(size.height() / clear_h, natural * SMALLEST)
    across, down = max(across, min(down, natural)), max(down, min(across, natural))
    return Fit(form, max(across, down / STRETCH), max(down, across / STRETCH))


def ride(load: Load, forms: Sequence[Carrier], style: BubbleStyle, ink: QColor, natural: float) -> Ride:
    """Render ``load`` on the one of ``forms`` that suits it best; very long words by their beginning and "more"."""
    form, widest, widest_frame = _best(load, forms, style, natural)
    parts = _parts(load, style, widest, widest_frame)
    return _draw(load, fit(form, _size_of(parts, style), natural), parts, style, ink)


def at_scale(style: BubbleStyle, scale: float) -> BubbleStyle:
    """``style`` for words at ``scale``: a little smaller far off, but never too small to be read."""
    grown = min(WORDS_AT_MOST, max(WORDS_AT_LEAST, scale))
    return replace(style, words=_sized(style.words, grown), frame=_sized(style.frame, grown), widest=style.widest)


def _best(load: Load, forms: Sequence[Carrier], style: BubbleStyle, natural: float) -> tuple[Carrier, float, float]:
    """The form, and the widest line of the words and of the line above them, that cost least."""
    above = blocks(load.framing, style.frame, style.widest, 2) if load.framing else [NOTHING]
    words = blocks(load.words, style.words, style.widest, MOST_LINES)
    gap = _gap(style) if load.framing else 0.0

    def cost(each: tuple[Block, Block, Carrier]) -> tuple[bool, float]:
        frame, body, form = each
        width = max(frame.size.width(), body.size.width())
        size = QSizeF(width, frame.size.height() + gap + body.size.height())
        return frame.broken or body.broken, fit(form, size, natural).cost

    frame, body, form = min(product(above, words, forms), key=cost)
    return form, body.widest, frame.widest


def _parts(load: Load, style: BubbleStyle, widest: float, widest_frame: float) -> list[tuple[Setting, str]]:
    """The lines from above to below, each with what it is: the "frame", the "words", the "more"."""
    body = balanced(load.words, style.words, widest, MOST_LINES)
    parts = [(body, "words")]
    if load.framing:
        parts.insert(0, (balanced(load.framing, style.frame, widest_frame, 2), "frame"))
    if body.cut:
        parts.append((balanced(style.more, style.frame, style.widest, 1), "more"))
    return parts


def _size_of(parts: list[tuple[Setting, str]], style: BubbleStyle) -> QSizeF:
    width = max(part.size.width() for part, _ in parts)
    height = sum(part.size.height() for part, _ in parts) + _gap(style) * (len(parts) - 1)
    return QSizeF(width, height)


def _draw(load: Load, fitted: Fit, parts: list[tuple[Setting, str]], style: BubbleStyle, ink: QColor) -> Ride:
    form, across, down = fitted.form, fitted.across, fitted.down
    size = QSizeF(form.width * across, form.height * down)
    clear = QRectF(form.words[0] * across, form.words[1] * down, form.words[2] * across, form.words[3] * down)
    pill = _pill(load, size, clear)
    whole = QRectF(0, 0, size.width(), size.height()) | pill
    pixmap = blank(whole.size(), style.dpr)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-whole.topLeft())
    QSvgRenderer(str(form.file)).render(painter, QRectF(0, 0, size.width(), size.height()))
    if load.pill is not None:
        painter.drawPixmap(pill.topLeft(), load.pill)
    painter.setPen(ink)
    words, more = _write(painter, clear, parts, style)
    painter.end()
    anchor = QPointF(form.anchor[0] * across, form.anchor[1] * down)
    return Ride(pixmap, size, anchor, words, more, whole)


def _write(
    painter: QPainter, clear: QRectF, parts: list[tuple[Setting, str]], style: BubbleStyle
) -> tuple[QRectF, QRectF | None]:
    """The lines in the middle of the clear part; returns what they take, and where the "more" is."""
    size, gap = _size_of(parts, style), _gap(style)
    taken = QRectF(
        clear.center().x() - size.width() / 2, clear.center().y() - size.height() / 2, size.width(), size.height()
    )
    y, more = taken.top(), None
    for part, kind in parts:
        part.draw(painter, QPointF(clear.center().x() - part.size.width() / 2, y))
        if kind == "more":
            more = QRectF(taken.left(), y - gap / 2, taken.width(), part.size.height() + gap)
        y += part.size.height() + gap
    return taken, more


def _pill(load: Load, size: QSizeF, clear: QRectF) -> QRectF:
    """Where "here before" hangs: at the lower edge, below the words."""
    if load.pill is None:
        return QRectF()
    pill = load.pill.deviceIndependentSize()
    y = max(clear.bottom() + 1, size.height() - pill.height() * (1 - HANGS))
    return QRectF(round(clear.center().x() - pill.width() / 2), round(y), pill.width(), pill.height())


def _gap(style: BubbleStyle) -> float:
    return style.words.pixelSize() * 0.22


def _sized(font: QFont, grown: float) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(max(11, round(font.pixelSize() * grown)))
    return sized
