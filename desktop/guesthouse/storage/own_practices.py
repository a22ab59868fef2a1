"""Practices that the person has made or changed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from guesthouse.domain.practice import Practice
from guesthouse.domain.practice_form import plain, practice_of
from guesthouse.storage.connection import SCOURED_AT_ONCE, mark_for_scouring, scour, sweep
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told

KEEP = """
INSERT INTO own_practices (id, original, made, made_offset, updated_at, form) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET original = excluded.original, updated_at = excluded.updated_at, form = excluded.form
"""


class OwnPracticeStore:
    """Reads and writes them."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def all(self) -> list[Practice]:
        """Every one, the first made first."""
        with told():
            rows = self._db.execute("SELECT id, form FROM own_practices ORDER BY made, rowid").fetchall()
        return [replace(practice_of(json.loads(form)), id=id_, own=True) for id_, form in rows]

    def keep(self, practice: Practice, now: datetime) -> None:
        """Write one, new or changed."""
        moment, offset = stored(now)
        form = json.dumps(plain(practice), ensure_ascii=False)
        with told(), self._db.atomic():
            self._db.execute(KEEP, [practice.id, practice.original or None, moment, offset, moment, form])

    def erase(self, practice_id: str) -> bool:
        """Erase one for good, with what was said of it; False if there is none. What was done with it stays."""
        with told():
            with self._db.atomic():
                gone = self._db.execute("DELETE FROM own_practices WHERE id = ?", [practice_id]).rowcount
                self._db.execute("DELETE FROM standings WHERE practice = ?", [practice_id])
                if gone > 0:
                    mark_for_scouring(self._db)
            if gone > 0:
                sweep(self._db)
                scour(self._db, most=SCOURED_AT_ONCE)
        return gone > 0
