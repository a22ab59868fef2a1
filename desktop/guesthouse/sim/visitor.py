"""One visitor on its visit: the leg of the way it is on, and how long it lingers."""

from __future__ import annotations

from dataclasses import dataclass, field

from guesthouse.domain.scene import Place, Spot
from guesthouse.sim.frame import Doing, Figure
from guesthouse.sim.life import pose
from guesthouse.sim.temper import LINGER, LINGER_IN_ALL, LOOK, SECOND, Temper
from guesthouse.sim.way import Standing, Way


@dataclass(slots=True)
class Leg:
    """A part of a visit: a way walked, or a place stayed at (times in microseconds; ``end`` None: until called)."""

    doing: Doing
    way: Way
    start: int
    end: int | None
    lost: int = 0
    held_at: int = 0
    held_until: int = 0

    @property
    def walks(self) -> bool:
        """Whether this leg leads somewhere."""
        return self.way.steps > 0.0

    def holding(self, now: int) -> bool:
        """Whether it has stopped on the way because someone nudged it."""
        return now < self.held_until

    def place(self, now: int) -> Place:
        """Where it is at ``now``."""
        if self.end is None:
            return self.way.at(1.0)
        took = self.end - self.start - self.lost
        gone = self.held_at if self.holding(now) else now - self.start - self.lost
        return self.way.at(gone / took if took else 1.0)

    def hold(self, now: int, longer: int) -> None:
        """Stay where one is for ``longer``; the rest of the leg comes after it."""
        if self.end is None:
            return
        if not self.holding(now):
            self.held_at = now - self.start - self.lost
            self.held_until = now
        self.held_until += longer
        self.lost += longer
        self.end += longer


@dataclass(slots=True)
class Visitor:
    """One visitor; ``id`` is the caller's, ``spot`` or ``seat`` is what it keeps for itself.

    ``not_before``: once it was told where to stay, it does not set out from there before this time.
    """

    id: int
    temper: Temper
    leg: Leg
    spot: Spot | None = None
    seat: Spot | None = None
    turned: bool = False
    sat: bool = False
    slot: int | None = None
    behind_hill: bool = False
    lingered: int = 0
    looks_until: int = field(default=-1)
    not_before: int = 0

    def takes(self, way: Way) -> int:
        """How long it walks on ``way`` at its own pace."""
        return max(1, round(way.steps / self.temper.pace * SECOND))

    def walk(self, doing: Doing, way: Way, now: int) -> None:
        """Set out on ``way``."""
        self.leg = Leg(doing, way, now, now + self.takes(way))

    def stay(self, doing: Doing, place: Place, now: int, time: int) -> None:
        """Stay at ``place`` for ``time``, or longer where it was told to stay."""
        self.leg = Leg(doing, Standing(place), now, max(now + time, self.not_before))

    def settle(self, not_before: int) -> None:
        """From now on it stays where it was told to, and has no other plans; longer, if it was to stay longer."""
        self.turned = self.sat = True
        self.not_before = max(self.not_before, not_before)

    def nudge(self, now: int) -> None:
        """Look at the one who nudged, and linger: never shorter than before, and some minutes longer at most in all."""
        self.looks_until = now + LOOK
        longer = min(LINGER, LINGER_IN_ALL - self.lingered)
        if longer <= 0 or self.behind_hill or self.leg.doing is Doing.WAITING:
            return
        self.lingered += longer
        self.not_before += longer if self.not_before else 0
        self.leg.hold(now, longer)

    def figure(self, now: int, unseen: bool) -> Figure:
        """How it looks at ``now``."""
        place = self.leg.place(now)
        walking = self.walking(now)
        heading = self._heading(now, place) if walking else 0
        looks = now < self.looks_until
        return Figure(
            id=self.id,
            x=place.x,
            y=place.y,
            scale=place.scale,
            doing=self.leg.doing,
            pose=pose(now, self.temper.phase, walking=walking, looks_at_you=looks, heading=heading),
            unseen=unseen,
            behind_hill=self.behind_hill,
            looks_at_you=looks,
        )

    def walking(self, now: int) -> bool:
        """Whether its feet move at ``now``."""
        leg = self.leg
        return leg.walks and leg.end is not None and now < leg.end and not leg.holding(now)

    def _heading(self, now: int, place: Place) -> int:
        ahead = self.leg.place(now + SECOND // 4)
        return 1 if ahead.x > place.x + 0.2 else -1 if ahead.x < place.x - 0.2 else 0
