"""Practices: the whole library, the given and the own ones, and what a person says of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from guesthouse.domain.practice import Practice
from guesthouse.domain.practice_form import plain, practice_of
from guesthouse.domain.sitting import Standing, Verdict
from guesthouse.domain.thought import is_blank, storable
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.services.ids import new_id
from guesthouse.storage.own_practices import OwnPracticeStore
from guesthouse.storage.sittings import SittingStore


class Practices:
    """The verbs of the library. What they raise is trouble with the file."""

    def __init__(
        self,
        *,
        given: Callable[[], Sequence[Practice]],
        own: OwnPracticeStore,
        sittings: SittingStore,
        changes: ChangeLog,
        clock: Callable[[], datetime],
        random: random.Random,
    ) -> None:
        """``given`` reads the practices that come with the app; it is asked once, when they are first needed."""
        self._read, self._own, self._sittings = given, own, sittings
        self._changes, self._clock, self._random = changes, clock, random
        self._given: tuple[Practice, ...] | None = None

    def all(self) -> tuple[Practice, ...]:
        """Every practice: an own version stands after what it came from, those from empty at the end."""
        own = self._own.all()
        versions: dict[str, list[Practice]] = {}
        for practice in own:
            versions.setdefault(practice.original, []).append(practice)
        given = self.given()
        there = {practice.id for practice in given}
        after = [practice for practice in own if practice.original not in there]
        return (*(one for each in given for one in (each, *versions.get(each.id, ()))), *after)

    def given(self) -> tuple[Practice, ...]:
        """Those that come with the app."""
        if self._given is None:
            self._given = tuple(self._read())
        return self._given

    def is_given(self, practice_id: str) -> bool:
        """Whether one that comes with the app has this id."""
        return any(practice.id == practice_id for practice in self.given())

    def one(self, practice_id: str) -> Practice | None:
        """The practice with this id, or None."""
        return next((practice for practice in self.all() if practice.id == practice_id), None)

    def standings(self) -> dict[str, Standing]:
        """How each practice stands that was ever opened or judged, by its id."""
        return self._sittings.standings()

    def judge(self, practice_id: str, verdict: Verdict | None, *, origin: object | None = None) -> None:
        """See this one again? None takes back what was said."""
        self._sittings.judge(practice_id, verdict, self._clock())
        self._changes.tell(Changes(practices=True, origin=origin))

    def favour(self, practice_id: str, favourite: bool, *, origin: object | None = None) -> None:
        """Mark it, or mark it no more."""
        self._sittings.favour(practice_id, favourite, self._clock())
        self._changes.tell(Changes(practices=True, origin=origin))

    def make_own(self, practice: Practice) -> Practice:
        """A copy under a new id, which names what it came from; written nowhere until it is kept."""
        original = "" if practice.id == "" else practice.original if practice.own else practice.id
        return replace(practice, id=self._new_id(), own=True, original=original, twin="")

    def keep_own(self, practice: Practice, *, origin: object | None = None) -> Practice:
        """Write an own practice, new or changed; returns it as it is kept. Steps without any words are left out."""
        there = _storable(practice)
        tidy = replace(
            there,
            own=True,
            title=there.title.strip(),
            purpose=there.purpose.strip(),
            not_for=there.not_for.strip(),
            steps=tuple(step for step in there.steps if not (is_blank(step.text) and is_blank(step.note))),
        )
        self._own.keep(tidy, self._clock())
        self._changes.tell(Changes(practices=True, origin=origin))
        return tidy

    def erase_own(self, practice_id: str, *, origin: object | None = None) -> None:
        """Erase an own practice for good. What was written while doing it stays."""
        if self._own.erase(practice_id):
            self._changes.tell(Changes(practices=True, origin=origin))

    def _new_id(self) -> str:
        taken = {practice.id for practice in self.all()}
        return new_id(self._random, taken.__contains__)


def _storable(practice: Practice) -> Practice:
    """With every text in it as the file can hold it."""
    return practice_of(_storable_plain(plain(practice)))


def _storable_plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _storable_plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_storable_plain(one) for one in value]
    return storable(value) if isinstance(value, str) else value
