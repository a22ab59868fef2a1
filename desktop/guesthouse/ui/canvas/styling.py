"""Fonts and colours of the canvas: they follow the theme and the text size, and a little the size of the canvas."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFont

from guesthouse.qt.look import Look
from guesthouse.ui.canvas.bubbles import FEW_LINES, MOST_LINES, BubbleStyle
from guesthouse.ui.canvas.lens import Lens
from guesthouse.ui.canvas.painter import Ink, label

VARIANTS = {"light": "day", "night": "night", "contrast": "contrast"}


def variant(look: Look) -> str:
    """Which artwork goes with the theme of now."""
    return VARIANTS[look.theme]


def growth(lens: Lens) -> float:
    """How much larger words are on a large canvas: half of what the scene grows by; hardly smaller on a small one."""
    return max(0.88, 1.0 + (lens.k - 1.0) * 0.5)


def bubble_style(look: Look, lens: Lens, *, wide: bool = False) -> BubbleStyle:
    """How bubbles look on this canvas; ``wide`` where lines had better be long than many."""
    grown = growth(lens)
    short = lens.size.height() < 640 * look.scale  # few lines where there is little height
    widest = min((320.0 if short or wide else 250.0) * grown * look.scale, lens.size.width() * 0.42)
    return BubbleStyle(
        words=_sized(look.font("words"), grown),
        frame=_sized(look.font("small"), grown),
        ground=look.colour("bubble"),
        ink=look.colour("bubble-ink"),
        soft=look.colour("bubble-soft"),
        line=look.colour("line") if look.theme == "contrast" else None,
        more=QCoreApplication.translate("canvas", "more"),
        widest=widest,
        dpr=lens.dpr,
        most_lines=FEW_LINES if short else MOST_LINES,
    )


def ink(look: Look, lens: Lens) -> Ink:
    """The canvas's own colours and labels."""
    font = _sized(look.font("small"), growth(lens))
    quiet = look.colour("card"), look.colour("soft")  # as quiet as the bars: at night the words are what is bright
    here_before = QCoreApplication.translate("canvas", "here before")
    more = QCoreApplication.translate("canvas", "more are waiting behind the hill")
    return Ink(
        ground=look.colour("bubble"),
        line=look.colour("line") if look.theme == "contrast" else None,
        focus=look.colour("focus"),
        here_before=label(here_before, font, *quiet, lens.dpr),
        more_behind_hill=label(more, font, *quiet, lens.dpr),
    )


def bubble_room(lens: Lens, top: float, bottom: float) -> QRectF:
    """Where bubbles may go: between the controls at the ``top`` and the field at the ``bottom`` (pixels)."""
    return QRectF(8, top, lens.size.width() - 16, max(60.0, lens.size.height() - top - bottom))


def _sized(font: QFont, grown: float) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(max(11, round(font.pixelSize() * grown)))
    return sized
