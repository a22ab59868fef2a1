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
    best, least = None, float("inf")
    for box in _candidates(wish, room, lift, placed, heads):
        covered = 4.0 * sum(box.common(other) for other in placed) + sum(box.common(head) for head in heads)
        covered += 4.0 * box.common(wish.head)
        if covered <= 0.5:
            return box
        if covered < least:
            best, least = box, covered
    assert best is not None, "the first candidate always exists"
    return best


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
