"""Guests: found by what they say, named, forgotten for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from guesthouse.domain.thought import fold, seed_of
from guesthouse.domain.visit import Guest
from guesthouse.storage.connection import flush
from guesthouse.storage.search import match_query, words_of
from guesthouse.storage.times import restored, stored
from guesthouse.storage.trouble import told

# The hours of the first and the last visit come out of the index over visits, for the rows that are shown only.
COLUMNS = """
    g.id, g.words, g.theme, g.identity, g.visits,
    (SELECT arrived FROM visits WHERE guest_id = g.id ORDER BY arrived, arrived_offset LIMIT 1),
    (SELECT arrived_offset FROM visits WHERE guest_id = g.id ORDER BY arrived, arrived_offset LIMIT 1),
    (SELECT arrived FROM visits WHERE guest_id = g.id ORDER BY arrived DESC, arrived_offset DESC LIMIT 1),
    (SELECT arrived_offset FROM visits WHERE guest_id = g.id ORDER BY arrived DESC, arrived_offset DESC LIMIT 1)
"""
EVERYONE = "guests g WHERE g.visits > 0"
BY_INDEX = "guests_search s JOIN guests g ON g.number = s.rowid WHERE s.guests_search MATCH ? AND g.visits > 0"
LAST_SEEN_FIRST = "g.last_seen DESC, g.number DESC"
BEST_FIRST = f"s.rank, {LAST_SEEN_FIRST}"


class GuestStore:
    """Reads and changes guests; they come into being with their first visit (see visits.py)."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def find(self, text: str, *, limit: int, offset: int) -> list[Guest]:
        """Guests in whose words or theme the text is found, best first; all, last seen first, if it is empty."""
        source, order, values = self._question(text)
        with told():
            rows = self._db.execute(
                f"SELECT {COLUMNS} FROM {source} ORDER BY {order} LIMIT ? OFFSET ?", [*values, limit, offset]
            ).fetchall()
        return [_guest(row) for row in rows]

    def count(self, text: str) -> int:
        """How many guests :meth:`find` would find in all."""
        source, _, values = self._question(text)
        with told():
            return int(self._db.execute(f"SELECT count(*) FROM {source}", values).fetchone()[0])

    def guest(self, guest_id: str) -> Guest | None:
        """The guest with this id."""
        with told():
            row = self._db.execute(f"SELECT {COLUMNS} FROM {EVERYONE} AND g.id = ?", [guest_id]).fetchone()
        return None if row is None else _guest(row)

    def is_known(self, identity: str) -> bool:
        """Whether this thought has been here before."""
        with told():
            row = self._db.execute(f"SELECT 1 FROM {EVERYONE} AND g.identity = ?", [identity]).fetchone()
        return row is not None

    def name(self, guest_id: str, theme: str | None, now: datetime) -> bool:
        """Give the guest a theme, or take it away; False if there is no such guest."""
        with told(), self._db.atomic():
            row = self._db.execute("SELECT words FROM guests WHERE id = ?", [guest_id]).fetchone()
            if row is not None:
                self._db.execute(
                    "UPDATE guests SET theme = ?, folded = ?, updated_at = ? WHERE id = ?",
                    [theme, searchable(row[0], theme), stored(now)[0], guest_id],
                )
        return row is not None

    def forget(self, guest_id: str) -> bool:
        """Erase guest, visits and what the search knows, so that no byte of them stays in the folder's open files."""
        with told():
            with self._db.atomic():
                gone = self._db.execute("DELETE FROM guests WHERE id = ?", [guest_id]).rowcount
            flush(self._db)
        return gone > 0

    def _question(self, text: str) -> tuple[str, str, list[str]]:
        """Where to look, in which order, and the values for it."""
        words = words_of(text)
        if not words:
            return EVERYONE, LAST_SEEN_FIRST, []
        query = match_query(words)
        if query is not None:
            with told():
                if self._db.execute(f"SELECT 1 FROM {BY_INDEX} LIMIT 1", [query]).fetchone() is not None:
                    return BY_INDEX, BEST_FIRST, [query]
        # instr() knows no wildcards, so there is nothing to escape.
        return EVERYONE + " AND instr(g.folded, ?)" * len(words), LAST_SEEN_FIRST, words


def searchable(words: str, theme: str | None) -> str:
    """What the search looks at; the line break keeps the end of the one and the start of the other apart."""
    return fold(words) if theme is None else f"{fold(words)}\n{fold(theme)}"


def _guest(row: Sequence[Any]) -> Guest:
    guest_id, words, theme, identity, visits, first, first_offset, last, last_offset = row
    return Guest(
        id=guest_id,
        words=words,
        theme=theme,
        seed=seed_of(identity),
        visits=visits,
        first_seen=restored(first, first_offset),
        last_seen=restored(last, last_offset),
    )
