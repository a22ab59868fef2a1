"""Thoughts that are too heavy to play with: their identities, never their words."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from guesthouse.storage.erasing import erasing
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told


class HeavyStore:
    """Reads and writes the marks."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def mark(self, identity: str, now: datetime) -> None:
        """From now on."""
        with told(), self._db.atomic():
            self._db.execute("INSERT OR REPLACE INTO heavy VALUES (?, ?)", [identity, stored(now)[0]])

    def unmark(self, identity: str) -> None:
        """No more, and without a trace."""
        with erasing(self._db) as erase:
            erase("DELETE FROM heavy WHERE identity = ?", [identity])

    def is_marked(self, identity: str) -> bool:
        """Whether it is."""
        with told():
            return self._db.execute("SELECT 1 FROM heavy WHERE identity = ?", [identity]).fetchone() is not None
