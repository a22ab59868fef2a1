"""One lane measured in time: how long it takes at the one pace, and where one turns out of it to linger and back in.

Between two things on a strand the only thing that counts is when each would have been at its beginning, its *turn*: all
have the same pace, so turns that are a gap apart stay a gap apart, and nothing can run into anything.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from math import cos, hypot, sin, tau
from typing import Protocol

from guesthouse.domain.scene import Lane, Place, Spot
from guesthouse.sim.frame import Doing
from guesthouse.sim.temper import SECOND
from guesthouse.sim.way import Line

SWIRL = 5.0
"""How far from its middle something circles in an eddy, in steps."""

BESIDE = 8.0
"""A spot nearer to its lane than this many steps lies on it: who stops there stops the lane."""

RUN_OUT = 1.3
"""How long the bend between a lane and a spot is along the lane, for each step it leads aside."""

SHORTEST_BEND = 50.0

SAMPLES = 200


class Trace(Protocol):
    """Where something is after so many microseconds of a leg."""

    def at(self, gone: float) -> Place:
        """The place reached."""


@dataclass(frozen=True, slots=True)
class Floating:
    """Along the strand at its pace, from ``start`` (microseconds from its beginning)."""

    strand: Strand
    start: int

    def at(self, gone: float) -> Place:
        """The place reached."""
        return self.strand.line.at((self.start + gone) / self.strand.time)


@dataclass(frozen=True, slots=True)
class Turning:
    """Out of the strand, slowing from its pace to none."""

    bend: Line
    time: int

    def at(self, gone: float) -> Place:
        """The place reached."""
        share = min(1.0, gone / self.time)
        return self.bend.at(share * (2.0 - share))


@dataclass(frozen=True, slots=True)
class Circling:
    """Round and round within a few steps of one place; ``phase`` 0..1, ``period`` in microseconds (0: lying still)."""

    place: Place
    period: int
    phase: float

    def at(self, gone: float) -> Place:
        """The place reached: from the middle at first, in a circle that widens over its first round."""
        if not self.period:
            return self.place
        reach = SWIRL * self.place.scale * min(1.0, gone / self.period)
        angle = tau * (self.phase + gone / self.period)
        return Place(self.place.x + reach * cos(angle), self.place.y + 0.5 * reach * sin(angle), self.place.scale)


@dataclass(frozen=True, slots=True)
class Rejoining:
    """Back into the strand, from no pace to its own."""

    bend: Line
    time: int
    lain: Leg

    def at(self, gone: float) -> Place:
        """The place reached; where it had circled to is left behind on the way."""
        share = min(1.0, gone / self.time)
        place, last, middle = self.bend.at(share * share), self.lain.last(), self.bend.at(0.0)
        rest = (1.0 - share) ** 2
        return Place(place.x + rest * (last.x - middle.x), place.y + rest * (last.y - middle.y), place.scale)


BRAKE = 2 * SECOND
"""How long something takes to come to rest where it is held, and to reach its pace again."""


@dataclass(slots=True)
class Leg:
    """A part of a passage, from ``start`` to ``end``; ``turn`` is when it would have begun its strand, None beside it.

    ``berth`` is the spot that it takes up meanwhile; ``halt`` is how long it stops at the start of this leg, with all
    that come behind it. A hold brakes and sets off
    smoothly: nothing jumps, and it is back on its time when it has its pace again.
    """

    doing: Doing
    trace: Trace
    start: int
    end: int
    turn: int | None
    berth: str = ""
    halt: int = 0
    _lost: int = 0
    _rest: int = 0
    _held_from: int = -1
    _speed: float = 1.0
    _held_until: int = -1

    def put_off(self, longer: int) -> None:
        """The whole leg comes later."""
        self.start += longer
        self.end += longer
        if self.turn is not None:
            self.turn += longer

    def hold(self, now: int, longer: int) -> None:
        """Come to rest where one is, for ``longer`` in all; the rest of the leg comes after it."""
        speed, gone = self._pace(now), self._gone(now)
        self._lost += longer
        self.end += longer
        if self.turn is not None:
            self.turn += longer
        self._held_from, self._speed = now, speed
        self._rest = round(gone + speed * speed * BRAKE / 2)
        self._held_until = self._lost + self.start + self._rest - BRAKE // 2

    def holding(self, now: int) -> bool:
        """Whether it is being held."""
        return self._held_from <= now < self._held_until

    def next_change(self, now: int) -> int:
        """When it begins or ends something next."""
        return self._held_until if self.holding(now) else self.end

    def moves(self, now: int) -> bool:
        """Whether it goes along at ``now``; circling in one place is no going along."""
        return not isinstance(self.trace, Circling) and self._pace(now) > 0.0

    def place(self, now: int) -> Place:
        """Where it is."""
        return self.trace.at(min(self._gone(now), self.end - self.start - self._lost))

    def last(self) -> Place:
        """Where it is when it is over."""
        return self.trace.at(self.end - self.start - self._lost)

    def _pace(self, now: int) -> float:
        """Its share of the usual pace."""
        if self.holding(now):
            return max(0.0, self._speed - (now - self._held_from) / BRAKE)
        return min(1.0, (now - self._held_until) / BRAKE) if self._held_until >= 0 else 1.0

    def _gone(self, now: int) -> float:
        """How much of the leg's own time has gone by."""
        if self.holding(now):
            since = min(now - self._held_from, self._speed * BRAKE)
            left = self._speed * BRAKE - since
            return self._rest - left * left / (2 * BRAKE)
        since = now - self._held_until
        if self._held_until >= 0 and since < BRAKE:
            return self._rest + since * since / (2 * BRAKE)
        return now - self.start - self._lost


@dataclass(frozen=True, slots=True)
class Berth:
    """A spot beside a strand: when one turns out to it and is back in (from the strand's beginning), and the bends."""

    spot: Spot
    leave: int
    back: int
    out: Line
    home: Line
    out_time: int
    home_time: int
    on_lane: bool


class Strand:
    """One lane at one pace."""

    def __init__(self, lane: Lane, pace: float) -> None:
        """Measure ``lane`` at ``pace`` steps a second."""
        self.id = lane.id
        self.line = Line(lane.route)
        self.time = round(self.line.length / pace * SECOND)
        self._pace = pace
        self.berths = tuple(self._berth(spot) for spot in sorted(lane.spots, key=lambda s: s.along))

    def start(self) -> Place:
        """Where it begins, out of sight."""
        return self.line.at(0.0)

    def entrance(self, reach: float, width: float) -> int:
        """How long after its beginning something that reaches so far ahead (steps) is about to show at an edge."""
        for i in range(SAMPLES):
            place = self.line.at((i + 1) / SAMPLES)
            if -reach * place.scale < place.x < width + reach * place.scale:
                return round(i / SAMPLES * self.time)
        return 0

    def inside(self, reach: float, width: float) -> int:
        """How long after its beginning something that reaches so far to both sides (steps) is first wholly in sight."""
        for i in range(SAMPLES):
            place = self.line.at(i / SAMPLES)
            if reach * place.scale <= place.x <= width - reach * place.scale:
                return round(i / SAMPLES * self.time)
        return self.entrance(reach, width)

    def passes(self, place: Place, within: float) -> bool:
        """Whether it comes so near to ``place``, in steps, that what passes covers what lies there."""
        on = self.line.at(self.line.nearest(place.x, place.y, SAMPLES))
        return hypot(place.x - on.x, place.y - on.y) < within * on.scale

    def _berth(self, spot: Spot) -> Berth:
        on = self.line.at(spot.along)
        aside = hypot(spot.place.x - on.x, spot.place.y - on.y) * 2.0 / (on.scale + spot.place.scale)
        reach = max(SHORTEST_BEND, RUN_OUT * aside) / self.line.length
        leave, back = max(0.0, spot.along - reach), min(1.0, spot.along + reach)
        if aside < BESIDE:
            leave = back = spot.along
        out = _bend(self.line.at(leave), on, spot.place)
        home = _bend(spot.place, on, self.line.at(back))
        times = [round(2.0 * bend / self._pace * SECOND) for bend in (out.length, home.length + 2.0 * SWIRL)]
        marks = round(leave * self.time), round(back * self.time)
        return Berth(spot, *marks, out, home, max(1, times[0]), times[1], on_lane=aside < BESIDE)


def clear(turn: int, turns: list[int], gap: int) -> int:
    """The first turn from ``turn`` on that is ``gap`` away from each of ``turns``."""
    turns = sorted(turns)
    for other in turns[bisect_left(turns, turn - gap) :]:
        if abs(turn - other) < gap:
            turn = other + gap
    return turn


def _bend(start: Place, over: Place, end: Place) -> Line:
    """A smooth line from ``start`` to ``end`` that leaves and arrives towards ``over``."""
    shares = [i / 16 for i in range(17)]
    return Line([start.towards(over, s).towards(over.towards(end, s), s) for s in shares])
