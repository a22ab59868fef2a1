"""Where one is in a practice: kept in ids while the house is locked, and found again in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guesthouse.domain.practice import Practice
from guesthouse.domain.sitting import Length, Sitting, State

if TYPE_CHECKING:
    from guesthouse.house import House


@dataclass(frozen=True)
class Place:
    """Where one was when feet and floor came first."""

    practice: Practice
    sitting: str
    length: Length


@dataclass(frozen=True)
class Whereabouts:
    """Where one is, in ids; ``waiting`` is where one was when feet and floor came first."""

    practice: str
    sitting: str
    length: Length
    waiting: Whereabouts | None = None


def noted(
    practice: Practice | None, sitting: Sitting | None, length: Length, waiting: Place | None
) -> Whereabouts | None:
    """Where one is; None where nothing of it is in the file."""
    if practice is None or sitting is None:
        return None
    before = Whereabouts(waiting.practice.id, waiting.sitting, waiting.length) if waiting is not None else None
    return Whereabouts(practice.id, sitting.id, length, before)


@dataclass(frozen=True)
class Found:
    """What one was in the middle of, as it is in the file."""

    practice: Practice
    sitting: Sitting
    waiting: Place | None


def found(house: House, there: Whereabouts) -> Found | None:
    """What one was in the middle of; None where that is over, or not in this house."""
    practice, sitting = house.practices.one(there.practice), house.sittings.one(there.sitting)
    if practice is None or sitting is None or sitting.state is not State.GOING:
        return None
    before = there.waiting
    waited = house.practices.one(before.practice) if before is not None else None
    place = Place(waited, before.sitting, before.length) if before is not None and waited is not None else None
    return Found(practice, sitting, place)
