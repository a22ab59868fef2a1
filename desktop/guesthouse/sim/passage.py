"""Things that pass along lanes: upstream out of sight at first, then in when there is room, and gone at the end."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from random import Random

from guesthouse.domain.scene import Nearness, Scene
from guesthouse.sim.clockwork import Clockwork
from guesthouse.sim.frame import Frame, Stir
from guesthouse.sim.passer import Passer, draw
from guesthouse.sim.strand import Leg, Strand
from guesthouse.sim.temper import SECOND


@dataclass(frozen=True, slots=True)
class Manner:
    """How a scene lets things pass: ``pace`` in steps a second, ``gap`` in steps, ``pause`` between two who come in.

    ``bob`` is the seconds of one rise and fall, 0 for none. ``chosen`` says that a person chooses the lane: without a
    choice it is the first. With ``alights`` a thing comes up within the picture, near its edge, where its words can be
    read from the first moment; else it comes in from outside.
    """

    pace: float
    gap: float
    pause: int
    bob: float
    chosen: bool = False
    alights: bool = False


class Passage(Clockwork):
    """What all of these scenes have in common, in visible time (microseconds since the start).

    ``room`` is how many may be about at once, those out of sight on their round included; when it shrinks nobody is
    thrown out. ``gap`` is the least way between the anchors of two on one lane, in design units at scale 1: as wide as
    a carrier and some air. A canvas whose carriers are larger sets it larger, for those who come in from then on.
    """

    def __init__(self, scene: Scene, seed: int, manner: Manner) -> None:
        """An empty ``scene``; ``seed`` fixes every passage that follows."""
        super().__init__()
        self._manner = manner
        self._seed = seed
        self._strands = tuple(Strand(lane, manner.pace) for lane in scene.lanes)
        self._opens = 0
        self._all: dict[int, Passer] = {}
        self._upstream: list[Passer] = []
        self.gap = manner.gap
        self.room = self._roominess()

    @property
    def present(self) -> list[int]:
        """Everyone here, those upstream included, in the order they were let in."""
        return list(self._all)

    def let_in(self, visitor_id: int, lane: str = "") -> None:
        """Something new: it comes in next, on its ``lane`` if that is one of the scene's, as soon as there is a gap."""
        passer = Passer(visitor_id, draw(Random(f"{self._seed}:{visitor_id}")), self._choices(lane))
        self._all[visitor_id] = passer
        self._upstream.insert(0, passer)
        self._admit()

    def leave_out(self, visitor_ids: Collection[int]) -> None:
        """These are not here any more; the others go on as they would have."""
        for visitor_id in visitor_ids:
            self._all.pop(visitor_id, None)
        self._upstream = [passer for passer in self._upstream if passer.id in self._all]

    def nudge(self, visitor_id: int) -> None:
        """Touch one: it stays longer, within limits. Unknown ids, and those still upstream, go on as they were."""
        if passer := self._all.get(visitor_id):
            longer = passer.touch(self._now)
            if longer and passer.strand is not None:
                self._linger(passer, longer)

    def place(self, visitor_id: int, near: Nearness) -> bool:
        """Nothing here has a seat."""
        return False

    def frame(self) -> Frame:
        """What can be seen now."""
        now = self._now
        figures = [passer.figure(now, self._manner.bob) for passer in self._all.values()]
        figures.sort(key=lambda f: (f.y, f.id))
        seen = [f.id for f in figures if not f.unseen]
        moves = any(self._all[i].leg(now).moves(now) for i in seen)
        stir = Stir.DRIFTING if moves else Stir.IDLE if seen else Stir.REST
        return Frame(now / SECOND, tuple(figures), stir, more_behind_hill=False)

    @abstractmethod
    def _linger(self, passer: Passer, longer: int) -> None:
        """Make one that is about stay longer."""

    @abstractmethod
    def _opening(self, strand: Strand) -> int | None:
        """From when on there is a gap at the beginning of ``strand``; None while nothing goes on."""

    @abstractmethod
    def _legs(self, passer: Passer, strand: Strand) -> list[Leg]:
        """The whole way of one that comes in now."""

    @abstractmethod
    def _roominess(self) -> int:
        """How many there is room for."""

    def _enters(self, strand: Strand) -> int:
        """How long after its beginning one comes in on ``strand``."""
        return 0

    def _fallen_due(self, passer: Passer) -> None:
        """One of its legs may have begun or ended."""

    def _due(self) -> int | None:
        times = [passer.leg(self._now).next_change(self._now) for passer in self._about()]
        times += [time for time in self._openings().values() if time is not None]
        return min(times, default=None)

    def _happen(self) -> list[int]:
        gone = [passer.id for passer in self._about() if passer.over(self._now)]
        for key in gone:
            del self._all[key]
        for passer in self._about():
            self._fallen_due(passer)
        self._admit()
        return gone

    def _about(self) -> list[Passer]:
        return [passer for passer in self._all.values() if passer.strand is not None]

    def _on(self, strand: Strand) -> Iterator[Passer]:
        """Who is on ``strand``, each with the leg it is on first."""
        for passer in self._all.values():
            if passer.strand is strand:
                passer.leg(self._now)
                yield passer

    def _gap(self) -> int:
        """The gap in time."""
        return round(self.gap / self._manner.pace * SECOND)

    def _choices(self, lane: str) -> tuple[Strand, ...]:
        named = tuple(strand for strand in self._strands if strand.id == lane)
        return named or (self._strands[:1] if self._manner.chosen else self._strands)

    def _openings(self) -> dict[str, int | None]:
        """When the next one upstream can come in, by the strands that any of them waits for."""
        if not self._upstream or len(self._all) - len(self._upstream) >= max(1, self.room):
            return {}
        wanted = {strand.id: strand for passer in self._upstream for strand in passer.choices}
        times = {key: self._opening(strand) for key, strand in wanted.items()}
        return {key: None if time is None else max(time, self._opens) for key, time in times.items()}

    def _admit(self) -> None:
        """Let the newest come in that finds a gap now."""
        times = self._openings()
        is_open = {key for key, time in times.items() if time is not None and time <= self._now}
        for passer in self._upstream:
            if open_to_it := [strand for strand in passer.choices if strand.id in is_open]:
                self._upstream.remove(passer)
                self._come_in(passer, self._widest(open_to_it, passer.draws.phase))
                return

    def _come_in(self, passer: Passer, strand: Strand) -> None:
        passer.legs = self._legs(passer, strand)
        passer.strand = strand
        passer.came = self._now if self._manner.alights else None
        self._opens = self._now + self._manner.pause

    def _widest(self, strands: list[Strand], phase: float) -> Strand:
        """Where it passes over fewest that lie in its way, and most is free at the beginning and beside it."""
        fitness = [(-self._lying_in_the_way(strand), self._free(strand)) for strand in strands]
        best = [strand for strand, fit in zip(strands, fitness, strict=True) if fit == max(fitness)]
        return best[int(phase * len(best))]

    def _lying_in_the_way(self, strand: Strand) -> int:
        """How many something on ``strand`` would cover for a while as it passes."""
        return 0

    def _free(self, strand: Strand) -> int:
        at = self._strands.index(strand)
        near = self._strands[max(0, at - 1) : at + 2]
        turns = [turn for one in near for passer in self._on(one) for turn in passer.turns()]
        own = self._now - self._enters(strand)
        return min((min(self._gap(), abs(own - turn)) for turn in turns), default=self._gap())
