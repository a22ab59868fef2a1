"""The entries of the journal: kept as typed, put into the drawer, taken out again, erased."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from guesthouse.domain.journal import Entry, Line, opening_of
from guesthouse.storage.entry_index import EntryIndex
from guesthouse.storage.erasing import erasing
from guesthouse.storage.pictures import PictureStore
from guesthouse.storage.tags import TagStore
from guesthouse.storage.times import restored, stored
from guesthouse.storage.trouble import told

ONE = """
SELECT number, id, written, written_offset, text, title, noticing, practice, updated_at, deleted_at
FROM entries WHERE id = ?
"""
LINE = "SELECT id, written, written_offset, title, opening, deleted_at FROM entries"
KEEP = """
INSERT INTO entries (id, wall, written, written_offset, updated_at, practice, title, noticing, opening, text, source)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET wall = excluded.wall, written = excluded.written,
    written_offset = excluded.written_offset, updated_at = excluded.updated_at, practice = excluded.practice,
    title = excluded.title, noticing = excluded.noticing, opening = excluded.opening, text = excluded.text,
    unsearched = 1
RETURNING number
"""
GUESTS = "SELECT guest_id FROM entry_guests WHERE entry = ? ORDER BY place"


class EntryStore:
    """Reads and writes entries. Which of them are found, and in which order, is the finder's business."""

    def __init__(self, database: Database, index: EntryIndex, tags: TagStore, pictures: PictureStore) -> None:
        """Use an open database."""
        self._db, self._index, self._tags, self._pictures = database, index, tags, pictures

    def keep(self, entry: Entry, now: datetime, source: str | None = None) -> None:
        """Write the entry, new or changed, in one transaction; ``source`` names one that comes from elsewhere.

        Searching finds its words after :meth:`EntryIndex.catch_up`: writing must not wait for that.
        """
        moment, offset = stored(entry.written)
        wall = entry.written.replace(tzinfo=None).isoformat(timespec="microseconds")
        opening, practice = opening_of(entry.text), entry.practice
        row = [entry.id, wall, moment, offset, stored(now)[0], practice, entry.title, entry.noticing, opening]
        with told(), self._db.atomic():
            number = int(self._db.execute(KEEP, [*row, entry.text, source]).fetchall()[0][0])
            self._tags.give(number, entry.tags, now)
            self._give_guests(number, entry.guests)

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with this id, one in the drawer too."""
        with told():
            row = self._db.execute(ONE, [entry_id]).fetchone()
            if row is None:
                return None
            number, id_, written, offset, text, title, noticing, practice, updated, deleted = row
            guests = tuple(guest for (guest,) in self._db.execute(GUESTS, [number]))
        return Entry(
            id=id_,
            written=restored(written, offset),
            text=text,
            title=title,
            noticing=noticing,
            tags=self._tags.of(number),
            guests=guests,
            practice=practice,
            updated=restored(updated, 0),
            deleted=None if deleted is None else restored(deleted, 0),
        )

    def lines(self, numbers: Sequence[int]) -> list[Line]:
        """These entries as the list shows them, in this order; one that is gone meanwhile is left out."""
        with told():
            rows = [self._db.execute(f"{LINE} WHERE number = ?", [number]).fetchone() for number in numbers]
        return [_line(row) for row in rows if row is not None]

    def text_of(self, number: int, most: int) -> str:
        """The first ``most`` characters of an entry's text."""
        with told():
            row = self._db.execute("SELECT substr(text, 1, ?) FROM entries WHERE number = ?", [most, number]).fetchone()
        return "" if row is None else str(row[0])

    def number_of(self, entry_id: str) -> int | None:
        """The entry's number in this file."""
        with told():
            row = self._db.execute("SELECT number FROM entries WHERE id = ?", [entry_id]).fetchone()
        return None if row is None else int(row[0])

    def id_of(self, number: int) -> str | None:
        """The id of the entry with this number."""
        with told():
            row = self._db.execute("SELECT id FROM entries WHERE number = ?", [number]).fetchone()
        return None if row is None else str(row[0])

    def sources(self) -> set[str]:
        """The names of all that came from elsewhere, in the drawer or not."""
        with told():
            return {name for (name,) in self._db.execute("SELECT source FROM entries WHERE source IS NOT NULL")}

    def guests_written_about(self) -> set[str]:
        """The ids of the thoughts that any entry is about."""
        with told():
            return {guest for (guest,) in self._db.execute("SELECT DISTINCT guest_id FROM entry_guests")}

    def latest_change(self) -> str | None:
        """The id of the entry that was changed last and is not in the drawer."""
        with told():
            row = self._db.execute(
                "SELECT id FROM entries WHERE deleted_at IS NULL ORDER BY updated_at DESC LIMIT 1"
            ).fetchone()
        return None if row is None else str(row[0])

    def put_away(self, entry_ids: Iterable[str], now: datetime) -> int:
        """Into the drawer, as of now; how many were not there yet."""
        moment, _ = stored(now)
        return self._change(
            "UPDATE entries SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", [moment], entry_ids
        )

    def take_back(self, entry_ids: Iterable[str]) -> int:
        """Out of the drawer; how many were there."""
        return self._change(
            "UPDATE entries SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL", [], entry_ids
        )

    def drawer(self) -> list[Line]:
        """What is in the drawer, the last put there first."""
        with told():
            rows = self._db.execute(
                f"{LINE} WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, number DESC"
            ).fetchall()
        return [_line(row) for row in rows]

    def erase(self, entry_ids: Iterable[str]) -> int:
        """For good, with pictures and what the search knows: no byte of them stays in the folder's open files."""
        with erasing(self._db) as erase:
            known = {id_: number for id_ in entry_ids if (number := self.number_of(id_)) is not None}
            numbers = list(known.values())
            for id_ in known:
                self._pictures.hand_over(id_)
            self._index.take_out(numbers)
            gone = sum(erase("DELETE FROM entries WHERE number = ?", [number]) for number in numbers)
            self._tags.sweep_out()
        return gone

    def put_away_before(self, moment: datetime) -> list[str]:
        """The ids of those that were put into the drawer before this moment."""
        with told():
            rows = self._db.execute("SELECT id FROM entries WHERE deleted_at < ?", [stored(moment)[0]]).fetchall()
        return [id_ for (id_,) in rows]

    def _change(self, statement: str, values: list[str], entry_ids: Iterable[str]) -> int:
        with told(), self._db.atomic():
            return sum(self._db.execute(statement, [*values, entry_id]).rowcount for entry_id in entry_ids)

    def _give_guests(self, number: int, guests: Sequence[str]) -> None:
        if tuple(guest for (guest,) in self._db.execute(GUESTS, [number])) == tuple(guests):
            return
        self._db.execute("DELETE FROM entry_guests WHERE entry = ?", [number])
        for place, guest in enumerate(guests):
            self._db.execute(
                "INSERT INTO entry_guests (entry, guest_id, place) SELECT ?, id, ? FROM guests WHERE id = ?",
                [number, place, guest],
            )


def _line(row: Sequence[Any]) -> Line:
    id_, written, offset, title, opening, deleted = row
    gone = None if deleted is None else restored(deleted, 0)
    return Line(id=id_, written=restored(written, offset), title=title, opening=opening, deleted=gone)
