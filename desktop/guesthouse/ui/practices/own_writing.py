"""An own practice on its way to the disk: the one place that knows what is not there yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from guesthouse.domain.practice import Practice
from guesthouse.qt.saving import BEHIND_MS, Saving

if TYPE_CHECKING:
    from guesthouse.services.practices import Practices


class OwnWriting(Saving):
    """Read from the fields when it is saved."""

    def __init__(self, read: Callable[[], Practice | None], origin: object, *, behind_ms: int = BEHIND_MS) -> None:
        """``read`` gives the practice as it stands in the fields; ``origin`` is who changes it."""
        super().__init__(behind_ms)
        self._read, self._origin = read, origin
        self._practices: Practices | None = None
        self.unsaved = False

    def open(self, practices: Practices | None) -> None:
        """Write here from now on; what was written before must be saved by then."""
        self._practices = practices
        self.drop()

    def change(self) -> None:
        """Something in the fields is another than it was."""
        if self._practices is None:
            return
        self.unsaved = True
        self._plan()

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

    def drop(self) -> None:
        """What is in the fields is not to be saved."""
        self.unsaved = False
        self._settle()
