"""When which note comes in at the side: one at a time, never in quick succession, and none ever goes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

FIRST = 7.0
"""Seconds before the first one at the earliest."""

APART = 13.0
"""Seconds between two at the least."""

CALM = 6.0
"""Seconds of nothing, at the least, after one was moved aside."""

SPREAD = 8.0
SLIDES = 1.8
"""Seconds in which one slides in."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies where: ``side`` came in ``came`` and was not moved; ``tray`` has those that were, in their order."""

    side: int | None
    came: float
    tray: tuple[int, ...]


def desk(count: int, seed: int, seconds: float, moved: Sequence[float]) -> Desk:
    """What is to be seen; ``moved`` are the seconds at which one after another was moved to the tray."""
    tray = tuple(range(len(moved)))
    comes = arrival(count, seed, moved)
    if comes is None or seconds < comes:
        return Desk(None, 0.0, tray)
    return Desk(len(moved), comes, tray)


def arrival(count: int, seed: int, moved: Sequence[float]) -> float | None:
    """When the one comes (or came) that is not in the tray yet; None when all are in it."""
    if len(moved) >= count:
        return None
    random = Random(seed)
    comes = FIRST + random.random() * SPREAD / 2
    for aside in moved:
        comes = max(comes + APART, aside + CALM) + random.random() * SPREAD
    return comes
