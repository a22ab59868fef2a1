"""How many may be about at once, and how far apart: as many as leave half of the view, on this canvas, to the view."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from guesthouse.domain.scene import Behaviour, Scene
from guesthouse.ui.canvas.lens import Lens
from guesthouse.ui.canvas.lines import LEADING

FEWEST, MOST = 2, 6
"""How many visitors may stand about at once."""
BUBBLE = (320, 90)
"""About the room of one bubble, in pixels at 100 % text."""
MOST_PASSING = 9
FLOATING = {Behaviour.STREAM: 1.5, Behaviour.SKY: 2.4}
"""What floats, and how many of the tallest have room over one another between the first lane and the last."""
FEWEST_LINES, MOST_LINES = 2, 4
FRONT, BACK = 0.51, 0.21
"""The shares of their heights by which one in front has to be below another, so that it hides none of its words."""
EDGES = 70.0
"""Design units of a carrier above and below its words."""
FILLED = {Behaviour.STREAM: 0.42, Behaviour.SKY: 0.36, Behaviour.RAILWAY: 0.6, Behaviour.CAROUSEL: 0.8}
"""How much of the band in which things pass they may take up."""
APART = 26.0
"""Design units between two on a lane."""


def room_for(width: int, height: int, scale: float) -> int:
    """How many may stand about, so that their bubbles leave half of the room; the others wait at the gate."""
    bubbles = (width / (BUBBLE[0] * scale)) * (height / (BUBBLE[1] * scale))
    return max(FEWEST, min(MOST, round(bubbles / 2)))


def smallest_scale(scene: Scene) -> float:
    """The scale of the lane farthest off, on which words take most of their carrier's room."""
    return min(place.scale for lane in scene.lanes for place in lane.route)


def largest_scale(scene: Scene) -> float:
    """The scale of the lane nearest to one."""
    return max(place.scale for lane in scene.lanes for place in lane.route)


def gap_for(scene: Scene, lens: Lens, sizes: Sequence[QSizeF]) -> float:
    """The way between two on one lane, in design units at scale 1, so that the widest of them do not touch."""
    widest = max(size.width() for size in sizes)
    across = lens.size.width() / lens.width * smallest_scale(scene)
    return widest / across + APART


def room_to_pass(scene: Scene, lens: Lens, sizes: Sequence[QSizeF]) -> int:
    """How many may pass at once, so that most of the water, the sky, the tracks can still be seen."""
    width, height = (sum(size.width() for size in sizes), sum(size.height() for size in sizes))
    width, height = width / len(sizes), height / len(sizes)
    heights = [lens.point(0, place.y).y() for lane in scene.lanes for place in lane.route]
    band = max(heights) - min(heights) + height
    room = FILLED.get(scene.behaviour, 0.5) * lens.size.width() * band / (width * height)
    return max(FEWEST, min(MOST_PASSING, round(room)))


def room_in_a_column(free: float, sizes: Sequence[QSizeF]) -> int:
    """How many of those of ``sizes`` can be one below the other, their middles within ``free`` pixels; one always."""
    heights = sorted((size.height() for size in sizes), reverse=True)
    taken, count = 0.0, 1
    for one, other in pairwise(heights):
        taken += one * FRONT + other * BACK
        if taken > free:
            return count
        count += 1
    return count


def lines_for(scene: Scene, lens: Lens, words: QFont) -> int:
    """How many lines of words a carrier may have, so that it does not hide what passes behind it.

    What runs on rails has the height to the next lane; what floats gives way and may have more.
    """
    heights = sorted(lane.route[0].y for lane in scene.lanes)
    if not heights:
        return MOST_LINES
    between = [low - high for high, low in pairwise(heights)] or [scene.height * 0.3]
    free = min(between)
    if share := FLOATING.get(scene.behaviour):
        free = (heights[-1] - heights[0] + free) / share
    line = QFontMetricsF(words).height() * LEADING
    return max(FEWEST_LINES, min(MOST_LINES, int((lens.high(heights[-1], free) - EDGES * lens.k) / line)))
