"""What was noticed and kept, and the little things that are half-done."""

from __future__ import annotations

import json
from datetime import datetime

from sqlite_utils import Database

from guesthouse.domain.noticing import Noticed, Noticing
from guesthouse.storage.connection import sweep
from guesthouse.storage.erasing import erasing
from guesthouse.storage.times import restored, stored
from guesthouse.storage.trouble import told


class NoticingStore:
    """Reads and writes noticings."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def has(self, id_: str) -> bool:
        """Whether there is one with this id."""
        with told():
            return self._db.execute("SELECT 1 FROM noticings WHERE id = ?", [id_]).fetchone() is not None

    def keep(self, noticing: Noticing, now: datetime, *, done: str) -> None:
        """Write a new one; what was half-done under the name ``done`` is erased in the same moment."""
        moment, offset = stored(noticing.noticed)
        things = [[thing.word, thing.amount, list(thing.places)] for thing in noticing.things]
        row = [noticing.id, moment, offset, stored(now)[0], noticing.sentence, json.dumps(things, ensure_ascii=False)]
        with told(), self._db.atomic():
            self._db.execute(
                "INSERT INTO noticings (id, noticed, noticed_offset, updated_at, sentence, things)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )
            gone = self._db.execute("DELETE FROM half_done WHERE name = ?", [done]).rowcount
        if gone > 0:
            sweep(self._db)

    def latest(self, limit: int) -> list[Noticing]:
        """The last ones, the latest first."""
        with told():
            rows = self._db.execute(
                "SELECT id, noticed, noticed_offset, sentence, things FROM noticings"
                " ORDER BY noticed DESC, number DESC LIMIT ?",
                [limit],
            ).fetchall()
        return [
            Noticing(id_, restored(noticed, offset), sentence, _things(things))
            for id_, noticed, offset, sentence, things in rows
        ]

    def erase(self, noticing_id: str) -> bool:
        """Erase one for good; False if there is none."""
        with erasing(self._db) as erase:
            return erase("DELETE FROM noticings WHERE id = ?", [noticing_id]) > 0


class HalfDoneStore:
    """Small texts that are not finished, each under a name of ours."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def get(self, name: str) -> str:
        """What is kept under this name, or nothing."""
        with told():
            row = self._db.execute("SELECT words FROM half_done WHERE name = ?", [name]).fetchone()
        return "" if row is None else str(row[0])

    def keep(self, name: str, words: str, now: datetime) -> None:
        """Keep it in place of what was there; nothing is written where it is the same."""
        if words == self.get(name):
            return
        with told(), self._db.atomic():
            self._db.execute("INSERT OR REPLACE INTO half_done VALUES (?, ?, ?)", [name, stored(now)[0], words])

    def drop(self, name: str) -> None:
        """Erase it from file and log; nothing is written where there is none."""
        with told():
            if self._db.execute("SELECT 1 FROM half_done WHERE name = ?", [name]).fetchone() is None:
                return
            with self._db.atomic():
                self._db.execute("DELETE FROM half_done WHERE name = ?", [name])
            sweep(self._db)


def _things(text: str) -> tuple[Noticed, ...]:
    return tuple(Noticed(word, amount, tuple(places)) for word, amount, places in json.loads(text))
