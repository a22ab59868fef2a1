"""How long one visit takes and what it does meanwhile: drawn once, at arrival, from the visit's own random numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from random import Random

SECOND = 1_000_000
"""Times in sim/ are whole microseconds of visible time, so that they add up the same at every frame rate."""

PACE = 52.0
"""Steps a second of an ordinary walk."""

LINGER = 45 * SECOND
"""How much longer one nudge makes a visitor stay."""

LINGER_IN_ALL = 180 * SECOND
"""How much longer all nudges together can make it stay: some minutes at most (design.md §2)."""

LOOK = 8 * SECOND
"""How long a visitor looks at the one who nudged it."""

SITS, COMES_AGAIN = 0.2, 0.25


class Habit(Enum):
    """What a visitor does between arriving and going on."""

    PASSES = "stands a while and goes on"
    SITS = "sits down on the bench for long"
    COMES_AGAIN = "turns back and comes again"


@dataclass(frozen=True, slots=True)
class Temper:
    """One visit's own measure of time; times in microseconds, ``pace`` in steps a second, ``phase`` 0..1."""

    habit: Habit
    stay: int
    second_stay: int
    sit: int
    pace: float
    phase: float
    drift: float


def temper(random: Random) -> Temper:
    """Draw a visit; only ``random.random()`` is used, whose sequence Python keeps the same across versions."""
    kind = random.random()
    habit = Habit.SITS if kind < SITS else Habit.COMES_AGAIN if kind < SITS + COMES_AGAIN else Habit.PASSES
    stay = 20 + 130 * random.random() ** 1.6
    second = 20 + 100 * random.random()
    sit = 180 + 300 * random.random()
    if habit is not Habit.PASSES:
        stay = 14 + 26 * random.random()
    return Temper(
        habit=habit,
        stay=round(stay * SECOND),
        second_stay=round(second * SECOND),
        sit=round(sit * SECOND),
        pace=PACE * (0.88 + 0.24 * random.random()),
        phase=random.random(),
        drift=2.0 * random.random() - 1.0,
    )
