"""One thing that passes: its legs, and the numbers it drew when it came."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sin, tau
from random import Random

from guesthouse.domain.scene import Place
from guesthouse.sim.frame import Doing, Figure, Pose
from guesthouse.sim.strand import Leg, Strand
from guesthouse.sim.temper import LINGER, LINGER_IN_ALL, LOOK, SECOND

COMES_UP = SECOND * 3 // 2
"""How long a leaf comes down on the water, or a cloud takes to be seen."""


@dataclass(frozen=True, slots=True)
class Draws:
    """What chance gave a thing when it came, each number 0..1. Nothing of its words is in it."""

    phase: float
    kind: float
    picks: tuple[float, float]
    stays: tuple[float, float]


def draw(random: Random) -> Draws:
    """Only ``random.random()`` is used, whose sequence Python keeps the same across versions."""
    a, b, c, d, e, f = (random.random() for _ in range(6))
    return Draws(a, b, (c, d), (e, f))


@dataclass(slots=True)
class Passer:
    """One thing; ``choices`` are the strands it may take, ``strand`` the one it is on (None: upstream).

    ``came`` is when it came up within the picture (None where things come in from outside).
    """

    id: int
    draws: Draws
    choices: tuple[Strand, ...]
    strand: Strand | None = None
    came: int | None = None
    legs: list[Leg] = field(default_factory=list)
    lingered: int = 0
    looks_until: int = -1

    def leg(self, now: int) -> Leg:
        """The leg it is on; those before it are forgotten."""
        while len(self.legs) > 1 and self.legs[0].end <= now:
            del self.legs[0]
        return self.legs[0]

    def over(self, now: int) -> bool:
        """Whether it has gone on, out of sight."""
        return self.legs[-1].end <= now

    def turns(self) -> list[int]:
        """When it is, and will be, due at the beginning of its strand, as if it had come straight from there."""
        return [leg.turn for leg in self.legs if leg.turn is not None]

    def touch(self, now: int) -> int:
        """Someone nudged it; returns how much longer it may linger for that."""
        self.looks_until = now + LOOK
        return max(0, min(LINGER, LINGER_IN_ALL - self.lingered))

    def figure(self, now: int, bob: float) -> Figure:
        """How it looks; ``bob`` is the seconds of one rise and fall, 0 for what stands on wheels."""
        if self.strand is None:
            place, doing, unseen = self.choices[0].start(), Doing.UPSTREAM, True
        else:
            place, doing, unseen = self._on_its_way(now)
        return Figure(
            id=self.id,
            x=place.x,
            y=place.y,
            scale=place.scale,
            doing=doing,
            pose=Pose(None, 0, False, sin(tau * (now / SECOND / bob + self.draws.phase)) if bob else 0.0),
            unseen=unseen,
            behind_hill=False,
            looks_at_you=now < self.looks_until,
            there=1.0 if self.came is None else min(1.0, (now - self.came) / COMES_UP),
        )

    def _on_its_way(self, now: int) -> tuple[Place, Doing, bool]:
        leg = self.leg(now)
        doing = Doing.HELD if leg.holding(now) else leg.doing
        return leg.place(now), doing, doing is Doing.ROUND
