"""An own practice on its way to the disk: the one place that knows what is not there yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from guesthouse.domain.practice import Practice
from guesthouse.errors import Trouble

if TYPE_CHECKING:
    from guesthouse.services.practices import Practices

BEHIND_MS = 1000
"""It is saved so long after its first unsaved change: never two seconds behind."""

AGAIN_MS = 5000
"""What could not be saved is tried again so long after."""


class OwnWriting(QObject):
    """Read from the fields when it is saved, not at every key."""

    kept = Signal()
    failed = Signal(object)  # a Trouble: it stays in the fields, and is tried again

    def __init__(self, read: Callable[[], Practice | None], origin: object, *, behind_ms: int = BEHIND_MS) -> None:
        """``read`` gives the practice as it stands in the fields; ``origin`` is who changes it."""
        super().__init__()
        self._read, self._origin, self._behind_ms = read, origin, behind_ms
        self._practices: Practices | None = None
        self.unsaved = False
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self.try_to_save)

    def open(self, practices: Practices | None) -> None:
        """Write here from now on; what was written before must be saved by then."""
        self._practices = practices
        self.drop()

    def change(self) -> None:
        """Something in the fields is another than it was."""
        if self._practices is None:
            return
        self.unsaved = True
        if not self._due.isActive():
            self._due.start(self._behind_ms)

    def save(self) -> None:
        """Put it on the disk now.

        Raises:
            Trouble: it could not be; it is still unsaved.
        """
        practice = self._read() if self.unsaved and self._practices is not None else None
        if practice is not None and self._practices is not None:
            self._practices.keep_own(practice, origin=self._origin)
            self.drop()
            self.kept.emit()

    def try_to_save(self) -> bool:
        """:meth:`save`; trouble is told by ``failed``. Whether it is on the disk."""
        try:
            self.save()
        except Trouble as trouble:
            self.failed.emit(trouble)
            self._due.start(AGAIN_MS)
            return False
        return True

    def drop(self) -> None:
        """What is in the fields is not to be saved."""
        self.unsaved = False
        self._due.stop()
