"""What floats gives way up and down, so that nothing that passes in front of it hides its words.

How far follows smoothly from where everything is, so that nothing jumps, and the same frame gives the same picture.
Pure arithmetic, so that it can be tested without a window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

EARLY = 70.0
"""So many pixels before one would hide the words of another, they begin to give way."""
PASSES = 24
CROWD = 16
"""More than these find no room to give way, and there are never so many outside a bench."""
ROUND = 0.12
"""The share of a carrier's width at each end that is so round that it hides nothing."""
AIR = 5.0
"""Pixels between words and what passes below them."""


@dataclass(slots=True)
class Floater:
    """One thing: the middle of its words is at ``x``, ``y``; how far words and artwork reach aside and high.

    Words reach as far down as up; of the artwork it only counts how high it reaches.
    """

    x: float
    y: float
    words: tuple[float, float]
    art: tuple[float, float]
    room: tuple[float, float] = (-inf, inf)
    """The highest and the lowest at which all of it can be seen."""


def give_way(floaters: Sequence[Floater], highest: float, lowest: float) -> list[float]:
    """New heights for ``floaters``, which are given from far to near; none is moved beyond ``highest`` and ``lowest``.

    The nearer one hides the farther: it has to be so far below that the words of the other are free. Where one cannot
    go any farther, the other one does.
    """
    heights = [min(max(one.y, one.room[0]), one.room[1]) for one in floaters]
    if len(floaters) > CROWD:
        return heights
    pairs = [
        (i, j, wanted)
        for j, front in enumerate(floaters)
        for i, back in enumerate(floaters[:j])
        if (wanted := _wanted(back, front)) is not None
    ]
    for _ in range(PASSES if pairs else 0):
        for i, j, wanted in pairs:
            push = max(0.0, wanted - (heights[j] - heights[i])) / 2
            top, bottom = max(highest, floaters[i].room[0]), min(lowest, floaters[j].room[1])
            heights[i] = max(min(top, heights[i]), heights[i] - push)
            heights[j] = min(max(bottom, heights[j]), heights[j] + push)
    return heights


def _wanted(back: Floater, front: Floater) -> float | None:
    """How far below the back one the front one has to be by now; None where they do not meet."""
    apart = abs(back.x - front.x) - back.words[0] - front.art[0] * (1 - 2 * ROUND)
    if apart >= EARLY:
        return None
    near = min(1.0, 1.0 - apart / EARLY)
    usual, clear = front.y - back.y, back.words[1] + AIR + front.art[1]
    return usual + near * near * (3 - 2 * near) * max(0.0, clear - usual)
