"""The journal: entries begun, kept as they are typed, and found again."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from guesthouse.domain.journal import Entry, Found, Line, Tag, Wanted, pictures_in
from guesthouse.domain.snippet import snippet_of
from guesthouse.domain.tags import tidy_tag, tidy_tags
from guesthouse.domain.thought import is_blank, storable
from guesthouse.domain.words import places_of
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.services.ids import new_id
from guesthouse.storage.entries import EntryStore
from guesthouse.storage.entry_finder import EntryFinder
from guesthouse.storage.entry_index import EntryIndex
from guesthouse.storage.pictures import PictureStore
from guesthouse.storage.tags import TagStore

LOOKED_THROUGH = 200_000
"""So many characters of an entry are looked through for the line under it in the list."""


class Journal:
    """The verbs of writing and finding. What they raise is trouble with the file."""

    def __init__(
        self,
        *,
        entries: EntryStore,
        finder: EntryFinder,
        index: EntryIndex,
        tags: TagStore,
        pictures: PictureStore,
        changes: ChangeLog,
        clock: Callable[[], datetime],
        random: random.Random,
    ) -> None:
        """Nothing is read until it is asked for."""
        self._entries, self._finder, self._index, self._tags = entries, finder, index, tags
        self._pictures, self._changes, self._clock, self._random = pictures, changes, clock, random

    def begin(self) -> Entry:
        """A new entry of this hour. It is written nowhere until it is kept."""
        return Entry(id=self.new_id(), written=self._clock())

    def keep(self, entry: Entry, *, origin: object | None = None) -> Entry:
        """Write an entry as it is now; returns it as it is in the file. Searching finds it from the next `find` on.

        An empty one that was never kept is passed over.
        """
        before = self._entries.entry(entry.id)
        if before is None and is_empty(entry):
            return entry
        tidy = replace(
            entry,
            text=storable(entry.text),
            title=storable(entry.title),
            noticing=storable(entry.noticing),
            tags=tidy_tags(entry.tags),
        )
        if before is not None and replace(tidy, updated=before.updated, deleted=before.deleted) == before:
            return before
        self._entries.keep(tidy, self._clock())
        if before is None or before.written != tidy.written:
            self._finder.forget()
        self._changes.tell(Changes(entries=True, tags=before is None or before.tags != tidy.tags, origin=origin))
        return self._entries.entry(entry.id) or tidy

    def keep_even_empty(self, entry: Entry) -> None:
        """Write an entry that is not in the file yet, so that something can be put to it; nothing is told of it."""
        if self._entries.entry(entry.id) is None:
            self._entries.keep(entry, self._clock())
            self._finder.forget()

    def leave(self, entry_id: str) -> None:
        """One leaves this entry: pictures that no longer stand in it go, its words can be found, and what was taken
        out of it stays nowhere in the folder's open files."""
        entry = self._entries.entry(entry_id)
        if entry is not None:
            self._pictures.drop_others(entry_id, pictures_in(entry.text))
        if self._index.catch_up():
            self._index.sweep()

    def entry(self, entry_id: str) -> Entry | None:
        """One entry, whole, or None if there is none with this id."""
        return self._entries.entry(entry_id)

    def last(self) -> str | None:
        """The id of the entry one wrote in last."""
        return self._entries.latest_change()

    def find(self, wanted: Wanted) -> Found:
        """The entries that are wanted, best first where words are looked for, else the latest first."""
        if wanted.text.strip():
            self._index.catch_up()
        return self._finder.find(wanted)

    def lines(self, found: Found, start: int, count: int) -> list[Line]:
        """``count`` of what was found from ``start`` on, as the list shows them, the places found in them marked."""
        numbers = found.numbers[start : start + count]
        lines = self._entries.lines(numbers)
        if not found.query.terms:
            return lines
        return [self._marked(line, found) for line in lines]

    def place_in(self, found: Found, entry_id: str) -> int | None:
        """At which place of what was found this entry stands."""
        number = self._entries.number_of(entry_id)
        try:
            return None if number is None else found.numbers.index(number)
        except ValueError:
            return None

    def written_days(self, first: date, last: date) -> dict[date, int]:
        """How many entries each day has, both ends included; a day without any is left out."""
        days = self._finder.days(first.isoformat(), last.isoformat())
        return {date.fromisoformat(day): many for day, many in days.items()}

    def tags(self) -> list[Tag]:
        """Every tag in use and how many entries carry it."""
        return self._tags.all()

    def thoughts(self) -> set[str]:
        """The ids of the thoughts that any entry is about."""
        return self._entries.guests_written_about()

    def rename_tag(self, old: str, new: str, *, origin: object | None = None) -> None:
        """Call a tag by another name; one that is there already takes the other in. A blank name changes nothing."""
        name = tidy_tag(new)
        if name and self._tags.rename(old, name, self._clock()):
            self._changes.tell(Changes(entries=True, tags=True, origin=origin))

    def remove_tag(self, name: str, *, origin: object | None = None) -> None:
        """Take a tag from every entry."""
        if self._tags.remove(name, self._clock()):
            self._changes.tell(Changes(entries=True, tags=True, origin=origin))

    def new_id(self) -> str:
        """A UUID that no entry has."""
        return new_id(self._random, lambda drawn: self._entries.number_of(drawn) is not None)

    def _marked(self, line: Line, found: Found) -> Line:
        number = self._entries.number_of(line.id)
        text = "" if number is None else self._entries.text_of(number, LOOKED_THROUGH)
        marked = replace(line, title_marks=tuple(places_of(found.query, line.title)))
        places = places_of(found.query, text)
        if not places:
            return marked
        opening, marks = snippet_of(text, places)
        return replace(marked, opening=opening, marks=marks)


def is_empty(entry: Entry) -> bool:
    """Whether there is nothing in it that one would want to find again."""
    return all(is_blank(text) for text in (entry.text, entry.title, entry.noticing)) and not (
        entry.tags or entry.guests
    )
