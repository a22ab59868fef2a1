"""Visits: on the disk before their visitor is seen, ended once."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from guesthouse.domain.thought import Wording
from guesthouse.domain.visit import Departure, Visit
from guesthouse.storage.guests import searchable
from guesthouse.storage.times import restored, stored
from guesthouse.storage.trouble import one_of, told

OF_GUEST = """
SELECT v.id, v.guest_id, coalesce(v.words, g.words), v.arrived, v.arrived_offset,
    v.departed, v.departed_offset, v.departure, v.scene, v.wording
FROM visits v JOIN guests g ON g.id = v.guest_id
WHERE g.id = ? ORDER BY v.arrived DESC, v.rowid DESC
"""
TAKEN = "SELECT 1 FROM visits WHERE id = ? UNION ALL SELECT 1 FROM guests WHERE id = ? LIMIT 1"
GOING_ON = """
SELECT v.id, v.guest_id, g.identity, coalesce(v.words, g.words),
    EXISTS (SELECT 1 FROM visits other WHERE other.guest_id = v.guest_id AND other.rowid < v.rowid)
FROM visits v JOIN guests g ON g.id = v.guest_id
WHERE v.departure IS NULL AND v.id = ?
"""
FORGOTTEN = "departure IS NULL AND id NOT IN (SELECT value FROM json_each(?))"
END = "UPDATE visits SET departed = ?, departed_offset = ?, departure = ?, updated_at = ? WHERE departure IS NULL"


@dataclass(frozen=True, slots=True)
class NewVisit:
    """What a visit begins with; ``guest_id`` is for the guest, should this be the first visit."""

    id: str
    guest_id: str
    identity: str
    words: str
    scene: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class GoingOn:
    """A visit that has not ended; ``returning``: its guest had come before."""

    id: str
    guest_id: str
    identity: str
    words: str
    returning: bool


class VisitStore:
    """Reads and writes visits."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def begin(self, visit: NewVisit, now: datetime) -> tuple[str, bool]:
        """Write guest and visit in one transaction; returns the guest's id, and whether the guest was here before."""
        moment, offset = stored(now)
        with told(), self._db.atomic():
            number, guest_id, before, first_words = self._db.execute(
                "INSERT INTO guests (id, identity, updated_at, words) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (identity) DO UPDATE SET updated_at = excluded.updated_at"
                " RETURNING number, id, visits, words",
                [visit.guest_id, visit.identity, moment, visit.words],
            ).fetchall()[0]
            if guest_id == visit.guest_id:
                found_by = searchable(visit.words, None)
                self._db.execute("INSERT INTO guests_search (rowid, folded) VALUES (?, ?)", [number, found_by])
            words = None if visit.words == first_words else visit.words
            self._db.execute(
                "INSERT INTO visits (id, guest_id, words, arrived, arrived_offset, scene, wording, updated_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [visit.id, guest_id, words, moment, offset, visit.scene, str(visit.wording), moment],
            )
        return str(guest_id), before > 0

    def end(self, visit_ids: Iterable[str], how: Departure, now: datetime) -> int:
        """These visits are over as of now; one that has ended already stays as it was. Returns how many ended."""
        moment, offset = stored(now)
        with told(), self._db.atomic():
            return sum(
                self._db.execute(f"{END} AND id = ?", [moment, offset, str(how), moment, visit_id]).rowcount
                for visit_id in visit_ids
            )

    def end_forgotten(self, now: datetime, still_here: Collection[str] = ()) -> int:
        """Whoever is still on a visit went when the app broke off; the hour is not known. Returns how many.

        Those ``still_here`` (ids of visits) are passed over.
        """
        moment, _ = stored(now)
        passed_over = json.dumps(sorted(still_here))
        with told():
            if self._db.execute(f"SELECT 1 FROM visits WHERE {FORGOTTEN} LIMIT 1", [passed_over]).fetchone() is None:
                return 0
            values = [None, None, str(Departure.APP_CLOSED), moment, passed_over]
            with self._db.atomic():
                return self._db.execute(f"{END} AND {FORGOTTEN}", values).rowcount

    def going_on(self, visit_ids: Iterable[str]) -> list[GoingOn]:
        """Those of these visits that have not ended, in the order they are asked for; the others are left out."""
        with told():
            rows = [self._db.execute(GOING_ON, [visit_id]).fetchone() for visit_id in visit_ids]
        return [
            GoingOn(id_, guest, who, words, bool(returning)) for id_, guest, who, words, returning in filter(None, rows)
        ]

    def is_taken(self, id_: str) -> bool:
        """Whether there is a visit or a guest with this id."""
        with told():
            return self._db.execute(TAKEN, [id_, id_]).fetchone() is not None

    def of(self, guest_id: str) -> list[Visit]:
        """A guest's visits, the latest first."""
        with told():
            rows = self._db.execute(OF_GUEST, [guest_id]).fetchall()
        return [_visit(row) for row in rows]


def _visit(row: Sequence[Any]) -> Visit:
    visit_id, guest_id, words, arrived, arrived_offset, departed, departed_offset, departure, scene, wording = row
    return Visit(
        id=visit_id,
        guest_id=guest_id,
        words=words,
        arrived=restored(arrived, arrived_offset),
        departed=None if departed is None else restored(departed, departed_offset),
        departure=None if departure is None else one_of(Departure, departure),
        scene=scene,
        wording=one_of(Wording, wording),
    )
