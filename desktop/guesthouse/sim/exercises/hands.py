"""Where a card in two hands is: before the eyes at 0, in the lap at 1, and wholly in view all the way."""

from __future__ import annotations

from dataclasses import dataclass

LOWERS = 2.4
"""Seconds it takes to lower it where everything moves."""

EDGE = 0.03
"""The part of the page that stays free under the card."""


@dataclass(frozen=True, slots=True)
class At:
    """The middle of the card and its size, in pixels of the page."""

    x: float
    y: float
    width: float
    height: float


def carried(wide: float, high: float, share: float) -> At:
    """The card on a page of this size; it is never larger than the page and never beyond its edges."""
    near = min(wide * 0.84, high * 1.9)
    tall = high * 0.78
    low = resting(wide, high)
    size = 1 + (low - 1) * share
    bottom = high * (1 - EDGE) - tall * size / 2
    return At(wide / 2, high * 0.47 + (bottom - high * 0.47) * share, near * size, tall * size)


def resting(wide: float, high: float) -> float:
    """How large it is in the lap, as a part of what it was: a little more on a small page, where words need it."""
    small = max(0.0, min(1.0, (700 - min(wide, high * 1.6)) / 400))
    return 0.44 + 0.18 * small
