"""The drawer: where entries go that are deleted, for thirty days, and from where they can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from guesthouse.domain.journal import Line
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.storage.entries import EntryStore
from guesthouse.storage.entry_finder import EntryFinder

KEPT = timedelta(days=30)


class Drawer:
    """The verbs of deleting. What they raise is trouble with the file."""

    def __init__(
        self, *, entries: EntryStore, finder: EntryFinder, changes: ChangeLog, clock: Callable[[], datetime]
    ) -> None:
        """As it was left."""
        self._entries, self._finder, self._changes, self._clock = entries, finder, changes, clock

    def lines(self) -> list[Line]:
        """What is in it, the last put there first."""
        return self._entries.drawer()

    def put(self, entry_ids: Sequence[str], *, origin: object | None = None) -> None:
        """Into the drawer; they are found no more, and can be taken back for thirty days."""
        if self._entries.put_away(entry_ids, self._clock()):
            self._tell(origin)

    def take_back(self, entry_ids: Sequence[str], *, origin: object | None = None) -> None:
        """Out of the drawer, as they were."""
        if self._entries.take_back(entry_ids):
            self._tell(origin)

    def erase(self, entry_ids: Sequence[str], *, origin: object | None = None) -> None:
        """For good, from the drawer or at once. Backups made before are not touched."""
        if self._entries.erase(entry_ids):
            self._tell(origin)

    def tidy(self, *, origin: object | None = None) -> int:
        """Erase for good what has been in it for thirty days; how many there were."""
        old = self._entries.put_away_before(self._clock() - KEPT)
        if old:
            self.erase(old, origin=origin)
        return len(old)

    def _tell(self, origin: object | None) -> None:
        self._finder.forget()
        self._changes.tell(Changes(entries=True, tags=True, drawer=True, origin=origin))
