"""What is put in order behind an open house while nobody waits for it: leftovers, the copies, the day's backup."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guesthouse.errors import GuesthouseError
from guesthouse.qt.task import Task

if TYPE_CHECKING:
    from guesthouse.keeping import Keeping

log = logging.getLogger(__name__)


class Housekeeping(QObject):
    """One round at a time. It is quiet: what goes wrong stands in the log, and is tried again the next time.

    A round that goes on while the house is locked comes to its end with the key it was given, and forgets it then.
    """

    wanted = Signal()
    """Another round was asked for while one went on, which is at its end now."""

    def __init__(self, keeping: Keeping, parent: QObject) -> None:
        """Of this file."""
        super().__init__(parent)
        self._keeping = keeping
        self._task: Task | None = None
        self._again = False

    def begin(self, key: bytes | None) -> None:
        """Begin a round; where one goes on, ask for another after it. The house is open."""
        if self._task is not None:
            if self._task.isRunning():
                self._again = True
                return
            self._task.deleteLater()
        keeping = self._keeping
        self._again = False
        self._task = Task(lambda step: _go_round(keeping, key, step), self)
        self._task.failed.connect(_note)
        self._task.finished.connect(self._ask_again)
        self._task.start()

    def wait(self) -> None:
        """Return once nothing goes on any more; from any thread."""
        if self._task is not None:
            self._task.wait()

    def end(self) -> None:
        """The app ends: what can be stopped stops, and the rest comes to its end."""
        if self._task is not None:
            self._task.stop()
            self._task.wait()

    def _ask_again(self) -> None:
        if self._again:
            self._again = False
            self.wanted.emit()


def _go_round(keeping: Keeping, key: bytes | None, step: Callable[[int], bool]) -> None:
    plain = keeping.strongbox.tidy(key, lambda percent: step(percent // 2))
    if plain and key is not None:
        log.warning("copies that can be read without the passphrase: %d", len(plain))
    if step(50):
        keeping.backups(key).make_if_due()


def _note(error: GuesthouseError) -> None:
    log.warning("the housekeeping stopped: %s", type(error).__name__)
