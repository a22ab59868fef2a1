"""Where bubbles go: above their visitor's head where they can, higher where they must, not on each other.

Pure arithmetic on plain rectangles, so that it can be tested without a window.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: upper left corner and size, in pixels."""

    x: float
    y: float
    w: float
    h: float

    def common(self, other: Box) -> float:
        """The area the two share."""
        w = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        h = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return max(0.0, w) * max(0.0, h)


@dataclass(frozen=True, slots=True)
class Wish:
    """A bubble that wants a place: its visitor's ``head`` (a box around it), its own size, and where it ``was``."""

    head: Box
    w: float
    h: float
    was: Box | None = None


GAP = 6.0
GRID = 8
WORDS, OWN, OTHERS = 40.0, 8.0, 1.0
"""What a hidden square pixel costs: of another's words, of one's own figure, of what else is to be seen."""
HIGH, ASIDE = 6.0, 10.0
"""What a pixel of distance from one's head costs, upwards and to the side."""
TAIL = 24.0
"""So far from a bubble's end its tail begins at the nearest, in pixels."""
MOVING = 150.0
"""What it costs to leave the place where one is: bubbles do not wander without need."""


def place(wishes: Sequence[Wish], room: Box, lift: float, taken: Sequence[Box] = ()) -> list[Box]:
    """A box for each wish, in order: the earlier one keeps the better place, ``lift`` pixels above its head.

    What is ``taken`` is left free where it can be. Every box lies inside ``room`` when it fits at all. It is the box
    that costs least: words are never covered while there is another way, and a bubble is as near its head as can be.
    """
    heads = [wish.head for wish in wishes]
    placed: list[Box] = []
    for i, wish in enumerate(wishes):
        others = [*heads[:i], *heads[i + 1 :], *taken]
        placed.append(_best(wish, room, lift, placed, others))
    return placed


def _best(wish: Wish, room: Box, lift: float, placed: list[Box], others: list[Box]) -> Box:
    """Of all candidates the one that costs least; of two the one nearer the middle."""
    middle, usual = wish.head.x + (wish.head.w - wish.w) / 2, wish.head.y - lift - wish.h
    best = _inside(wish.was or Box(middle, usual, wish.w, wish.h), room)
    least = _far(best, wish, lift) + _covered(best, wish, placed, others)
    moving = MOVING if wish.was is not None else 0.0
    if least <= moving:
        return best
    boxes = [_inside(Box(x, y, wish.w, wish.h), room) for x, y in _spots(wish, room, usual, placed, others)]
    ranked = sorted((_far(box, wish, lift) + moving, abs(box.x - middle), box.x, box.y) for box in boxes)
    for cost, _, x, y in ranked:
        if cost >= least:
            break
        box = Box(x, y, wish.w, wish.h)
        if (whole := cost + _covered(box, wish, placed, others)) < least:
            best, least = box, whole
    return best


def _covered(box: Box, wish: Wish, placed: list[Box], others: list[Box]) -> float:
    words = sum(box.common(other) for other in placed)
    return WORDS * words + OWN * box.common(wish.head) + OTHERS * sum(box.common(other) for other in others)


def _far(box: Box, wish: Wish, lift: float) -> float:
    """Nothing within reach of the tail, just above the head."""
    aside = abs(box.x + box.w / 2 - wish.head.x - wish.head.w / 2) - max(0.0, box.w / 2 - TAIL)
    high = abs(wish.head.y - lift - box.y - box.h)
    return ASIDE * max(0.0, aside) + HIGH * high


def _spots(wish: Wish, room: Box, usual: float, placed: list[Box], others: list[Box]) -> Iterator[tuple[float, float]]:
    """Corners to try: by the head, beside what is in the way and above it, then a grid over the room above the feet."""
    middle = wish.head.x + (wish.head.w - wish.w) / 2
    near = [box for box in (*placed, *others) if abs(box.x + box.w / 2 - middle - wish.w / 2) < (box.w + wish.w) * 0.75]
    columns = {middle + wish.w * share for share in (0.0, 0.25, -0.25, 0.42, -0.42)}
    columns |= {box.x - GAP - wish.w for box in near} | {box.x + box.w + GAP for box in near}
    rows = {usual, *(y for y in (box.y - GAP - wish.h for box in near) if y < usual)}
    yield from itertools.product(columns, rows)
    lowest = min(wish.head.y + wish.head.h - wish.h, room.y + room.h - wish.h)
    for i, j in itertools.product(range(GRID + 1), repeat=2):
        yield room.x + (room.w - wish.w) * i / GRID, room.y + (lowest - room.y) * j / GRID


def _inside(box: Box, room: Box) -> Box:
    x = max(room.x, min(box.x, room.x + room.w - box.w))
    y = max(room.y, min(box.y, room.y + room.h - box.h))
    return Box(x, y, box.w, box.h)
