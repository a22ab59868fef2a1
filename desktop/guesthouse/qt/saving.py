"""When what one writes goes to the disk: soon after it changes, and again where that did not work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from guesthouse.errors import Trouble

BEHIND_MS = 1000
"""It is saved so long after the first unsaved change: never two seconds behind."""

AGAIN_MS = 5000
"""What could not be saved is tried again so long after."""


class Saving(QObject):
    """Knows the time; those that come of it know what there is to save. It is read then, not at every key."""

    kept = Signal()  # all of it is on the disk
    failed = Signal(object)  # a Trouble: it stays where it was typed, and is tried again

    def __init__(self, behind_ms: int) -> None:
        """``behind_ms``: so long after a change."""
        super().__init__()
        self._behind_ms = behind_ms
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self.try_to_save)

    def save(self) -> None:
        """Put it on the disk now.

        Raises:
            Trouble: it could not be; it is still unsaved.
        """
        raise NotImplementedError

    def try_to_save(self) -> bool:
        """:meth:`save`; trouble is told by ``failed``. Whether it is on the disk."""
        return self.attempt(self.save)

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Do something with the file; trouble is told by ``failed``, and saving is tried again. Whether it was done."""
        try:
            verb()
        except Trouble as trouble:
            self._due.start(AGAIN_MS)
            self.failed.emit(trouble)
            return False
        return True

    def _plan(self) -> None:
        """Something is not on the disk; an earlier plan stands."""
        if not self._due.isActive():
            self._due.start(self._behind_ms)

    def _settle(self) -> None:
        """There is nothing to save any more."""
        self._due.stop()
