"""The guest book: who has been here, how often, and by which name; and forgetting for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from guesthouse.domain.thought import identity, is_blank, normalise, storable
from guesthouse.domain.visit import Guest, Visit
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.storage.guests import GuestStore
from guesthouse.storage.visits import VisitStore


class GuestBook:
    """The verbs of the book. What they raise is trouble with the file."""

    def __init__(
        self, *, guests: GuestStore, visits: VisitStore, changes: ChangeLog, clock: Callable[[], datetime]
    ) -> None:
        """Open at the first page."""
        self._guests, self._visits, self._changes, self._clock = guests, visits, changes, clock

    def find(self, text: str = "", *, limit: int = 200, offset: int = 0) -> list[Guest]:
        """Guests whose words or theme hold the text, case and accents aside; without text all, last seen first."""
        return self._guests.find(text, limit=limit, offset=offset)

    def count(self, text: str = "") -> int:
        """How many :meth:`find` would find in all."""
        return self._guests.count(text)

    def guest(self, guest_id: str) -> Guest | None:
        """One guest, or None if there is none with this id."""
        return self._guests.guest(guest_id)

    def visits(self, guest_id: str) -> list[Visit]:
        """A guest's visits, the latest first."""
        return self._visits.of(guest_id)

    def name(self, guest_id: str, theme: str | None, *, origin: object | None = None) -> None:
        """Call a guest by a theme; blank or None takes the name away."""
        words = None if theme is None or is_blank(theme) else storable(theme).strip()
        if self._guests.name(guest_id, words, self._clock()):
            self._changes.tell(Changes(guests=True, origin=origin))

    def knows(self, words: str) -> bool:
        """Whether these words have ever been a guest."""
        return not is_blank(words) and self._guests.id_of(identity(normalise(words))) is not None

    def name_thought(self, words: str, theme: str, *, origin: object | None = None) -> bool:
        """Call the guest with these words by a theme; False where they have never been a guest."""
        guest_id = None if is_blank(words) else self._guests.id_of(identity(normalise(words)))
        if guest_id is None:
            return False
        self.name(guest_id, theme, origin=origin)
        return True

    def forget(self, guest_id: str, *, origin: object | None = None) -> None:
        """Erase a guest and all visits for good. Backups made before are not touched."""
        if self._guests.forget(guest_id):
            self._changes.tell(Changes(guests=True, visits=True, origin=origin))
