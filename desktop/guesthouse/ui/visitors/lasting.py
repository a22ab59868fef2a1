"""How long a visit to the canvas lasts, where that was chosen; only time on a visible, unpaused canvas counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_EVERY = 1000
"""Milliseconds between two looks at the clock while a length runs; else nobody looks."""

SLACK = 500_000
"""Microseconds a look may come late before the rest counts as time asleep."""

WRITING = 10.0
"""Seconds after the last letter in which nobody is interrupted."""


class Lasting(QObject):
    """Knows when the time is up, and tells it to nobody before."""

    over = Signal()

    def __init__(self, running: Callable[[], bool], clock: Callable[[], int], parent: QObject | None = None) -> None:
        """Open at first. ``running`` says whether time passes on the canvas, ``clock`` gives microseconds."""
        super().__init__(parent)
        self._running, self._clock = running, clock
        self._wanted: float | None = None
        self._going = self._was_running = False
        self._passed = self._not_before = 0.0
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def choose(self, minutes: int | None) -> None:
        """This long from now on, or as long as one likes (None)."""
        self._wanted = None if minutes is None else minutes * 60.0
        self._begin_anew(going=self._going)

    def begin(self) -> None:
        """There is something to watch: time counts from here, if it does not already."""
        if not self._going:
            self._begin_anew(going=True)

    def begin_again(self) -> None:
        """Time counts from here."""
        self._begin_anew(going=True)

    def end(self) -> None:
        """The visit is over, in whatever way."""
        self._begin_anew(going=False)

    def writing(self) -> None:
        """Somebody writes: a sentence is not interrupted."""
        self._not_before = self._passed + WRITING

    def look(self) -> None:
        """Look at the clock: time has passed, or the canvas was paused, hidden or shown."""
        now = self._clock()
        if self._was_running and self._going:
            self._passed += min(max(0, now - self._last), LOOK_EVERY * 1000 + SLACK) / 1_000_000
        self._last, self._was_running = now, self._running()
        if self._going and self._wanted is not None and self._passed >= max(self._wanted, self._not_before):
            self.end()
            self.over.emit()
        self._keep_looking()

    def _begin_anew(self, *, going: bool) -> None:
        self._going, self._passed, self._not_before = going, 0.0, 0.0
        self._last, self._was_running = self._clock(), self._running()
        self._keep_looking()

    def _keep_looking(self) -> None:
        wanted = self._going and self._wanted is not None and self._was_running
        if wanted != self._timer.isActive():
            self._timer.start() if wanted else self._timer.stop()
