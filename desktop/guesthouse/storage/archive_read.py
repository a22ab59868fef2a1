"""Everything in the file as records (see archive_rows.py), read one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from guesthouse.storage.archive_rows import SOURCES, Record, column
from guesthouse.storage.trouble import told

KINDS = tuple(SOURCES)
PICTURES_OF = """
SELECT p.id, p.kind FROM pictures p JOIN entries e ON e.number = p.entry WHERE e.id = ? ORDER BY p.rowid
"""
# For reading, in the order of their days; only the keys are sorted, so that no text has to be in memory for it.
BY_DAY = {
    "guests": "SELECT identity FROM guests ORDER BY last_seen DESC, number DESC",
    "entries": "SELECT id FROM entries ORDER BY wall, number",
    "sittings": "SELECT id FROM sittings ORDER BY began, number",
    "noticings": "SELECT id FROM noticings ORDER BY noticed, number",
}


class ArchiveReader:
    """Reads records; of one moment's state where the caller has begun a transaction."""

    def __init__(self, database: Database) -> None:
        """Use an open database, which may be of an older schema: what it does not know yet is empty."""
        self._db = database
        self._tables = set(self.column("SELECT name FROM sqlite_master WHERE type = 'table'"))

    def every(self, kind: str) -> Iterator[Record]:
        """All records of a kind."""
        return self._read(kind, f"ORDER BY {SOURCES[kind].order}", [])

    def one(self, kind: str, *key: Any) -> Record | None:
        """The record with this key."""
        return next(self._read(kind, f"WHERE {SOURCES[kind].key}", key), None)

    def by_day(self, kind: str) -> Iterator[Record]:
        """All records of a kind in the order of their days; guests with the last seen first."""
        for key in self.column(BY_DAY[kind]) if kind in self._tables else ():
            record = self.one(kind, key)
            if record is not None:
                yield record

    def visits_of(self, guest_id: str) -> Iterator[Record]:
        """The visits of a guest, the first one first."""
        return self._read("visits", "WHERE v.guest_id = ? ORDER BY v.arrived, v.rowid", [guest_id])

    def pictures_of(self, entry_id: str) -> list[tuple[str, str]]:
        """Id and kind of the pictures of an entry."""
        with told():
            return list(self._db.execute(PICTURES_OF, [entry_id]).fetchall())

    def guest_name(self, guest_id: str) -> str:
        """What a guest is called: its theme, or its words."""
        return str(self.column("SELECT coalesce(theme, words) FROM guests WHERE id = ?", guest_id)[0])

    def rating(self, rating: Record) -> Record | None:
        """What was said with the same visit or sitting at the same moment."""
        owner, id_ = ("s.id", rating["sitting"]) if rating["visit"] is None else ("r.visit", rating["visit"])
        return next(self._read("ratings", f"WHERE {owner} = ? AND r.moment = ?", [id_, rating["moment"]]), None)

    def counts(self) -> dict[str, int]:
        """How many there are of each kind."""
        there = {kind: kind in self._tables for kind in KINDS}
        return {
            kind: int(self.column(f"SELECT count(*) FROM {kind}")[0]) if known else 0 for kind, known in there.items()
        }

    def picture_bytes(self) -> int:
        """How much the pictures weigh together."""
        if "pictures" not in self._tables:
            return 0
        return int(self.column("SELECT coalesce(sum(length(data)), 0) FROM pictures")[0])

    def guest_ids(self) -> dict[str, str]:
        """The id of every guest by its identity."""
        return self._pairs("SELECT identity, id FROM guests")

    def spellings(self) -> dict[str, str]:
        """How every tag is spelled, by its folded name."""
        return self._pairs("SELECT folded, name FROM tags")

    def sources(self) -> dict[str, str]:
        """The id of every entry that came from elsewhere, by where it came from."""
        return self._pairs("SELECT source, id FROM entries WHERE source IS NOT NULL")

    def first_visit(self, guest_id: str) -> str | None:
        """The hour of a guest's first visit, in UTC."""
        first = self.column("SELECT min(arrived) FROM visits WHERE guest_id = ?", guest_id)[0]
        return None if first is None else str(first)

    def column(self, select: str, *values: Any) -> list[Any]:
        """The first column of a SELECT of ours."""
        with told():
            return column(self._db, select, values)

    def _pairs(self, select: str) -> dict[str, str]:
        with told():
            return dict(self._db.execute(select).fetchall())

    def _read(self, kind: str, rest: str, values: Sequence[Any]) -> Iterator[Record]:
        if kind not in self._tables:
            return
        with told():
            for row in self._db.execute(f"{SOURCES[kind].select} {rest}", values):
                yield SOURCES[kind].shape(self._db, row)
