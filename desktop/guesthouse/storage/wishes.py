"""What a person wishes for in the practices. It lies in the file, since it can tell something about the person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlite_utils import Database

from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told


class WishStore:
    """Reads and writes wishes: one short text under each name."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def all(self) -> dict[str, str]:
        """Every wish by its name."""
        with told():
            return dict(self._db.execute("SELECT name, value FROM wishes").fetchall())

    def keep(self, wishes: Mapping[str, str], now: datetime) -> None:
        """Write these as one, in place of what was wished before."""
        with told(), self._db.atomic():
            for name, value in wishes.items():
                self._db.execute("INSERT OR REPLACE INTO wishes VALUES (?, ?, ?)", [name, stored(now)[0], value])
