"""The file as a whole, beside the house: its passphrase, its backups, its way out and in, its mending and its end.

:class:`Keeping` wires storage to those services, as house.py does for the rooms. The app does most of it while no
house is open, the command line always; what may go on beside an open house says so itself. Everything is made when it
is first asked for: nothing of this is read at the start of a plain file but its first bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from guesthouse.errors import GuesthouseError
from guesthouse.paths import Paths

if TYPE_CHECKING:
    from guesthouse.domain.safekeeping import State
    from guesthouse.services.archive import Archive
    from guesthouse.services.backups import Backups
    from guesthouse.services.eraser import Eraser
    from guesthouse.services.mending import Mending
    from guesthouse.services.restoring import Restoring
    from guesthouse.services.strongbox import Strongbox
    from guesthouse.storage.connection import Place


class Keeping:
    """The verbs of keeping, by topic. ``key`` is the raw key of a sealed file, None for a plain one."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime]) -> None:
        """Of the file in these folders; ``clock`` gives aware times."""
        self.paths, self.clock = paths, clock

    def set_right(self) -> None:
        """Finish or take back what a kill left half-done, before the file is opened; nothing beside an open copy.

        One look at names where there is nothing to do. Never raises.
        """
        if not self._may_be_half_done():
            return
        from guesthouse.storage.lock import Lock

        try:
            lock = Lock(self.paths.lock)
        except GuesthouseError:
            return
        try:
            self.restoring.finish()
            self.strongbox.clear_leftovers()
        finally:
            lock.release()

    def state(self) -> State:
        """Whether there is a file, and whether it is sealed, by its own first bytes. Raises FolderUnusable."""
        from guesthouse.storage.told_apart import state_of

        return state_of(self.paths.database, self.paths.keys)

    @cached_property
    def strongbox(self) -> Strongbox:
        """Passphrase and recovery code."""
        from guesthouse.services.strongbox import Strongbox

        return Strongbox(self.paths, self.clock)

    @cached_property
    def restoring(self) -> Restoring:
        """A backup back in the place of the file."""
        from guesthouse.services.restoring import Restoring

        return Restoring(self.paths, self.clock)

    @cached_property
    def mending(self) -> Mending:
        """What can be done with a damaged file."""
        from guesthouse.services.mending import Mending

        return Mending(self.paths, self.clock, self.backups)

    @cached_property
    def eraser(self) -> Eraser:
        """Everything off this computer."""
        from guesthouse.services.eraser import Eraser

        return Eraser(self.paths)

    def backups(self, key: bytes | None) -> Backups:
        """The shelf of the backups."""
        from guesthouse.services.backups import Backups

        return Backups(self._place(key), self.paths, self.clock)

    def archive(self, key: bytes | None) -> Archive:
        """Everything out of the file as an export, and in again."""
        from guesthouse.house import questions
        from guesthouse.services.archive import Archive

        return Archive(self._place(key), self.clock, questions())

    def _may_be_half_done(self) -> bool:
        """Whether there is a name beside the file that only such work makes, or a file that was set aside."""
        telling = (f"{self.paths.database.name}.", f"{self.paths.keys.name}.")
        with suppress(OSError):
            folders = {self.paths.data, self.paths.database.resolve().parent}
            names = [entry.name for folder in folders if folder.is_dir() for entry in folder.iterdir()]
            return self.paths.aside.name in names or any(name.startswith(telling) for name in names)
        return False

    def _place(self, key: bytes | None) -> Place:
        from guesthouse.house import place_of

        return place_of(self.paths, key)
