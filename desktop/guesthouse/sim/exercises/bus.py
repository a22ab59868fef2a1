"""How the bus goes while it is driven, and who of its passengers comes to the front when. All of them stay aboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

PACES = {"drive": 52.0, "slow": 20.0, "stand": 0.0}
"""Units of the picture a second. There is none faster."""

RAMP = 2.0
"""Seconds from standing to driving, or back."""

FIRST = 6.0
"""Seconds before the first one stands up."""

WALKS = 3.5
SPEAKS = 9.0
QUIET = 5.0
"""Seconds in which nobody stands, at the least."""

STEP = 6.0
"""Seconds between two pictures of the land where nothing is to move."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From ``since`` on the driver wants this pace."""

    since: float
    pace: str


@dataclass(frozen=True, slots=True)
class Rider:
    """One passenger: ``forward`` is 0 on the seat and 1 at the front."""

    forward: float
    speaks: bool


def speed(turns: Sequence[Turn], seconds: float) -> float:
    """Units a second: 0 until it is driven, and never more than the driver wants."""
    return _ride(turns, seconds)[1]


def way(turns: Sequence[Turn], seconds: float) -> float:
    """Units that lie behind."""
    return _ride(turns, seconds)[0]


def is_steady(turns: Sequence[Turn], seconds: float) -> bool:
    """Whether it stands, and will stand until the driver wants something else."""
    return not turns or (PACES[turns[-1].pace] == 0 and seconds >= turns[-1].since + RAMP)


def riders(count: int, seed: int, seconds: float) -> list[Rider]:
    """Everyone aboard, in the order of their seats; one at most is not sitting."""
    there = [Rider(0.0, speaks=False)] * count
    stood = _standing(count, seed, seconds)
    if stood is None:
        return there
    who, gone = stood
    if gone < WALKS:
        there[who] = Rider(gone / WALKS, speaks=False)
    elif gone < WALKS + SPEAKS:
        there[who] = Rider(1.0, speaks=True)
    else:
        there[who] = Rider(max(0.0, 1 - (gone - WALKS - SPEAKS) / WALKS), speaks=False)
    return there


def until_change(count: int, seconds: float) -> float | None:
    """Seconds until somebody begins or ends something, for those who need no frame between."""
    if not count:
        return None
    if seconds < FIRST:
        return FIRST - seconds
    gone = (seconds - FIRST) % _round()
    return next(end - gone for end in (WALKS, WALKS + SPEAKS, 2 * WALKS + SPEAKS, _round()) if end > gone)


def is_walking(count: int, seed: int, seconds: float) -> bool:
    """Whether somebody is on the way."""
    return any(0 < rider.forward < 1 for rider in riders(count, seed, seconds))


def _round() -> float:
    return 2 * WALKS + SPEAKS + QUIET


def _standing(count: int, seed: int, seconds: float) -> tuple[int, float] | None:
    """Who is not sitting, and for how long; each has its turn before one has a second."""
    if not count or seconds < FIRST:
        return None
    turn = int((seconds - FIRST) / _round())
    gone = seconds - FIRST - turn * _round()
    if gone >= 2 * WALKS + SPEAKS:
        return None
    order = list(range(count))
    Random(seed * 1009 + turn // count).shuffle(order)
    return order[turn % count], gone


def _ride(turns: Sequence[Turn], seconds: float) -> tuple[float, float]:
    """Way and speed: from each turn on the speed goes evenly to the wanted one, and stays there."""
    behind, pace = 0.0, 0.0
    for number, turn in enumerate(turns):
        end = turns[number + 1].since if number + 1 < len(turns) else seconds
        lasts = max(0.0, min(end, seconds) - turn.since)
        change = (PACES[turn.pace] - pace) / RAMP
        ramps = min(lasts, RAMP)
        behind += pace * ramps + change * ramps * ramps / 2
        pace += change * ramps
        behind += pace * (lasts - ramps)
    return max(0.0, behind), max(0.0, pace)
