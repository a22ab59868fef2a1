"""Runs a film: where it stands, playing or not, one caption on or back. It knows no pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from guesthouse.domain.film import Film, Shot
from guesthouse.ui.exercises.beat import FRAME_MS, Beat

BACK_TO_BEFORE = 2.0
"""So many seconds into a caption "Back" still leads to the one before; later to its own beginning."""


class Projector(QObject):
    """One film and its time. Without motion it never plays: one goes from caption to caption."""

    moved = Signal()
    """Another moment of the film is on."""

    turned = Signal()
    """Another caption is on, or it plays or stands now."""

    def __init__(self, film: Film, clock: Callable[[], int] | None = None, parent: QObject | None = None) -> None:
        """At its beginning, standing; ``clock`` gives milliseconds."""
        super().__init__(parent)
        self.film = film
        self._from = 0.0
        self._still = False
        self._number = 0
        self.beat = Beat(self._wait, clock, self)
        self.beat.set_paused(True)
        self.beat.ticked.connect(self._ticked)

    @property
    def seconds(self) -> float:
        """Where it stands."""
        return min(self._from + self.beat.seconds, self.film.seconds)

    @property
    def still(self) -> bool:
        """Whether nothing moves by itself."""
        return self._still

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return not self.beat.paused and not self.over

    @property
    def over(self) -> bool:
        """Whether its last caption has had its time."""
        return self.seconds >= self.film.seconds

    @property
    def number(self) -> int:
        """Which caption is on, from 0."""
        return self.film.at(self.seconds)[0]

    @property
    def shot(self) -> Shot:
        """The shot that is on."""
        return self.film.shots[self.number]

    @property
    def share(self) -> float:
        """How much of the shot is over, 0 to 1. A film that does not move shows each shot as it ends."""
        return 1.0 if self._still else self.film.at(self.seconds)[1]

    def set_still(self, still: bool) -> None:
        """Nothing is to move by itself, or everything may."""
        self._still = still
        if still:
            self.beat.set_paused(True)
        self.turned.emit()

    def play(self) -> None:
        """Go on; from the beginning where it is over."""
        if self._still:
            return
        if self.over:
            self._go_to(0)
        self.beat.set_paused(False)
        self.turned.emit()

    def pause(self) -> None:
        """Stand."""
        self.beat.set_paused(True)
        self.turned.emit()

    def rewind(self) -> None:
        """To the beginning."""
        self._go_to(0)

    def back(self) -> None:
        """To the beginning of the caption, or of the one before when this one has hardly begun or nothing moves."""
        number = self.number
        into = self.seconds - self.film.starts()[number]
        self._go_to(max(0, number - 1) if self._still or into < BACK_TO_BEFORE else number)

    def on(self) -> None:
        """To the next caption; the last one stays."""
        self._go_to(min(self.number + 1, len(self.film.shots) - 1))

    def _go_to(self, number: int) -> None:
        self.beat.restart()
        self._from = self.film.starts()[number]
        self._number = number
        self.moved.emit()
        self.turned.emit()

    def _wait(self) -> int | None:
        return None if self.over else FRAME_MS

    def _ticked(self) -> None:
        self.moved.emit()
        if self.over:
            self.beat.set_paused(True)
        if self.number != self._number or self.over:
            self._number = self.number
            self.turned.emit()
