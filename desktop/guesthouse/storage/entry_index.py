"""The index over the journal's words: which entries hold a word, or two words side by side.

Two FTS5 tables that keep no text and no places (SQLite's own places broke with 'secure-delete', see migrations.py): one
of words, apart for what stands over an entry and in it, and one of neighbouring pairs, by which phrases are found. The
words of each entry stand beside them as they were taken in, since taking them out again needs the very same ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sqlite_utils import Database

from guesthouse.domain.words import Query, Term, words_in
from guesthouse.storage.connection import sweep
from guesthouse.storage.trouble import told

JOINED = "\u00b7"  # no word holds it
PART = "|"  # stands between title, tags and the rest, so that no phrase reaches over
UNSEARCHED = "SELECT number, title, noticing, text FROM entries WHERE unsearched = 1 ORDER BY number LIMIT 200"
TAGS = "SELECT t.name FROM entry_tags e JOIN tags t ON t.number = e.tag WHERE e.entry = ?"


class EntryIndex:
    """Takes entries in and out, and answers with their numbers."""

    def __init__(self, database: Database) -> None:
        """Use an open database."""
        self._db = database

    def catch_up(self) -> int:
        """Take in every entry that has changed since it was taken in last; how many there were."""
        done = 0
        with told():
            while rows := self._db.execute(UNSEARCHED).fetchall():
                self._take_in_anew(rows)
                done += len(rows)
        return done

    def sweep(self) -> None:
        """Take the write-ahead log into the file and cut it: earlier states of entries stood in it."""
        sweep(self._db)

    def take_out(self, numbers: Iterable[int]) -> None:
        """Forget the words of these entries; inside the caller's transaction."""
        for number in numbers:
            row = self._db.execute("SELECT head, body FROM entry_words WHERE entry = ?", [number]).fetchone()
            if row is None:
                continue
            head, body = row
            self._db.execute(
                "INSERT INTO entries_search (entries_search, rowid, head, body) VALUES ('delete', ?, ?, ?)",
                [number, head, body],
            )
            self._db.execute(
                "INSERT INTO entries_pairs (entries_pairs, rowid, pairs) VALUES ('delete', ?, ?)",
                [number, _pairs(head + body)],
            )
            self._db.execute("DELETE FROM entry_words WHERE entry = ?", [number])

    def holding(self, query: Query, *, head: bool = False) -> set[int]:
        """The numbers of the entries in which every term is met; with ``head`` where title and tags alone meet them."""
        words = [term for term in query.terms if len(term.words) == 1 or head]
        found: list[set[int]] = []
        if words:
            asked = " ".join(f'"{word}"{star}' for term in words for word, star in _starred(term))
            found.append(self._ask("entries_search", f"{{head}} : ({asked})" if head else asked))
        for term in query.terms:
            if len(term.words) > 1 and (found[0] if found else True):
                found.append(self._with_phrase(term, found[0] if head else None))
        return set.intersection(*found) if found else set()

    def side_by_side(self, term: Term) -> set[int]:
        """The numbers of the entries in which each two neighbours of a term stand side by side somewhere."""
        pairs = " ".join(f'"{one}{JOINED}{other}"' for one, other in pairwise(term.words))
        return self._ask("entries_pairs", pairs + ("*" if term.open else ""))

    def _with_phrase(self, term: Term, over: set[int] | None) -> set[int]:
        """Where the words of a term stand together; with ``over`` in title or tags of one of these."""
        found = self.side_by_side(term) if over is None else self.side_by_side(term) & over
        if not found or (len(term.words) == 2 and over is None):
            return found
        parts = "head" if over is not None else "head || body"
        with told():
            rows = self._db.execute(
                f"SELECT json_group_array(entry) FROM entry_words"
                f" WHERE entry IN (SELECT value FROM json_each(?)) AND instr({parts}, ?)",
                [json.dumps(list(found)), f" {' '.join(term.words)}{'' if term.open else ' '}"],
            ).fetchone()
        return set(json.loads(rows[0]))

    def _ask(self, table: str, query: str) -> set[int]:
        with told():  # as one value: fetching 50,000 rows takes twice as long
            row = self._db.execute(
                f"SELECT json_group_array(rowid) FROM {table} WHERE {table} MATCH ?", [query]
            ).fetchone()
        return set(json.loads(row[0]))

    def _take_in_anew(self, rows: Sequence[tuple[int, str, str, str]]) -> None:
        with self._db.atomic():
            for number, title, noticing, text in rows:
                self.take_out([number])
                self._take_in(number, title, noticing, text)

    def _take_in(self, number: int, title: str, noticing: str, text: str) -> None:
        tags = [name for (name,) in self._db.execute(TAGS, [number])]
        head, body = _words(title, *tags), _words(noticing, text)
        self._db.execute("INSERT INTO entry_words (entry, head, body) VALUES (?, ?, ?)", [number, head, body])
        self._db.execute("INSERT INTO entries_search (rowid, head, body) VALUES (?, ?, ?)", [number, head, body])
        self._db.execute("INSERT INTO entries_pairs (rowid, pairs) VALUES (?, ?)", [number, _pairs(head + body)])
        self._db.execute("UPDATE entries SET unsearched = 0 WHERE number = ?", [number])


def _starred(term: Term) -> Iterator[tuple[str, str]]:
    """Each word of a term, with FTS5's star where it may go on."""
    last = len(term.words) - 1
    for place, word in enumerate(term.words):
        yield word, "*" if term.open and place == last else ""


def _words(*parts: str) -> str:
    """The words of each part, all between spaces, and each part between bars."""
    return f" {PART} {f' {PART} '.join(' '.join(words_in(part)) for part in parts)} {PART} "


def _pairs(words: str) -> str:
    """Each two neighbours as one word, each pair once; a pure function of its text, now and in every later version."""
    row = words.split(" ")
    pairs = {one + JOINED + other: None for one, other in pairwise(row) if PART not in (one, other)}
    return " ".join(pairs)
