"""Finding entries: all in the order of their days, or those that a search and filters leave."""

from __future__ import annotations

import json
from itertools import compress

from sqlite_utils import Database

from guesthouse.domain.journal import Found, Wanted
from guesthouse.domain.words import Query, Term, query_of
from guesthouse.storage.entry_index import EntryIndex
from guesthouse.storage.tags import TagStore
from guesthouse.storage.trouble import told

IN_ORDER = """
SELECT json_group_array(number), json_group_array(day) FROM (
    SELECT number, substr(wall, 1, 10) AS day FROM entries WHERE deleted_at IS NULL ORDER BY wall DESC, number DESC
)
"""

SURE = 3
"""A last word of fewer letters could become anything; looking for all that it may become would take too long."""


class EntryFinder:
    """Knows the order of all entries, and picks from it.

    The order (50,000 numbers and days, a few megabytes) is read once and again after :meth:`forget`.
    """

    def __init__(self, database: Database, index: EntryIndex, tags: TagStore) -> None:
        """Use an open database."""
        self._db, self._index, self._tags = database, index, tags
        self._order: tuple[list[int], list[str]] | None = None

    def forget(self) -> None:
        """Entries have come or gone, or have another hour."""
        self._order = None

    def find(self, wanted: Wanted) -> Found:
        """The entries that are wanted. Where words are looked for, an entry stands the higher the more is met:

        all of it in title and tags, then all of it side by side, then the rest; among equals the latest first.
        """
        query = query_of(wanted.text)
        if wanted.text.strip() and not query.terms:
            return Found()  # punctuation alone, which no entry is indexed by
        numbers, days = self._in_order()
        allowed = self._allowed(wanted)
        if not query.terms:
            return self._pick(query, numbers, days, allowed, wanted)
        classes = self._classes(query)
        if allowed is not None:
            classes = [one & allowed for one in classes]
        kept_numbers: list[int] = []
        kept_days: list[str] = []
        for one in classes:
            part = self._pick(query, numbers, days, one, wanted) if one else Found()
            kept_numbers += part.numbers
            kept_days += part.days
        return Found(kept_numbers, kept_days, query)

    def days(self, first: str, last: str) -> dict[str, int]:
        """How many entries each local day from ``first`` to ``last`` has, where it has any."""
        with told():
            rows = self._db.execute(
                "SELECT substr(wall, 1, 10) AS day, count(*) FROM entries"
                " WHERE deleted_at IS NULL AND wall >= ? AND wall < ? GROUP BY day",
                [first, last + "U"],
            ).fetchall()
        return dict(rows)

    def _classes(self, query: Query) -> list[set[int]]:
        """Numbers, best first; each stands in one class only."""
        every = self._index.holding(query)
        if not every:
            return []
        over = self._index.holding(query, head=True)
        rest = every - over
        phrase = query.phrase
        if phrase is None:
            return [over, rest]
        if len(phrase.words[-1]) < SURE:
            phrase = Term(phrase.words, open=False)
        beside = self._index.side_by_side(phrase) & rest
        return [over, beside, rest - beside]

    def _allowed(self, wanted: Wanted) -> set[int] | None:
        """The numbers that tag, thought and practice leave; None where none of them is wanted."""
        parts: list[set[int]] = []
        if wanted.tag is not None:
            parts.append(self._tags.entries(wanted.tag))
        if wanted.guest is not None:
            parts.append(self._numbers("SELECT entry FROM entry_guests WHERE guest_id = ?", wanted.guest))
        if wanted.practice is not None:
            parts.append(self._numbers("SELECT number FROM entries WHERE practice = ?", wanted.practice))
        return set.intersection(*parts) if parts else None

    def _numbers(self, question: str, value: str) -> set[int]:
        with told():
            return {number for (number,) in self._db.execute(question, [value])}

    def _pick(
        self, query: Query, numbers: list[int], days: list[str], allowed: set[int] | None, wanted: Wanted
    ) -> Found:
        """Those of the order that are allowed and whose day is wanted."""
        if allowed is None and not (wanted.first or wanted.last or wanted.on):
            return Found(numbers, days, query)
        chosen = [True] * len(numbers) if allowed is None else [number in allowed for number in numbers]
        if wanted.first or wanted.last or wanted.on:
            chosen = [yes and _is_wanted(day, wanted) for yes, day in zip(chosen, days, strict=True)]
        return Found(list(compress(numbers, chosen)), list(compress(days, chosen)), query)

    def _in_order(self) -> tuple[list[int], list[str]]:
        if self._order is None:
            with told():  # as two values: fetching 50,000 rows takes three times as long
                numbers, days = self._db.execute(IN_ORDER).fetchone()
            self._order = json.loads(numbers), json.loads(days)
        return self._order


def _is_wanted(day: str, wanted: Wanted) -> bool:
    if wanted.first is not None and day < wanted.first.isoformat():
        return False
    if wanted.last is not None and day > wanted.last.isoformat():
        return False
    return wanted.on is None or day[5:] == f"{wanted.on[0]:02}-{wanted.on[1]:02}"
