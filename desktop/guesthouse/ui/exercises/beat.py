"""The time of one exercise: it passes while the exercise is shown and not paused, and nothing ticks without need."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

FRAME_MS = 33
SLACK = 250
"""Milliseconds a frame may come late before the rest counts as time asleep."""


def monotonic_ms() -> Callable[[], int]:
    """A clock of milliseconds that only goes forward."""
    timer = QElapsedTimer()
    timer.start()
    return lambda: int(timer.elapsed())


class Beat(QObject):
    """Counts the seconds of an exercise and says when to paint.

    ``wait`` is asked before each frame: milliseconds to the next one worth painting, or None when nothing will change
    by itself (then there is no timer). In Still an exercise answers with the time to its next step.
    """

    ticked = Signal()
    stood = Signal()
    """It was paused, or goes on."""

    def __init__(
        self, wait: Callable[[], int | None], clock: Callable[[], int] | None = None, parent: QObject | None = None
    ) -> None:
        """Stopped, at 0; ``clock`` gives milliseconds."""
        super().__init__(parent)
        self._wait, self._clock = wait, clock or monotonic_ms()
        self._last = self._clock()
        self._allowed = 0
        self._ms = 0
        self._shown = self._paused = False
        self._pace = 1.0
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.tick)

    @property
    def seconds(self) -> float:
        """Shown, unpaused seconds since the last :meth:`restart`; at half the pace half as many."""
        return self._ms / 1000

    @property
    def paused(self) -> bool:
        """Whether it stands."""
        return self._paused

    def restart(self) -> None:
        """From 0 again."""
        self._pass_time()
        self._ms = 0
        self.plan()

    def set_shown(self, shown: bool) -> None:
        """Hidden time is as if it had not been."""
        self._pass_time()
        self._shown = shown
        self.plan()

    def set_paused(self, paused: bool) -> None:
        """Stand, or go on."""
        self._pass_time()
        self._paused = paused
        self.plan()
        self.stood.emit()

    def set_slower(self, slower: bool) -> None:
        """Half the pace, or the usual one."""
        self._pass_time()
        self._pace = 0.5 if slower else 1.0
        self.plan()

    def tick(self) -> None:
        """One frame."""
        self._pass_time()
        self.ticked.emit()
        self.plan()

    def plan(self) -> None:
        """Ask for the next frame, if there is one; called by an exercise that has begun something."""
        self.timer.stop()
        wait = self._wait() if self._shown and not self._paused else None
        if wait is None:
            self._allowed = 0
            return
        real = max(1, round(wait / self._pace))
        self._allowed = real + SLACK
        self.timer.setTimerType(Qt.TimerType.PreciseTimer if real < 100 else Qt.TimerType.CoarseTimer)
        self.timer.start(real)

    def _pass_time(self) -> None:
        now = self._clock()
        elapsed = min(max(0, now - self._last), self._allowed)
        self._last = now
        self._allowed = max(0, self._allowed - elapsed)
        if self._shown and not self._paused:
            self._ms += round(elapsed * self._pace)
