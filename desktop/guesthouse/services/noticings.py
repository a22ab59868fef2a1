"""Noticing: what is here now, put into one sentence, and kept if the person likes."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from guesthouse.domain.noticing import Noticed, Noticing, Vocabulary, sentence
from guesthouse.domain.thought import storable
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.services.ids import new_id
from guesthouse.storage.noticings import HalfDoneStore, NoticingStore

DRAFT = "noticing"

log = logging.getLogger(__name__)


class Noticings:
    """The verbs of noticing. What they raise is trouble with the file."""

    def __init__(
        self,
        *,
        words: Callable[[], Vocabulary],
        noticings: NoticingStore,
        half_done: HalfDoneStore,
        changes: ChangeLog,
        clock: Callable[[], datetime],
        random: random.Random,
    ) -> None:
        """``words`` reads the lists; it is asked once, when they are first needed."""
        self._read, self._noticings, self._half_done = words, noticings, half_done
        self._changes, self._clock, self._random = changes, clock, random
        self._words: Vocabulary | None = None

    @property
    def words(self) -> Vocabulary:
        """The feelings, sensations, places and amounts one can choose from."""
        if self._words is None:
            self._words = self._read()
        return self._words

    def keep(self, things: Sequence[Noticed], *, origin: object | None = None) -> Noticing | None:
        """Write down what is noticed now, and what was half-done is done; None if there is nothing."""
        there = tuple(replace(thing, word=storable(thing.word)) for thing in things if thing.word.strip())
        if not there:
            return None
        now = self._clock()
        noticing = Noticing(self._new_id(), now, sentence(there, self.words), there)
        self._noticings.keep(noticing, now, done=DRAFT)
        self._changes.tell(Changes(noticings=True, origin=origin))
        return noticing

    def latest(self, limit: int = 20) -> list[Noticing]:
        """The last ones, the latest first."""
        return self._noticings.latest(limit)

    def erase(self, noticing_id: str, *, origin: object | None = None) -> None:
        """Erase one for good."""
        if self._noticings.erase(noticing_id):
            self._changes.tell(Changes(noticings=True, origin=origin))

    def draft(self) -> tuple[list[Noticed], str]:
        """What is chosen and not kept yet, and what is half-typed."""
        kept = self._half_done.get(DRAFT)
        if not kept:
            return [], ""
        try:
            things, typed = json.loads(kept)
            return [Noticed(word, amount, tuple(places)) for word, amount, places in things], str(typed)
        except (ValueError, TypeError, RecursionError) as error:
            log.warning("what was half noticed cannot be read: %s", type(error).__name__)
            return [], ""

    def keep_draft(self, things: Sequence[Noticed], typed: str) -> None:
        """Keep what is chosen and half-typed, in place of what was kept before; nothing at all is no draft."""
        if not things and not typed:
            self._half_done.drop(DRAFT)
            return
        rows = [[storable(thing.word), storable(thing.amount), [*map(storable, thing.places)]] for thing in things]
        self._half_done.keep(DRAFT, json.dumps([rows, storable(typed)], ensure_ascii=False), self._clock())

    def _new_id(self) -> str:
        return new_id(self._random, self._noticings.has)
