"""A luggage carousel: what is on the belt comes round again and again, at the one pace, until it has had its laps.

The belt never stops and never changes its pace. Each thing has its place on it, from the hatch where it comes out to
the hatch where it goes in, and then out of sight for always the same time; so each lap is as long as any other. A nudge
is one lap more.
"""

from __future__ import annotations

from guesthouse.domain.scene import Scene
from guesthouse.sim.frame import Doing
from guesthouse.sim.passage import Manner, Passage
from guesthouse.sim.passer import Draws, Passer
from guesthouse.sim.strand import Circling, Floating, Leg, Strand
from guesthouse.sim.temper import LINGER_IN_ALL, SECOND

MANNER = Manner(pace=30.0, gap=290.0, pause=2 * SECOND, bob=0.0)

BEHIND = 34 * SECOND
"""How long something is out of sight between two laps."""

FOR_LONG = 0.12
"""How many things (0..1) stay for very many laps."""


class Carousel(Passage):
    """All that is on the belt."""

    def __init__(self, scene: Scene, seed: int) -> None:
        """An empty belt; ``seed`` fixes everything that follows."""
        super().__init__(scene, seed, MANNER)

    def _roominess(self) -> int:
        return sum(_lap(strand) // self._gap() for strand in self._strands)

    def _opening(self, strand: Strand) -> int | None:
        """When the first free place on the belt comes by; None while there is none."""
        lap, gap, now = _lap(strand), self._gap(), self._now
        turns = [turn for passer in self._on(strand) for turn in passer.turns()[-1:]]
        ways = [now, *(now + (turn + gap - now) % lap for turn in turns)]
        free = [way for way in ways if all(gap <= (way - turn) % lap <= lap - gap for turn in turns)]
        return min(free, default=None)

    def _legs(self, passer: Passer, strand: Strand) -> list[Leg]:
        start, laps = self._now, _laps(passer.draws)
        legs = _seen(strand, start)
        for number in range(1, laps):
            legs += _once_more(strand, start + number * _lap(strand))
        return legs

    def _linger(self, passer: Passer, longer: int) -> None:
        strand = passer.strand
        assert strand is not None, "who lingers is about"
        lap = _lap(strand)
        if passer.lingered + lap > max(lap, LINGER_IN_ALL):
            return
        passer.lingered += lap
        passer.legs += _once_more(strand, passer.turns()[-1] + lap)


def _laps(drawn: Draws) -> int:
    if drawn.kind < FOR_LONG:
        return 12 + int(20 * drawn.picks[0])
    return 1 + int(5 * drawn.picks[0])


def _lap(strand: Strand) -> int:
    return strand.time + BEHIND


def _seen(strand: Strand, turn: int) -> list[Leg]:
    return [Leg(Doing.PASSING, Floating(strand, 0), turn, turn + strand.time, turn)]


def _once_more(strand: Strand, turn: int) -> list[Leg]:
    """Out of sight until ``turn``, then from hatch to hatch again."""
    return [Leg(Doing.ROUND, Circling(strand.start(), 0, 0.0), turn - BEHIND, turn, None), *_seen(strand, turn)]
