"""Guests and their visits as facts: who came, when, and how the visit ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from guesthouse.domain.thought import Wording


class Departure(StrEnum):
    """How a visit ended."""

    OVER_THE_HILL = "over-the-hill"
    STOPPED = "stopped"
    APP_CLOSED = "app-closed"


@dataclass(frozen=True, slots=True)
class Guest:
    """A thought that has come at least once.

    ``words`` are as first typed, ``theme`` is the name a person gave it, ``seed`` (64 bits) decides its look: the
    figure is ``seed`` modulo the number of figures. Times are aware and carry the offset of the place they were seen.
    """

    id: str
    words: str
    theme: str | None
    seed: int
    visits: int
    first_seen: datetime
    last_seen: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """One coming and going; ``words`` as typed that time.

    ``departed`` is None while the visit lasts, and also when it ended with the app and nobody saw the hour
    (then ``departure`` is APP_CLOSED).
    """

    id: str
    guest_id: str
    words: str
    arrived: datetime
    departed: datetime | None
    departure: Departure | None
    scene: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Arrival:
    """A thought at the door. Without ids it is not written down anywhere."""

    words: str
    seed: int
    returning: bool
    visit_id: str | None
    guest_id: str | None
