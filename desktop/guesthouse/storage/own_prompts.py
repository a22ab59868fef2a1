"""Prompts that the person has written."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from guesthouse.storage.erasing import erasing
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told


class OwnPromptStore:
    """Reads and writes them."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def all(self) -> list[tuple[str, str]]:
        """Id and words of each, the first written first."""
        with told():
            return list(self._db.execute("SELECT id, words FROM own_prompts ORDER BY rowid").fetchall())

    def add(self, prompt_id: str, words: str, now: datetime) -> None:
        """One more."""
        with told(), self._db.atomic():
            self._db.execute("INSERT INTO own_prompts VALUES (?, ?, ?)", [prompt_id, stored(now)[0], words])

    def remove(self, prompt_id: str) -> bool:
        """Erase one from file and log; False if there is none."""
        with erasing(self._db) as erase:
            return erase("DELETE FROM own_prompts WHERE id = ?", [prompt_id]) > 0
