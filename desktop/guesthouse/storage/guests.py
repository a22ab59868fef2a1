"""Guests: found by what they say, named, forgotten for good."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from guesthouse.domain.thought import fold, seed_of
from guesthouse.domain.visit import Guest
from guesthouse.storage.erasing import erasing
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
BY_INDEX = "guests_search WHERE guests_search MATCH ?"
BY_READING = "guests_search WHERE true"


@dataclass(frozen=True, slots=True)
class Question:
    """Where to look and in which order. It reads only what is narrow; the guests themselves are read for a page."""

    source: str
    order: str
    values: list[str]

    @property
    def numbers(self) -> str:
        """The SELECT of the numbers found, in order; LIMIT can follow."""
        return f"SELECT rowid FROM {self.source} ORDER BY {self.order}"

    @property
    def count(self) -> str:
        """The SELECT of how many there are."""
        return f"SELECT count(*) FROM {self.source}"


EVERYONE = Question("guests WHERE visits > 0", "last_seen DESC, number DESC", [])


class GuestStore:
    """Reads and changes guests; they come into being with their first visit (see visits.py)."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def find(self, text: str, *, limit: int, offset: int) -> list[Guest]:
        """Guests in whose words or theme the text is found, best first; all, last seen first, if it is empty."""
        found = self._question(text)
        with told():
            numbers = self._db.execute(f"{found.numbers} LIMIT ? OFFSET ?", [*found.values, limit, offset]).fetchall()
            return [
                _guest(self._db.execute(f"SELECT {COLUMNS} FROM guests g WHERE g.number = ?", number).fetchone())
                for number in numbers
            ]

    def count(self, text: str) -> int:
        """How many guests :meth:`find` would find in all."""
        found = self._question(text)
        with told():
            return int(self._db.execute(found.count, found.values).fetchone()[0])

    def guest(self, guest_id: str) -> Guest | None:
        """The guest with this id."""
        with told():
            row = self._db.execute(
                f"SELECT {COLUMNS} FROM guests g WHERE g.id = ? AND g.visits > 0", [guest_id]
            ).fetchone()
        return None if row is None else _guest(row)

    def id_of(self, identity: str) -> str | None:
        """The id of the guest with this identity, or None."""
        with told():
            row = self._db.execute("SELECT id FROM guests WHERE identity = ?", [identity]).fetchone()
        return None if row is None else str(row[0])

    def is_known(self, identity: str) -> bool:
        """Whether this thought has been here before."""
        with told():
            row = self._db.execute("SELECT 1 FROM guests WHERE identity = ? AND visits > 0", [identity]).fetchone()
        return row is not None

    def name(self, guest_id: str, theme: str | None, now: datetime) -> bool:
        """Give the guest a theme, or take it away; False if there is no such guest."""
        with told(), self._db.atomic():
            row = self._db.execute("SELECT number, words FROM guests WHERE id = ?", [guest_id]).fetchone()
            if row is None:
                return False
            number, words = row
            self._db.execute(
                "UPDATE guests SET theme = ?, updated_at = ? WHERE number = ?", [theme, stored(now)[0], number]
            )
            self._db.execute("UPDATE guests_search SET folded = ? WHERE rowid = ?", [searchable(words, theme), number])
        return True

    def forget(self, guest_id: str) -> bool:
        """Erase guest, visits and what the search knows, so that no byte of them stays in the folder's open files."""
        with erasing(self._db) as erase:
            return erase("DELETE FROM guests WHERE id = ?", [guest_id]) > 0

    def _question(self, text: str) -> Question:
        """How to ask for this text."""
        words = words_of(text)
        if not words:
            return EVERYONE
        query = match_query(words)
        if query is not None:
            question = Question(BY_INDEX, "rank", [query])
            with told(), suppress(dbapi2.OperationalError):  # a letter younger than SQLite's tables parts a word
                if self._db.execute(f"SELECT 1 FROM {question.source} LIMIT 1", [query]).fetchone() is not None:
                    return question
        # instr() knows no wildcards, so there is nothing to escape.
        return Question(BY_READING + " AND instr(folded, ?)" * len(words), "rowid DESC", words)


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
