"""One signal for all changes of the data, so that pages refresh what they show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from guesthouse.services.changes import ChangeLog


class ChangeHub(QObject):
    """Turns a house's change log into the signal ``changed``, which brings a ``Changes`` record."""

    changed = Signal(object)

    def __init__(self) -> None:
        """A hub that hears nothing yet."""
        super().__init__()
        self._stop: Callable[[], None] | None = None

    def listen(self, log: ChangeLog) -> None:
        """Hear the changes of this log, and of no other any more."""
        self.let_go()
        self._stop = log.subscribe(self.changed.emit)

    def let_go(self) -> None:
        """Hear nothing any more."""
        if self._stop is not None:
            self._stop()
            self._stop = None
