"""The world of one scene: visitors come in, stay, and go on, each in its own time.

Nothing here is stepped frame by frame. Every leg of a visit has an exact start and end in visible time, so the state at
any moment follows from the time alone: the same seed and inputs give the same visits at every frame rate, and a scene
without motion can sleep until the next change.
"""

from __future__ import annotations

from collections.abc import Collection
from random import Random

from guesthouse.domain.scene import Nearness, Place, Scene, Spot
from guesthouse.sim.clockwork import Clockwork
from guesthouse.sim.frame import Doing, Frame, Stir
from guesthouse.sim.ground import Ground
from guesthouse.sim.leaving import TURNED_PAUSE, gone_by, gone_by_itself, sets_out_from
from guesthouse.sim.temper import SECOND, Habit, temper
from guesthouse.sim.vacancy import Vacancy
from guesthouse.sim.visitor import Leg, Visitor
from guesthouse.sim.way import Standing, Straight

GATE_PAUSE = 3 * SECOND
"""Between two who come in, so that one does not walk on another's heels."""

STEP_ASIDE = SECOND * 3 // 2


class World(Clockwork):
    """All visitors of one visit to the canvas, in visible time (microseconds since the start).

    ``slower`` halves the pace of everything.
    """

    def __init__(self, scene: Scene, seed: int) -> None:
        """An empty scene; ``seed`` fixes every visit that follows."""
        super().__init__()
        self._ground = Ground(scene)
        self._seed = seed
        self._gate_opens = 0
        self._visitors: dict[int, Visitor] = {}
        self._line: list[Visitor] = []
        self._vacancy = Vacancy(self._ground, self._visitors)

    @property
    def room(self) -> int:
        """How many may stand about at once; when it shrinks nobody is sent away."""
        return self._vacancy.room

    @room.setter
    def room(self, room: int) -> None:
        self._vacancy.room = room

    @property
    def present(self) -> list[int]:
        """Everyone here, those who wait at the gate included, in the order they were let in."""
        return list(self._visitors)

    def let_in(self, visitor_id: int, lane: str = "") -> None:
        """Someone new: straight onto the path, or to the front of the line when the garden is full.

        There is one path, whatever the ``lane``.
        """
        own = Random(f"{self._seed}:{visitor_id}")
        drawn = temper(own)
        start = self._ground.edge(drawn.drift)
        visitor = Visitor(visitor_id, drawn, Leg(Doing.COMING, Standing(start), self._now, None))
        self._visitors[visitor_id] = visitor
        if not self._line and self._now >= self._gate_opens and self._vacancy.spots():
            self._come_in(visitor)
        else:
            self._line.insert(sum(_is_placed(v) for v in self._line), visitor)
            self._close_ranks()

    def leave_out(self, visitor_ids: Collection[int]) -> None:
        """These are not here any more, wherever they stood; those behind them in the line close up."""
        for visitor_id in visitor_ids:
            visitor = self._visitors.pop(visitor_id, None)
            if visitor in self._line:
                self._line.remove(visitor)
        self._close_ranks()

    def nudge(self, visitor_id: int) -> None:
        """Touch a visitor: it looks at you and stays longer. Unknown ids (gone meanwhile) are passed over."""
        if visitor := self._visitors.get(visitor_id):
            visitor.nudge(self._now)

    def place(self, visitor_id: int, near: Nearness) -> bool:
        """Say how near one stays: on the bench as long as it likes, or by the gate. It never goes sooner for that.

        One who waits comes in next, and straight there. False for one who is over the hill, and where all is taken.
        """
        visitor = self._visitors.get(visitor_id)
        if visitor is None or visitor.behind_hill:
            return False
        goal = self._vacancy.near(visitor, near)
        if goal is None:
            return False
        if goal not in (visitor.seat, visitor.spot):
            self._send(visitor, goal)
        elif near is Nearness.GATE:
            self._keep(visitor, goal)
        return True

    def frame(self) -> Frame:
        """What can be seen now."""
        now, slots = self._now, self._ground.slots
        figures = [v.figure(now, v.slot is not None and v.slot >= slots) for v in self._visitors.values()]
        figures.sort(key=lambda f: (f.y, f.id))
        seen = [f for f in figures if not f.unseen]
        walking = any(f.pose.stride is not None for f in seen)
        stir = Stir.WALKING if walking else Stir.IDLE if seen else Stir.REST
        return Frame(now / SECOND, tuple(figures), stir, len(self._line) > slots)

    def _due(self) -> int | None:
        ends = [v.leg.end for v in self._visitors.values() if v.leg.end is not None]
        if self._first_may_come():
            ends.append(self._gate_opens)
        return min(ends, default=None)

    def _happen(self) -> list[int]:
        gone = []
        for visitor in list(self._visitors.values()):
            if visitor.leg.end is not None and visitor.leg.end <= self._now and self._next(visitor):
                del self._visitors[visitor.id]
                gone.append(visitor.id)
        if self._now >= self._gate_opens and self._first_may_come():
            self._come_in(self._line.pop(0))
            self._close_ranks()
        return gone

    def _first_may_come(self) -> bool:
        return bool(self._line and (_is_placed(self._line[0]) or self._vacancy.spots()))

    def _come_in(self, visitor: Visitor) -> None:
        visitor.slot = None
        self._gate_opens = self._now + GATE_PAUSE
        goal = visitor.seat or visitor.spot
        if goal is not None:
            self._head_for(visitor, goal, gone_by_itself(visitor, self._ground, self._place(visitor), self._now))
            return
        free = self._vacancy.spots()
        visitor.spot = free[int(visitor.temper.phase * len(free))]
        visitor.walk(Doing.COMING, self._ground.to_spot(self._place(visitor), visitor.spot), self._now)

    def _send(self, visitor: Visitor, goal: Spot) -> None:
        """To its new place at once; one who waits keeps it, and is the first in line."""
        waits = visitor.leg.doing is Doing.WAITING
        gone = 0 if waits else gone_by(visitor, self._ground)
        on_bench = goal.id in self._ground.seats
        visitor.seat, visitor.spot = (goal, None) if on_bench else (None, goal)
        if waits:
            self._line.remove(visitor)
            self._line.insert(0, visitor)
            self._close_ranks()
        else:
            self._head_for(visitor, goal, gone)

    def _keep(self, visitor: Visitor, spot: Spot) -> None:
        """One who has its place by the gate already stays there: it neither sits down later nor turns back."""
        doing = visitor.leg.doing
        if doing is Doing.WAITING:
            return
        gone = gone_by(visitor, self._ground)
        if doing not in (Doing.STANDING, Doing.COMING):
            self._head_for(visitor, spot, gone)
            return
        visitor.settle(sets_out_from(visitor, self._ground, spot, gone))
        if doing is Doing.STANDING and visitor.leg.end is not None:
            visitor.stay(doing, self._place(visitor), self._now, visitor.leg.end - self._now)

    def _head_for(self, visitor: Visitor, goal: Spot, gone: int) -> None:
        visitor.settle(sets_out_from(visitor, self._ground, goal, gone))
        doing = Doing.COMING if visitor.seat is None else Doing.TO_BENCH
        visitor.walk(doing, self._ground.to_spot(self._place(visitor), goal), self._now)

    def _close_ranks(self) -> None:
        """Everyone in line walks to the place that is theirs now."""
        for number, visitor in enumerate(self._line):
            if visitor.slot == number:
                continue
            start, end = self._place(visitor), self._ground.slot(number)
            both_behind = visitor.slot is not None and min(visitor.slot, number) >= self._ground.slots - 1
            visitor.slot = number
            if both_behind:
                visitor.leg = Leg(Doing.WAITING, Standing(end), self._now, None)
            else:
                visitor.leg = Leg(Doing.WAITING, Straight(start, end), self._now, self._now + STEP_ASIDE)

    def _next(self, visitor: Visitor) -> bool:
        """What comes after the leg that has ended; True when the visitor is gone."""
        doing = visitor.leg.doing
        if doing is Doing.WAITING:
            visitor.leg = Leg(doing, Standing(self._place(visitor)), self._now, None)
        elif doing is Doing.COMING:
            self._arrive(visitor)
        elif doing is Doing.STANDING:
            self._move_on(visitor)
        elif doing is Doing.TO_BENCH:
            visitor.stay(Doing.SITTING, self._place(visitor), self._now, visitor.temper.sit)
        elif doing is Doing.TURNING_BACK:
            self._turn(visitor)
        elif doing is Doing.SITTING:
            self._leave(visitor, visitor.seat)
        else:
            return self._cross(visitor)
        return False

    def _arrive(self, visitor: Visitor) -> None:
        time = visitor.temper.second_stay if visitor.turned else visitor.temper.stay
        visitor.stay(Doing.STANDING, self._place(visitor), self._now, time)

    def _move_on(self, visitor: Visitor) -> None:
        spot = visitor.spot
        assert spot is not None, "who stands has a place to stand"
        start, habit = self._place(visitor), visitor.temper.habit
        if habit is Habit.COMES_AGAIN and not visitor.turned:
            visitor.turned = True
            visitor.walk(Doing.TURNING_BACK, self._ground.back(start, spot, visitor.temper.drift), self._now)
        elif habit is Habit.SITS and not visitor.sat:
            self._sit_or_wait(visitor, start)
        else:
            self._leave(visitor, spot)

    def _sit_or_wait(self, visitor: Visitor, start: Place) -> None:
        """Over to the bench; with both seats taken one stays standing instead."""
        visitor.sat = True
        free = self._vacancy.seats()
        if not free:
            visitor.stay(Doing.STANDING, start, self._now, visitor.temper.second_stay)
            return
        visitor.seat, visitor.spot = free[0], None
        visitor.walk(Doing.TO_BENCH, self._ground.to_spot(start, free[0]), self._now)

    def _turn(self, visitor: Visitor) -> None:
        """Stop at the turning point for some breaths, then come again to the place that was kept."""
        if visitor.leg.walks:
            visitor.stay(Doing.TURNING_BACK, self._place(visitor), self._now, TURNED_PAUSE)
            return
        assert visitor.spot is not None, "who turns back keeps its place"
        visitor.walk(Doing.COMING, self._ground.to_spot(self._place(visitor), visitor.spot), self._now)

    def _leave(self, visitor: Visitor, spot: Spot | None) -> None:
        assert spot is not None, "who leaves was somewhere"
        visitor.spot = visitor.seat = None
        visitor.walk(Doing.LEAVING, self._ground.over_the_hill(self._place(visitor), spot), self._now)

    def _cross(self, visitor: Visitor) -> bool:
        if visitor.behind_hill:
            return True
        visitor.behind_hill = True
        visitor.walk(Doing.LEAVING, self._ground.beyond(), self._now)
        return False

    def _place(self, visitor: Visitor) -> Place:
        return visitor.leg.place(self._now)


def _is_placed(visitor: Visitor) -> bool:
    """Whether one who waits has been told where to stay."""
    return visitor.seat is not None or visitor.spot is not None
