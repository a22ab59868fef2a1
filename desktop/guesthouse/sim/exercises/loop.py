"""The ring that closes in thirty seconds, one soft mark a second. The word in it does nothing at all."""

from __future__ import annotations

from guesthouse.sim.exercises.passage import ease

LASTS = 30.0
"""Seconds, and not one more: nothing is gained by going on."""

TRIAL = 10.0
BEAT = 1.0
SLOWER = 2.0
"""Seconds from one beat to the next, and at the slower pace. The end comes no later for it."""

FADE = 0.7
"""Seconds in which a mark comes up. None ever goes down again, so nothing can flash."""


def is_over(seconds: float, lasts: float) -> bool:
    """Whether the time is over."""
    return seconds >= lasts


def marks(lasts: float) -> int:
    """How many marks the ring has: one a second."""
    return round(lasts / BEAT)


def mark(number: int, seconds: float, *, beat: float = BEAT, stepped: bool = False) -> float:
    """How far mark ``number`` has come up, 0 to 1; at the slower pace two of them come up together."""
    begins = number // round(beat) * beat
    if stepped:
        return float(seconds >= begins + beat)
    return ease((seconds - begins) / (FADE * beat))


def until_next(seconds: float, lasts: float, *, beat: float = BEAT) -> float:
    """Seconds to the next beat, or to the end where that comes first."""
    return max(0.0, min(beat - seconds % beat, lasts - seconds))
