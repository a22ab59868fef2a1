"""Those who are put away while the house is locked: ids and lanes, and no word of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guesthouse.domain.visit import Arrival
from guesthouse.ui.canvas.callers import Caller


@dataclass(frozen=True, slots=True)
class Absent:
    """One of them: ``id`` names its visitor in the simulation, ``visit_id`` its visit, if it was written down."""

    id: int
    visit_id: str | None
    lane: str


def absent(caller: Caller) -> Absent:
    """What is kept of a caller."""
    return Absent(caller.id, caller.visit_id, caller.lane)


def come_back(absents: Iterable[Absent], arrivals: Iterable[Arrival]) -> list[Caller]:
    """Those whose visit is in the file, with their words as they stand there, in the order they were let in."""
    known: Mapping[str | None, Arrival] = {arrival.visit_id: arrival for arrival in arrivals}
    return [
        Caller(one.id, found.words, found.seed, found.returning, one.visit_id, one.lane)
        for one in absents
        if one.visit_id is not None and (found := known.get(one.visit_id)) is not None
    ]
