"""Things that drift along lanes at one pace, and may be caught in a spot for a while before they drift on.

The whole way of a thing is fixed when it comes in: where it is caught, for how long, and at what time it is back in its
lane, which is kept free for it. So nothing runs into anything, and a thing never has to wait for traffic.

A nudge makes one that lies in a spot lie there longer. One that drifts comes gently to rest where it is; all that are
behind it on its lane, or will be, come to rest or keep lying for the same time, so that none comes nearer to it. Other
lanes go on, and nobody at all goes sooner.
"""

from __future__ import annotations

from dataclasses import dataclass

from guesthouse.domain.scene import Scene
from guesthouse.sim.frame import Doing
from guesthouse.sim.passage import Manner, Passage
from guesthouse.sim.passer import Passer
from guesthouse.sim.strand import Berth, Circling, Floating, Leg, Rejoining, Strand, Turning, clear

COVERS = 95.0
"""Something that passes so near, in steps, covers the words of what lies there: half its height and half of theirs."""


@dataclass(frozen=True, slots=True)
class Catching:
    """How often things are caught once and twice (0..1), how long they stay, and the time of one round in the eddy.

    Times in microseconds; ``period`` 0 is lying still.
    """

    once: float
    twice: float
    shortest: int
    longest: int
    period: int = 0


class Drift(Passage):
    """All that drifts in one scene."""

    def __init__(self, scene: Scene, seed: int, manner: Manner, catching: Catching) -> None:
        """An empty ``scene``; ``seed`` fixes every passage that follows."""
        self._catching = catching
        self._width = scene.width
        super().__init__(scene, seed, manner)
        self._covers = {
            strand.id: {
                berth.spot.id
                for other in self._strands
                for berth in other.berths
                if not berth.on_lane and strand.passes(berth.spot.place, COVERS)
            }
            for strand in self._strands
        }

    def _roominess(self) -> int:
        return sum(strand.time // self._gap() + 1 + len(strand.berths) for strand in self._strands)

    def _opening(self, strand: Strand) -> int:
        """Behind all that float on it now, and clear of all that will come back into it."""
        gap, enters = self._gap(), self._enters(strand)
        afloat = [turn for passer in self._on(strand) if (turn := passer.leg(self._now).turn) is not None]
        earliest = max([self._now - enters, *(turn + gap for turn in afloat)])
        return clear(earliest, self._turns(strand), gap) + enters

    def _enters(self, strand: Strand) -> int:
        """How far along one comes in: in sight at once, or no farther out than its own length."""
        first = strand.inside if self._manner.alights else strand.entrance
        return first(self.gap / 2, self._width)

    def _lying_in_the_way(self, strand: Strand) -> int:
        lying = {leg.berth for other in self._about() for leg in other.legs if leg.turn is None}
        return len(lying & self._covers[strand.id])

    def _turns(self, strand: Strand, apart_from: Passer | None = None) -> list[int]:
        return [turn for passer in self._on(strand) if passer is not apart_from for turn in passer.turns()]

    def _legs(self, passer: Passer, strand: Strand) -> list[Leg]:
        mark, legs, halt = self._enters(strand), [], 0
        turn = self._now - mark
        for berth, stay in self._stops(passer, strand):
            legs.append(_afloat(strand, turn, mark, berth.leave, halt))
            halt = stay if berth.on_lane else 0
            if not berth.on_lane:
                legs += self._caught(passer, strand, berth, turn, stay)
                turn = legs[-1].turn or turn
            mark = berth.back
        legs.append(_afloat(strand, turn, mark, strand.time, halt))
        return legs

    def _caught(self, passer: Passer, strand: Strand, berth: Berth, turn: int, stay: int) -> list[Leg]:
        """Out of the lane, a while beside it, and back in at a time that is free."""
        start = turn + berth.leave
        there = start + berth.out_time
        back = clear(there + stay + berth.home_time - berth.back, self._turns(strand), self._gap())
        leaves = back + berth.back - berth.home_time
        circle = Circling(berth.spot.place, self._catching.period, passer.draws.phase)
        lies = Leg(Doing.HELD, circle, there, leaves, None, berth.spot.id)
        out, home = Turning(berth.out, berth.out_time), Rejoining(berth.home, berth.home_time, lies)
        return [
            Leg(Doing.PASSING, out, start, there, turn, berth.spot.id),
            lies,
            Leg(Doing.PASSING, home, leaves, leaves + berth.home_time, back, berth.spot.id),
        ]

    def _stops(self, passer: Passer, strand: Strand) -> list[tuple[Berth, int]]:
        """Where it will be caught, in the order it comes there, and for how long. A spot has room for one."""
        how, drawn = self._catching, passer.draws
        often = 2 if drawn.kind < how.twice else 1 if drawn.kind < how.twice + how.once else 0
        kept = {leg.berth for other in self._on(strand) for leg in other.legs}
        free = [berth for berth in strand.berths if berth.on_lane or berth.spot.id not in kept]
        stops: list[tuple[Berth, int]] = []
        for pick, stay in list(zip(drawn.picks, drawn.stays, strict=True))[:often]:
            free = [one for one in free if all(one.leave >= had.back or one.back <= had.leave for had, _ in stops)]
            free = [one for one in free if one not in [had for had, _ in stops]]
            if free:
                stops.append((free[int(pick * len(free))], self._stay(stay)))
        return sorted(stops, key=lambda stop: stop[0].leave)

    def _stay(self, drawn: float) -> int:
        how = self._catching
        return how.shortest + round((how.longest - how.shortest) * drawn**1.5)

    def _fallen_due(self, passer: Passer) -> None:
        leg = passer.leg(self._now)
        if leg.halt and passer.strand is not None:
            halt, leg.halt = leg.halt, 0
            self._hold(passer.strand, leg.turn, halt)

    def _linger(self, passer: Passer, longer: int) -> None:
        passer.lingered += longer
        leg, strand = passer.leg(self._now), passer.strand
        assert strand is not None, "who lingers is about"
        if leg.turn is not None:
            self._hold(strand, leg.turn, longer)
            return
        turns = self._turns(strand, apart_from=passer)
        leg.end += longer
        for before, after in zip(passer.legs, passer.legs[1:], strict=False):
            if before.turn is None and after.turn is not None:
                extra = clear(after.turn + longer, turns, self._gap()) - after.turn - longer
                before.end += extra
                longer += extra
            after.put_off(longer)

    def _hold(self, strand: Strand, turn: int | None, longer: int) -> None:
        """Everything on ``strand`` from ``turn`` on is so much later: what floats stops, what lies there lies on."""
        assert turn is not None, "who is held on its lane has a turn"
        for passer in self._on(strand):
            first = next((i for i, leg in enumerate(passer.legs) if leg.turn is not None and leg.turn >= turn), None)
            if first is None:
                continue
            if first:
                passer.legs[first - 1].end += longer
                passer.legs[first].put_off(longer)
            else:
                passer.legs[0].hold(self._now, longer)
            for leg in passer.legs[first + 1 :]:
                leg.put_off(longer)


def _afloat(strand: Strand, turn: int, start: int, end: int, halt: int) -> Leg:
    return Leg(Doing.PASSING, Floating(strand, start), turn + start, turn + end, turn, halt=halt)
