"""Ways through a scene: lines of places that can be asked "where is one, so far along?"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import hypot
from typing import Protocol

from guesthouse.domain.scene import Place


def ease(share: float) -> float:
    """Smooth start and end: 0 at 0, 1 at 1, with no speed at either end."""
    share = min(1.0, max(0.0, share))
    return share * share * (3.0 - 2.0 * share)


class Line:
    """A line of places, measured by the time it takes to walk it: steps are shorter where one looks smaller."""

    def __init__(self, places: Sequence[Place]) -> None:
        """Take at least two ``places``."""
        if len(places) < 2:
            raise ValueError("a line has at least two places")
        self._places = tuple(places)
        steps = [hypot(b.x - a.x, b.y - a.y) * 2.0 / (a.scale + b.scale) for a, b in pairwise(self._places)]
        self._marks = [0.0, *accumulate(steps)]

    @property
    def length(self) -> float:
        """Its length in steps, that is design units divided by the scale there."""
        return self._marks[-1]

    def at(self, along: float) -> Place:
        """The place at ``along`` (0..1, clamped) of the line's length in steps."""
        reach = min(1.0, max(0.0, along)) * self.length
        i = min(len(self._places) - 2, bisect_right(self._marks, reach) - 1)
        span = self._marks[i + 1] - self._marks[i]
        return self._places[i].towards(self._places[i + 1], (reach - self._marks[i]) / span if span else 0.0)

    def nearest(self, x: float, y: float, samples: int = 400) -> float:
        """How far along (0..1) the line comes nearest to a point, to within 1/``samples``."""

        def away(i: int) -> float:
            place = self.at(i / samples)
            return hypot(place.x - x, place.y - y)

        return min(range(samples + 1), key=away) / samples


class Way(Protocol):
    """Anything that leads from one place to another."""

    def at(self, share: float) -> Place:
        """The place reached after ``share`` (0..1) of the way."""

    @property
    def steps(self) -> float:
        """How long the way is, in steps."""


@dataclass(frozen=True, slots=True)
class Straight:
    """The short way between two places."""

    start: Place
    end: Place

    @property
    def steps(self) -> float:
        """How long the way is, in steps."""
        return hypot(self.end.x - self.start.x, self.end.y - self.start.y) * 2 / (self.start.scale + self.end.scale)

    def at(self, share: float) -> Place:
        """The place reached after ``share`` (0..1) of the way."""
        return self.start.towards(self.end, ease(share))


@dataclass(frozen=True, slots=True)
class Standing:
    """No way at all: one place."""

    place: Place

    @property
    def steps(self) -> float:
        """A stay has no length."""
        return 0.0

    def at(self, share: float) -> Place:
        """Always the same place, whatever the ``share``."""
        return self.place


@dataclass(frozen=True, slots=True)
class Along:
    """A way along a line that starts and ends beside it: the distance to the line changes smoothly on the way."""

    line: Line
    start: Place
    end: Place
    leave: float
    arrive: float

    @property
    def steps(self) -> float:
        """How long the way is, in steps, the part beside the line included."""
        beside = abs(self._beside_end.y - self._beside_start.y) + abs(self._beside_end.x - self._beside_start.x)
        return abs(self.arrive - self.leave) * self.line.length + 0.6 * beside

    @property
    def _beside_start(self) -> Place:
        return _minus(self.start, self.line.at(self.leave))

    @property
    def _beside_end(self) -> Place:
        return _minus(self.end, self.line.at(self.arrive))

    def at(self, share: float) -> Place:
        """The place reached after ``share`` (0..1) of the way."""
        share = ease(share)
        on = self.line.at(self.leave + (self.arrive - self.leave) * share)
        beside = self._beside_start.towards(self._beside_end, ease(share))
        return Place(on.x + beside.x, on.y + beside.y, on.scale + beside.scale)


def _minus(a: Place, b: Place) -> Place:
    return Place(a.x - b.x, a.y - b.y, a.scale - b.scale)
