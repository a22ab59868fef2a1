"""Work that is done in pieces, so that no picture, key or pointer waits for it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

AT_ONCE = 0.004
"""Seconds: a quarter of the time between two pictures."""


class Pieces(QObject):
    """Takes the steps of one piece of work, a few at a time, whenever nothing else is to be done."""

    def __init__(self, parent: QObject) -> None:
        """Nothing is to be done."""
        super().__init__(parent)
        self.at_once = AT_ONCE
        """Seconds."""
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, steps: Iterator[None]) -> None:
        """Take these steps, in place of what is not at its end yet. What one of them raises ends them."""
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest."""
        self._timer.stop()
        self._steps = iter(())

    def _go_on(self) -> None:
        self._timer.stop()
        if take(self._steps, self.at_once):
            self._timer.start()


def take(steps: Iterator[None], seconds: float = AT_ONCE) -> bool:
    """Take steps for so long, or one that takes longer; whether there are more."""
    end = time.perf_counter() + seconds
    return any(time.perf_counter() >= end for _ in steps)
