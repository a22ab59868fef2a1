"""Journals from elsewhere: looked at first, then taken in, each entry once."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from pathlib import Path

from guesthouse.domain.journal import Entry, Foreign, ForeignPicture, LeftOut, Picture
from guesthouse.domain.tags import tidy_tags
from guesthouse.domain.thought import storable
from guesthouse.formats.reading import Why, read
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.services.ids import new_id
from guesthouse.storage.cellar import Cellar

AT_ONCE = 40
"""So many entries are one transaction: short enough that what is being written never waits long."""

Shrink = Callable[[bytes, str], Picture | None]
"""Makes a picture of a file's bytes and its name, small and without anything else in it; None if it is no picture."""


@dataclass(frozen=True, slots=True)
class Coming:
    """What a file or folder holds: entries that are new here, how many are here already, and what cannot come in.

    ``kind`` is the name of the format ("dayone", "jrnl", …; "unknown" where it was not recognised).
    """

    kind: str
    new: Sequence[Foreign]
    known: int
    left_out: Sequence[LeftOut]


@dataclass(frozen=True, slots=True)
class Taken:
    """How many entries came in, and what could not."""

    entries: int
    left_out: Sequence[LeftOut]


class Incoming:
    """The verbs of importing. They may be called in another thread: they use a connection of their own."""

    def __init__(
        self,
        *,
        apart: Callable[[], AbstractContextManager[Cellar]],
        changes: ChangeLog,
        forget_order: Callable[[], None],
        clock: Callable[[], datetime],
        random: random.Random,
    ) -> None:
        """``forget_order``: the journal's finder has to read its order anew."""
        self._apart, self._changes, self._forget_order = apart, changes, forget_order
        self._clock, self._random = clock, random

    def look(self, source: Path, *, zone: tzinfo) -> Coming:
        """What would come in from a file or folder. Nothing is changed; what cannot be read is listed, not raised."""
        reading = read(source, zone=zone)
        with self._apart() as cellar:
            here = cellar.entries.sources()
            new = [foreign for foreign in reading.entries if not self._is_here(foreign, here, cellar)]
        return Coming(reading.kind, new, len(reading.entries) - len(new), reading.left_out)

    def take_in(self, coming: Coming, *, shrink: Shrink, progress: Callable[[int], bool]) -> Taken:
        """Take in what is new, a few at a time; ``progress`` hears how many, and ends it by returning False.

        What has come in by then stays: the same source brings the rest the next time, and nothing twice.
        """
        done, left_out = 0, list(coming.left_out)
        with self._apart() as cellar:
            for start in range(0, len(coming.new), AT_ONCE):
                some = coming.new[start : start + AT_ONCE]
                left_out += self._take_some(some, shrink, cellar)
                done += len(some)
                if not progress(done):
                    break
        return Taken(done, left_out)

    def tell(self, *, origin: object | None = None) -> None:
        """Entries have come in: to be called where everything else is, in the main thread."""
        self._forget_order()
        self._changes.tell(Changes(entries=True, tags=True, origin=origin))

    def _is_here(self, foreign: Foreign, here: set[str], cellar: Cellar) -> bool:
        own = foreign.key.partition("guesthouse:")[2]
        return foreign.key in here or (own != "" and cellar.entries.number_of(own) is not None)

    def _take_some(self, some: Sequence[Foreign], shrink: Shrink, cellar: Cellar) -> list[LeftOut]:
        left_out: list[LeftOut] = []
        with cellar.database.atomic():
            for foreign in some:
                left_out += self._take(foreign, shrink, cellar)
        cellar.index.catch_up()
        return left_out

    def _take(self, foreign: Foreign, shrink: Shrink, cellar: Cellar) -> list[LeftOut]:
        now = self._clock()
        entry = Entry(
            id=new_id(self._random),
            written=foreign.written,
            text=storable(foreign.text),
            title=storable(foreign.title),
            noticing=storable(foreign.noticing),
            tags=tidy_tags(foreign.tags),
        )
        left_out: list[LeftOut] = []
        pictures: list[Picture] = []
        for foreign_picture in foreign.pictures:
            picture = self._picture(foreign_picture, shrink)
            if picture is None:
                left_out.append(LeftOut(foreign_picture.name, Why.NOT_READABLE))
                continue
            text = entry.text.replace(f"(picture:{foreign_picture.id})", f"(picture:{picture.id})")
            entry = replace(entry, text=text)
            pictures.append(picture)
        cellar.entries.keep(entry, now, foreign.key)
        for picture in pictures:
            cellar.pictures.add(entry.id, picture, now)
        return left_out

    def _picture(self, foreign: ForeignPicture, shrink: Shrink) -> Picture | None:
        try:
            picture = shrink(foreign.load(), storable(foreign.name))
        except OSError:
            return None
        return None if picture is None else replace(picture, id=new_id(self._random))
