"""Trying what was typed before the closed door, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from guesthouse.qt.task import Task

if TYPE_CHECKING:
    from guesthouse.services.strongbox import Strongbox

WAITS = (1, 2, 4, 8, 16, 30)
"""Seconds until one can try again, after each time that it was not the right one; never more than the last."""


class Unlocking(QObject):
    """One trial at a time; it takes a moment, since that moment is what guessing costs."""

    opened = Signal(object)
    """The passphrase was right: the raw key."""

    knows_code = Signal()
    """The recovery code was right: :meth:`renew` is next."""

    failed = Signal(object)
    """The GuesthouseError it ended with."""

    def __init__(self, strongbox: Callable[[], Strongbox], parent: QObject) -> None:
        """``strongbox`` is asked for in the thread: what it needs is read there, while the window goes on."""
        super().__init__(parent)
        self._strongbox = strongbox
        self._task: Task | None = None
        self._key: bytes | None = None
        self._wrong = 0

    @property
    def goes_on(self) -> bool:
        """Whether something is being tried."""
        return self._task is not None

    def unlock(self, passphrase: str) -> None:
        """Try this passphrase."""
        self._try(lambda: self._strongbox().unlock(passphrase), self._is_open)

    def unlock_with_code(self, code: str) -> None:
        """Try this recovery code."""
        self._try(lambda: self._strongbox().unlock_with_code(code), self._has_code)

    def renew(self, passphrase: str) -> None:
        """This is the passphrase from now on; the code was right."""
        key = self._key
        if key is not None:
            self._try(lambda: self._changed(key, passphrase), self._is_open)

    def next_wait(self) -> int:
        """Seconds to wait after one more that was not right."""
        self._wrong += 1
        return WAITS[min(self._wrong, len(WAITS)) - 1]

    def forget(self) -> None:
        """Hold no key; what is being tried comes to nothing."""
        self._key = None
        if self._task is not None:
            self._task.succeeded.disconnect()
            self._task.failed.disconnect()
            self._task = None

    def _try(self, work: Callable[[], bytes], then: Callable[[bytes], None]) -> None:
        if self._task is not None:
            return
        task = self._task = Task(lambda _step: work(), self)
        task.succeeded.connect(lambda key: self._end(then, key))
        task.failed.connect(lambda error: self._end(self.failed.emit, error))
        task.finished.connect(task.deleteLater)
        task.start()

    def _end(self, then: Callable[[Any], None], outcome: object) -> None:
        self._task = None
        then(outcome)

    def _changed(self, key: bytes, passphrase: str) -> bytes:
        self._strongbox().change(key, passphrase)
        return key

    def _is_open(self, key: bytes) -> None:
        self._key, self._wrong = None, 0
        self.opened.emit(key)

    def _has_code(self, key: bytes) -> None:
        self._key, self._wrong = key, 0
        self.knows_code.emit()
