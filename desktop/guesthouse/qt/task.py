"""Work that goes on beside the window: in a thread of its own, with progress and a way to stop it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal

from guesthouse.errors import Bug, GuesthouseError

log = logging.getLogger(__name__)


class Task(QThread):
    """Runs one function. Its signals arrive in the thread that made the task."""

    progressed = Signal(int)
    """How much is done, as the function counts it."""
    succeeded = Signal(object)
    """What the function returned."""
    failed = Signal(object)
    """The GuesthouseError it ended with."""

    def __init__(self, work: Callable[[Callable[[int], bool]], object], parent: QObject) -> None:
        """``work`` is called with a function to tell how much is done; where that returns False it has to end."""
        super().__init__(parent)
        self._work = work
        self._stopped = Event()

    def stop(self) -> None:
        """End it at its next step."""
        self._stopped.set()

    @property
    def stopped(self) -> bool:
        """Whether it was asked to end."""
        return self._stopped.is_set()

    def run(self) -> None:
        """The thread's own life; at its end what the function was made with is not held any more: it may be a key."""
        work, self._work = self._work, _done
        try:
            result = work(self._step)
        except GuesthouseError as error:
            self.failed.emit(error)
        except Exception:
            log.exception("work beside the window broke off")
            self.failed.emit(Bug())
        else:
            self.succeeded.emit(result)

    def _step(self, done: int) -> bool:
        self.progressed.emit(done)
        return not self._stopped.is_set()


def _done(_step: Callable[[int], bool]) -> object:
    """A task lives once."""
    raise Bug
