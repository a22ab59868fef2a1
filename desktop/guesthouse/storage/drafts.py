"""What is half-typed at the door: one text, kept on demand, erased without a trace."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from guesthouse.storage.connection import sweep
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told


class DraftStore:
    """The one draft."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def get(self) -> str:
        """What is half-typed, or nothing."""
        with told():
            row = self._db.execute("SELECT words FROM drafts WHERE id = 1").fetchone()
        return "" if row is None else str(row[0])

    def keep(self, words: str, now: datetime) -> bool:
        """Keep it in place of what was there; False if it is the same."""
        if words == self.get():
            return False
        with told(), self._db.atomic():
            self._db.execute("INSERT OR REPLACE INTO drafts VALUES (1, ?, ?)", [stored(now)[0], words])
        return True

    def drop(self) -> bool:
        """Erase it from file and log; False, and nothing written, if there is none."""
        with told():
            if self._db.execute("SELECT 1 FROM drafts").fetchone() is None:
                return False
            with self._db.atomic():
                self._db.execute("DELETE FROM drafts")
            sweep(self._db)
        return True
