"""Keeps the canvas's time: only time on a visible, unpaused canvas counts, and nothing ticks that does not move."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from guesthouse.domain.scene import Nearness, Scene
from guesthouse.sim.course import Course
from guesthouse.sim.courses import course
from guesthouse.sim.frame import Frame, Stir
from guesthouse.sim.passage import Passage

INTERVALS = {
    ("full", Stir.WALKING): 16,
    ("full", Stir.DRIFTING): 33,
    ("full", Stir.IDLE): 66,
    ("full", Stir.REST): 250,
    ("calm", Stir.WALKING): 33,
    ("calm", Stir.DRIFTING): 50,
    ("calm", Stir.IDLE): 100,
}
"""Milliseconds between frames; where nothing is named there is no timer at all."""

SLACK = 250_000
"""Microseconds a frame may come late before the rest counts as time asleep."""


def monotonic_clock() -> Callable[[], int]:
    """A clock of microseconds that only goes forward."""
    timer = QElapsedTimer()
    timer.start()
    return lambda: timer.nsecsElapsed() // 1000


class Conductor(QObject):
    """Lets visible time pass in a world and hands out its frames."""

    moved = Signal(object)
    """A new Frame."""

    gone = Signal(list)
    """Ids of visitors who went over the hill."""

    def __init__(
        self, scene: Scene, seed: int, clock: Callable[[], int] | None = None, parent: QObject | None = None
    ) -> None:
        """An empty world of ``scene``; ``clock`` gives microseconds."""
        super().__init__(parent)
        self._scene = scene
        self._world = course(scene, seed)
        self._clock = clock or monotonic_clock()
        self._last = self._clock()
        self._allowed = 0
        self._motion = "full"
        self._shown = self._paused = self._restless = False
        self._visible = self._ambient = 0
        self._room: int | None = None
        self._gap: float | None = None
        self._frame = self._world.frame()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.tick)

    @property
    def frame(self) -> Frame:
        """The newest frame."""
        return self._frame

    @property
    def course(self) -> Course:
        """What everyone here does."""
        return self._world

    @property
    def seconds(self) -> float:
        """Visible, unpaused seconds of this visit."""
        return self._visible / 1_000_000

    @property
    def ambient_seconds(self) -> float:
        """Visible, unpaused seconds of all visits so far, for the clouds: they do not jump when a visit ends."""
        return self._ambient / 1_000_000

    @property
    def slower(self) -> bool:
        """Whether everything goes at the slower of the two paces."""
        return self._world.slower

    def let_in(self, visitor_id: int, lane: str = "") -> None:
        """Someone comes, on the ``lane`` a person chose, if any."""
        self._pass_time()
        self._world.let_in(visitor_id, lane)
        self._show()

    def place(self, visitor_id: int, near: Nearness) -> bool:
        """Someone is told how near to stay; False where that is not to be had."""
        self._pass_time()
        placed = self._world.place(visitor_id, near)
        self._show()
        return placed

    def nudge(self, visitor_id: int) -> None:
        """Someone is touched."""
        self._pass_time()
        self._world.nudge(visitor_id)
        self._show()

    def end(self, seed: int) -> None:
        """The visit is over: an empty scene again, and its time begins anew."""
        self._last, self._visible = self._clock(), 0
        self._begin(seed)
        self._show()

    def change_scene(self, scene: Scene, seed: int, lane_of: Callable[[int], str]) -> None:
        """Go on elsewhere with everyone present, in their order, each on its lane; the visit's time goes on."""
        self._pass_time()
        present = self._world.present
        self._scene = scene
        self._begin(seed)
        for visitor_id in present:
            self._world.let_in(visitor_id, lane_of(visitor_id))
        self._show()

    def _begin(self, seed: int) -> None:
        slower = self._world.slower
        self._world = course(self._scene, seed)
        self._world.slower = slower
        if self._room is not None:
            self._world.room = self._room
        if self._gap is not None:
            self.set_gap(self._gap)

    def set_slower(self, slower: bool) -> None:
        """The usual pace, or the slower one."""
        self._pass_time()
        self._world.slower = slower
        self._show()

    def set_room(self, room: int) -> None:
        """How many may stand about at once; on a small canvas more wait at the gate."""
        if room != self._room:
            self._pass_time()
            self._room = self._world.room = room
            self._show()

    def set_gap(self, gap: float) -> None:
        """How far two on one lane are apart, where this scene has lanes."""
        self._gap = gap
        if isinstance(self._world, Passage):
            self._world.gap = gap

    def set_paused(self, paused: bool) -> None:
        """Stop everything where it is, or go on."""
        self._pass_time()
        self._paused = paused
        self._show()

    def set_shown(self, shown: bool) -> None:
        """Whether the canvas can be seen; hidden time is as if it had not been."""
        self._pass_time()
        self._shown = shown
        self._show()

    def set_motion(self, level: str) -> None:
        """``full``, ``calm`` or ``still``."""
        self._pass_time()
        self._motion = level
        self._show()

    def keep_painting(self, restless: bool) -> None:
        """Whether something besides the visitors is still sliding to its place, such as a bubble."""
        self._restless = restless

    def tick(self) -> None:
        """One frame."""
        self._pass_time()
        self._show()

    def _pass_time(self) -> None:
        now = self._clock()
        elapsed = min(max(0, now - self._last), self._allowed)
        self._last = now
        self._allowed = 0
        if elapsed and self.running:
            self._visible += elapsed
            self._ambient += elapsed
            if gone := self._world.advance(elapsed):
                self.gone.emit(gone)

    @property
    def running(self) -> bool:
        """Whether time passes: on a canvas that is shown and not paused."""
        return self._shown and not self._paused

    def _show(self) -> None:
        self._frame = self._world.frame()
        self.moved.emit(self._frame)
        self._plan()

    def _plan(self) -> None:
        """Ask for the next frame, if there is one worth painting."""
        self.timer.stop()
        wait = self._wait()
        if wait is None:
            return
        self._allowed = wait * 1000 + SLACK
        self.timer.setTimerType(Qt.TimerType.PreciseTimer if wait < 50 else Qt.TimerType.CoarseTimer)
        self.timer.start(wait)

    def _wait(self) -> int | None:
        if not self.running:
            return None
        if self._motion == "still":
            change = self._world.until_next_change()
            return None if change is None else change // 1000 + 1
        stir = Stir.WALKING if self._restless else self._frame.stir
        interval = INTERVALS.get((self._motion, stir))
        if interval is None or stir is Stir.WALKING:
            return interval
        change = self._world.until_next_change()
        return interval if change is None else max(1, min(interval, change // 1000 + 1))
