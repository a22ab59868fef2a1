"""Where bubbles go: above their visitor's head where they can, higher where they must, not on each other.

Pure arithmetic on plain rectangles, so that it can be tested without a window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: upper left corner and size, in pixels."""

    x: float
    y: float
    w: float
    h: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two overlap or come nearer than ``gap``."""
        return (
            self.x < other.x + other.w + gap
            and other.x < self.x + self.w + gap
            and self.y < other.y + other.h + gap
            and other.y < self.y + self.h + gap
        )

    def common(self, other: Box) -> float:
        """The area the two share."""
        w = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        h = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return max(0.0, w) * max(0.0, h)


@dataclass(frozen=True, slots=True)
class Wish:
    """A bubble that wants a place: its visitor's ``head`` (box around the figure) and its own size."""

    head: Box
    w: float
    h: float


GAP = 6.0
GRID = 8


def place(wishes: Sequence[Wish], room: Box, lift: float, taken: Sequence[Box] = ()) -> list[Box]:
    """A box for each wish, in order: the earlier one keeps the better place, ``lift`` pixels above its head.

    What is ``taken`` is left free where it can be. Every box lies inside ``room`` when it fits at all. When nothing is
    free, the place that covers least is taken.
    """
    heads = [wish.head for wish in wishes]
    placed: list[Box] = []
    for i, wish in enumerate(wishes):
        others = [*heads[:i], *heads[i + 1 :], *taken]
        placed.append(_best(wish, room, lift, placed, others))
    return placed


def _best(wish: Wish, room: Box, lift: float, placed: list[Box], heads: list[Box]) -> Box:
    """The first candidate that covers nothing, else somewhere free in the room, else what covers least."""
    best, least = _inside(Box(wish.head.x, wish.head.y - lift - wish.h, wish.w, wish.h), room), float("inf")
    for candidates in (_candidates, _anywhere):
        for box in candidates(wish, room, lift, placed, heads):
            covered = _covered(box, wish, placed, heads)
            if covered <= 0.5:
                return box
            if covered < least:
                best, least = box, covered
    return best


def _covered(box: Box, wish: Wish, placed: list[Box], heads: list[Box]) -> float:
    """How much would be hidden; words and one's own figure count four times as much as another figure."""
    words = sum(box.common(other) for other in placed) + box.common(wish.head)
    return 4.0 * words + sum(box.common(head) for head in heads)


def _anywhere(wish: Wish, room: Box, lift: float, placed: list[Box], heads: list[Box]) -> list[Box]:
    """A grid over the room above the feet, the nearest to the head first."""
    lowest = min(wish.head.y + wish.head.h - wish.h, room.y + room.h - wish.h)
    rows = [room.y + (lowest - room.y) * i / GRID for i in range(GRID + 1)]
    columns = [room.x + (room.w - wish.w) * i / GRID for i in range(GRID + 1)]
    middle = wish.head.x + wish.head.w / 2
    boxes = [_inside(Box(x, y, wish.w, wish.h), room) for y in rows for x in columns]
    return sorted(boxes, key=lambda box: abs(box.x + box.w / 2 - middle) + abs(wish.head.y - lift - box.y - box.h))


def _candidates(wish: Wish, room: Box, lift: float, placed: list[Box], heads: list[Box]) -> list[Box]:
    """The usual place first, then beside the middle, then ever higher over what is in the way."""
    middle = wish.head.x + wish.head.w / 2 - wish.w / 2
    usual = wish.head.y - lift - wish.h
    aside = [0.0, *(wish.w * share for share in (0.25, -0.25, 0.42, -0.42))]
    over = {box.y - GAP - wish.h for box in (*placed, *heads)}
    heights = [usual, *sorted((y for y in over if y < usual), reverse=True)]
    return [_inside(Box(middle + dx, y, wish.w, wish.h), room) for y in heights for dx in aside]


def _inside(box: Box, room: Box) -> Box:
    x = max(room.x, min(box.x, room.x + room.w - box.w))
    y = max(room.y, min(box.y, room.y + room.h - box.h))
    return Box(x, y, box.w, box.h)
