"""Words on the artwork that carries them: a form is chosen for the words, stretched to them, and rendered once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import log
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QRegion
from PySide6.QtSvg import QSvgRenderer

from guesthouse.domain.scene import Carrier
from guesthouse.ui.canvas.artwork import blank
from guesthouse.ui.canvas.bubbles import BubbleStyle
from guesthouse.ui.canvas.lines import Setting, balanced, choices

NARROWER = 0.88
"""The widest line on a carrier, beside that of a bubble: it has edges of its own."""
STRETCH = 4 / 3
"""How much more one way than the other a form may be stretched."""
SMALLEST = 0.8
"""Few words do not make a form smaller than this share of its own size."""
WORDS_AT_LEAST, WORDS_AT_MOST = 0.9, 1.1
"""How much smaller and larger words are, far off and near."""
STEPS = 40
"""Sizes between none and full: few renderings serve a lane that runs into the distance."""
BENT = 1.5
"""What a stretch costs, beside what a carrier takes of the view."""
HIGH = 3.2
"""How much more height costs than width: lanes lie above each other, and there is more room along them."""
FAINT = 4
"""Pixels that soft edges may have beyond what is counted as painted."""
HANGS = 0.3
"""How much of the pill hangs below the artwork."""
BELOW_LABEL = 12.0
"""Design units below the clear part: the edge of a label, and some air."""


@dataclass(frozen=True, slots=True)
class Ride:
    """Words on their carrier, rendered from its ``file``. Lengths are pixels from the artwork's upper left corner."""

    file: Path
    pixmap: QPixmap
    size: QSizeF
    anchor: QPointF
    words: QRectF
    """What the words take; it lies within the clear part."""

    more: QRectF | None
    whole: QRectF
    """All that is painted, with what hangs on it; the pixmap is as large."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a carrier is to carry: the words, the line above them, and "here before" if they were (the pill).

    ``most_lines`` is how many there may be in all; two of words there may be in any case, if it is not one alone.
    """

    words: str
    framing: str
    most_lines: int
    pill: QPixmap | None = None

    @property
    def lines(self) -> int:
        """How many lines of words it takes at most."""
        return max(min(2, self.most_lines), self.most_lines - 1) if self.framing else self.most_lines


@dataclass(frozen=True, slots=True)
class Fit:
    """A form at a size: how far it is stretched each way, in pixels a unit of its board."""

    form: Carrier
    across: float
    down: float

    @property
    def cost(self) -> float:
        """The less, the better: what it takes of the view, and how far it is bent."""
        taken = log(self.form.width * self.across) + HIGH * log(self.form.height * self.down)
        return taken + BENT * abs(log(self.across / self.down))


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
    fitted, parts = _best(load, forms, style, natural)
    return _draw(load, fitted, parts, style, ink)


def measured(load: Load, forms: Sequence[Carrier], style: BubbleStyle, natural: float) -> QSizeF:
    """How large :func:`ride` would be, without rendering it."""
    fitted, _ = _best(load, forms, style, natural)
    return QSizeF(fitted.form.width * fitted.across, fitted.form.height * fitted.down)


def reach(load: Load, forms: Sequence[Carrier], style: BubbleStyle, natural: float) -> float:
    """How many pixels above the lane the words begin."""
    fitted, _ = _best(load, forms, style, natural)
    return (fitted.form.anchor[1] - fitted.form.words[1]) * fitted.down


def at_scale(style: BubbleStyle, scale: float) -> BubbleStyle:
    """``style`` for words at ``scale``: a little smaller far off, but never too small to be read."""
    grown = min(WORDS_AT_MOST, max(WORDS_AT_LEAST, scale))
    words, frame = _sized(style.words, grown), _sized(style.frame, grown)
    return replace(style, words=words, frame=frame, widest=style.widest * NARROWER * max(1.0, grown))


def _best(
    load: Load, forms: Sequence[Carrier], style: BubbleStyle, natural: float
) -> tuple[Fit, list[tuple[Setting, str]]]:
    """The form and the lines that cost least together."""
    tries = [(fit(form, _size_of(parts, style), natural), parts) for parts in _ways(load, style) for form in forms]
    return min(tries, key=lambda each: each[0].cost)


def _ways(load: Load, style: BubbleStyle) -> list[list[tuple[Setting, str]]]:
    """The ways to set it, each from above to below: the "frame", the "words", and the "more" of words that are cut."""
    ways = []
    frames = choices(load.framing, style.frame, style.widest, 2) if load.framing else [None]
    for frame, body in product(frames, choices(load.words, style.words, style.widest, load.lines)):
        parts = [(body, "words")]
        if frame is not None:
            parts.insert(0, (frame, "frame"))
        if body.cut:
            parts.append((balanced(style.more, style.frame, style.widest, 1), "more"))
        ways.append(parts)
    return ways


def _size_of(parts: list[tuple[Setting, str]], style: BubbleStyle) -> QSizeF:
    width = max(part.size.width() for part, _ in parts)
    height = sum(part.size.height() for part, _ in parts) + _gap(style) * (len(parts) - 1)
    return QSizeF(width, height)


def _draw(load: Load, fitted: Fit, parts: list[tuple[Setting, str]], style: BubbleStyle, ink: QColor) -> Ride:
    form, across, down = fitted.form, fitted.across, fitted.down
    size = QSizeF(form.width * across, form.height * down)
    clear = QRectF(form.words[0] * across, form.words[1] * down, form.words[2] * across, form.words[3] * down)
    pill = _pill(load, size, clear, BELOW_LABEL * down)
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
    pixmap, whole = _cropped(pixmap, whole, style.dpr)
    return Ride(form.file, pixmap, size, anchor, words, more, whole)


def _cropped(pixmap: QPixmap, whole: QRectF, dpr: float) -> tuple[QPixmap, QRectF]:
    """Without the empty margin around the artwork: fewer pixels to paint in each frame."""
    painted = QRegion(pixmap.mask()).boundingRect().adjusted(-FAINT, -FAINT, FAINT, FAINT)
    kept = painted.intersected(pixmap.rect()) if not painted.isEmpty() else pixmap.rect()
    corner = whole.topLeft() + QPointF(kept.topLeft()) / dpr
    return pixmap.copy(kept), QRectF(corner, QSizeF(kept.size()) / dpr)


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


def _pill(load: Load, size: QSizeF, clear: QRectF, below: float) -> QRectF:
    """Where "here before" hangs: at the lower edge, ``below`` the words and their label."""
    if load.pill is None:
        return QRectF()
    pill = load.pill.deviceIndependentSize()
    y = max(clear.bottom() + below, size.height() - pill.height() * (1 - HANGS))
    return QRectF(round(clear.center().x() - pill.width() / 2), round(y), pill.width(), pill.height())


def _gap(style: BubbleStyle) -> float:
    return style.words.pixelSize() * 0.22


def _sized(font: QFont, grown: float) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(max(11, round(font.pixelSize() * grown)))
    return sized
