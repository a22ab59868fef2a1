"""Thoughts come to the door: let in, seen off, and what is half-typed there."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import datetime

from guesthouse.domain.thought import MAX_CHARACTERS, Wording, identity, is_blank, normalise, seed_of, storable
from guesthouse.domain.visit import Arrival, Departure
from guesthouse.errors import ThoughtTooLong
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.services.ids import new_id
from guesthouse.storage.drafts import DraftStore
from guesthouse.storage.guests import GuestStore
from guesthouse.storage.visits import NewVisit, VisitStore


class Visitors:
    """The verbs of the door. What they raise beyond what they name is trouble with the file."""

    def __init__(
        self,
        *,
        guests: GuestStore,
        visits: VisitStore,
        drafts: DraftStore,
        changes: ChangeLog,
        clock: Callable[[], datetime],
        random: random.Random,
    ) -> None:
        """Nobody is on stage yet."""
        self._guests, self._visits, self._drafts, self._changes = guests, visits, drafts, changes
        self._clock, self._random = clock, random
        self._on_stage: set[str] = set()

    def let_in(self, words: str, *, scene: str, wording: Wording, keep: bool, origin: object | None = None) -> Arrival:
        """Let a thought in. With ``keep`` it is on the disk when this returns; without, it is written nowhere.

        Raises ThoughtTooLong, and ValueError if there are no words.
        """
        words = storable(words)
        if is_blank(words):
            raise ValueError("no words")
        if len(words) > MAX_CHARACTERS:
            raise ThoughtTooLong
        who = identity(normalise(words))
        if not keep:
            return Arrival(words, seed_of(who), self._guests.is_known(who), None, None)
        visit = NewVisit(self._new_id(), self._new_id(), who, words, scene, wording)
        guest_id, returning = self._visits.begin(visit, self._clock())
        self._on_stage.add(visit.id)
        self._changes.tell(Changes(guests=True, visits=True, origin=origin))
        return Arrival(words, seed_of(who), returning, visit.id, guest_id)

    def see_off(self, visit_ids: Iterable[str], how: Departure, origin: object | None = None) -> None:
        """These visits have ended now; ids that are unknown or have ended before are passed over."""
        going = list(visit_ids)
        ended = self._visits.end(going, how, self._clock()) if going else 0
        self._on_stage.difference_update(going)
        if ended:
            self._changes.tell(Changes(visits=True, origin=origin))

    @property
    def on_stage(self) -> frozenset[str]:
        """The ids of the visits that go on here."""
        return frozenset(self._on_stage)

    def go_on(self, visit_ids: Iterable[str]) -> list[Arrival]:
        """These were on stage when the house closed, and are again: with their words as the file has them.

        Those that have ended, or are in the file no more, are left out.
        """
        here = self._visits.going_on(visit_ids)
        self._on_stage.update(visit.id for visit in here)
        return [
            Arrival(visit.words, seed_of(visit.identity), visit.returning, visit.id, visit.guest_id) for visit in here
        ]

    def see_all_off(self, how: Departure) -> None:
        """Everyone who was let in here and has not gone yet goes now."""
        self.see_off(sorted(self._on_stage), how)

    def draft(self) -> str:
        """What was half-typed last time, or nothing."""
        return self._drafts.get()

    def keep_draft(self, text: str) -> None:
        """Keep what is half-typed, in place of what was kept before; blank text is no draft."""
        if is_blank(text):
            self.drop_draft()
        elif self._drafts.keep(storable(text), self._clock()):
            self._changes.tell(Changes(draft=True))

    def drop_draft(self) -> None:
        """Erase what was half-typed, without a trace."""
        if self._drafts.drop():
            self._changes.tell(Changes(draft=True))

    def _new_id(self) -> str:
        """One that no visit and no guest has."""
        return new_id(self._random, self._visits.is_taken)
