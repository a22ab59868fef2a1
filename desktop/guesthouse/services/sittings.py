"""Doing a practice: begun, answered as one types, broken off and taken up again, ended, kept or not."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from guesthouse.domain.journal import Entry
from guesthouse.domain.practice import Answer
from guesthouse.domain.sitting import Kept, Named, Sitting, State
from guesthouse.domain.thought import is_blank, storable
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.services.ids import new_id
from guesthouse.services.journal import Journal
from guesthouse.storage.sittings import SittingStore


class Sittings:
    """The verbs of doing. What they raise is trouble with the file."""

    def __init__(
        self,
        *,
        sittings: SittingStore,
        journal: Journal,
        changes: ChangeLog,
        clock: Callable[[], datetime],
        random: random.Random,
    ) -> None:
        """``journal`` takes in what is to be kept there."""
        self._sittings, self._journal, self._changes = sittings, journal, changes
        self._clock, self._random = clock, random

    def begin(self, practice: Named, *, origin: object | None = None) -> Sitting:
        """Sit down with a practice or an exercise; it is in the file from now on."""
        now = self._clock()
        sitting = Sitting(id=self._new_id(), practice=practice.id, title=practice.title, began=now)
        self._sittings.begin(sitting, now)
        self._tell(origin)
        return sitting

    def answer(self, sitting_id: str, key: str, answer: Answer) -> None:
        """Keep what was typed or chosen under this key."""
        text = storable(answer) if isinstance(answer, str) else [storable(one) for one in answer]
        self._sittings.answer(sitting_id, key, text, self._clock())

    def at_step(self, sitting_id: str, step: int) -> None:
        """Where it stands now, to be taken up there."""
        self._sittings.at_step(sitting_id, step, self._clock())

    def finish(self, sitting_id: str, *, origin: object | None = None) -> None:
        """It was done to its end. What was written stays with it unless the person says otherwise."""
        self._sittings.end(sitting_id, State.FINISHED, self._clock())
        self._tell(origin)

    def stop(self, sitting_id: str, *, origin: object | None = None) -> None:
        """It was left before its end. What was written stays with it."""
        self._sittings.end(sitting_id, State.STOPPED, self._clock())
        self._tell(origin)

    def unwell(self, practice_id: str, *, origin: object | None = None) -> None:
        """This practice did not sit well."""
        self._sittings.unwell(practice_id, self._clock())
        self._tell(origin)

    def going(self) -> Sitting | None:
        """The last practice that was broken off, or None."""
        return self._sittings.going()

    def going_exercise(self) -> Sitting | None:
        """The last exercise on a thought that was broken off, or None."""
        return self._sittings.going(exercises=True)

    def one(self, sitting_id: str) -> Sitting | None:
        """One, as it is in the file."""
        return self._sittings.one(sitting_id)

    def of(self, practice_id: str, limit: int = 200) -> list[Sitting]:
        """Those of one practice that have ended, the latest first."""
        return self._sittings.of(practice_id, limit)

    def keep_in_journal(self, sitting_id: str, title: str, text: str, *, origin: object | None = None) -> str | None:
        """What was written becomes an entry of the journal, and lies there from now on; returns the entry's id.

        ``text`` is how the entry shows it; without any nothing is moved (None). Should the second half fail, the words
        are in both places, never in none; done again, it goes on where it broke off, and there is one entry.
        """
        sitting = self._sittings.one(sitting_id)
        if sitting is None or is_blank(text):
            return None
        if sitting.kept is Kept.JOURNAL:
            return sitting.entry
        fresh = self._on_its_way(sitting) or self._journal.begin()
        if fresh.id != sitting.entry:
            self._sittings.point_at(sitting_id, fresh.id, self._clock())
        self._journal.keep(replace(fresh, title=title, text=text, practice=sitting.practice), origin=origin)
        self._sittings.move_words(sitting_id, Kept.JOURNAL, fresh.id, self._clock())
        self._tell(origin)
        return fresh.id

    def keep_nothing(self, sitting_id: str, *, origin: object | None = None) -> None:
        """What was written is erased for good; that the practice was done stays."""
        self._sittings.move_words(sitting_id, Kept.NOWHERE, None, self._clock())
        self._tell(origin)

    def erase(self, sitting_id: str, *, origin: object | None = None) -> None:
        """Erase one for good, as if it had not been."""
        if self._sittings.erase(sitting_id):
            self._tell(origin)

    def erase_of(self, practice_id: str, *, origin: object | None = None) -> None:
        """Erase every time with this practice for good."""
        if self._sittings.erase_of(practice_id):
            self._tell(origin)

    def _on_its_way(self, sitting: Sitting) -> Entry | None:
        """The entry that its words were to go into when that broke off, written already or not."""
        if sitting.entry is None:
            return None
        begun = self._journal.entry(sitting.entry)
        if begun is None:
            return replace(self._journal.begin(), id=sitting.entry)
        return begun if begun.deleted is None else None

    def _new_id(self) -> str:
        return new_id(self._random, self._sittings.has)

    def _tell(self, origin: object | None) -> None:
        self._changes.tell(Changes(practices=True, origin=origin))
