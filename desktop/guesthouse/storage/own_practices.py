"""Practices that the person has made or changed."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from guesthouse.domain.practice import Practice
from guesthouse.domain.practice_form import plain, practice_of
from guesthouse.storage.erasing import erasing
from guesthouse.storage.times import stored
from guesthouse.storage.trouble import told

log = logging.getLogger(__name__)

KEEP = """
INSERT INTO own_practices (id, original, made, made_offset, updated_at, form) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET original = excluded.original, updated_at = excluded.updated_at, form = excluded.form
"""


class OwnPracticeStore:
    """Reads and writes them."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database
        self._read: dict[str, tuple[str, Practice | None]] = {}

    def all(self) -> list[Practice]:
        """Every one, the first made first. One that cannot be read any more is left out, and stays in the file."""
        with told():
            rows = self._db.execute("SELECT id, form FROM own_practices ORDER BY made, rowid").fetchall()
        read = [self._practice(id_, form) for id_, form in rows]
        return [practice for practice in read if practice is not None]

    def keep(self, practice: Practice, now: datetime) -> None:
        """Write one, new or changed."""
        moment, offset = stored(now)
        form = json.dumps(plain(practice), ensure_ascii=False)
        with told(), self._db.atomic():
            self._db.execute(KEEP, [practice.id, practice.original or None, moment, offset, moment, form])

    def erase(self, practice_id: str) -> bool:
        """Erase one for good, with what was said of it; False if there is none. What was done with it stays."""
        with erasing(self._db) as erase:
            gone = erase("DELETE FROM own_practices WHERE id = ?", [practice_id])
            if gone > 0:
                erase("DELETE FROM standings WHERE practice = ?", [practice_id])
        self._read.pop(practice_id, None)
        return gone > 0

    def _practice(self, id_: str, form: str) -> Practice | None:
        """What was read before is not read again: the library asks for all of them whenever one of them changes."""
        known = self._read.get(id_)
        if known is None or known[0] != form:
            known = self._read[id_] = (form, _practice(id_, form))
        return known[1]


def _practice(id_: str, form: str) -> Practice | None:
    try:
        return replace(practice_of(json.loads(form)), id=id_, own=True)
    except (ValueError, RecursionError) as error:
        log.warning("a practice of one's own cannot be read and is left out: %s", type(error).__name__)
        return None
