"""The comfort kit: comforts, kind words, and people and places that are easy enough."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.domain.thought import is_blank, storable
from guesthouse.errors import Trouble
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.services.ids import new_id
from guesthouse.storage.kit import KitStore

log = logging.getLogger(__name__)


class ComfortKit:
    """The verbs of the kit. What they raise is trouble with the file."""

    def __init__(
        self,
        *,
        kit: KitStore,
        first: Callable[[], Sequence[Comfort]],
        changes: ChangeLog,
        clock: Callable[[], datetime],
        random: random.Random,
    ) -> None:
        """``first`` reads what the kit begins with (their ids do not matter); it is asked when the kit is opened."""
        self._kit, self._first, self._changes = kit, first, changes
        self._clock, self._random = clock, random
        self._examples: list[Comfort] | None = None

    def on(self, shelf: Shelf) -> list[Comfort]:
        """What lies on this shelf, in the person's own order. The very first time it is filled with a few examples.

        Where they cannot be written now they are shown all the same, and written with the first change.
        """
        try:
            self._begin()
        except Trouble as trouble:
            log.warning("the kit could not be filled yet: %s", type(trouble).__name__)
            return [comfort for comfort in self._examples or () if comfort.shelf is shelf]
        return self._kit.on(shelf)

    def add(self, shelf: Shelf, words: str, detail: str = "", *, origin: object | None = None) -> Comfort | None:
        """One more at the end; blank words are passed over (None)."""
        if is_blank(words):
            return None
        self._begin()
        comfort = Comfort(self._new_id(), shelf, storable(words).strip(), storable(detail).strip())
        self._kit.put(comfort, self._clock())
        self._tell(origin)
        return comfort

    def change(self, comfort: Comfort, *, origin: object | None = None) -> None:
        """Other words, or another detail, at the same place; blank words change nothing."""
        if is_blank(comfort.words):
            return
        self._begin()
        tidy = replace(comfort, words=storable(comfort.words).strip(), detail=storable(comfort.detail).strip())
        self._kit.put(tidy, self._clock())
        self._tell(origin)

    def swap(self, one: str, other: str, *, origin: object | None = None) -> None:
        """Two things of a shelf change places."""
        self._begin()
        if self._kit.swap(one, other, self._clock()):
            self._tell(origin)

    def remove(self, comfort_id: str, *, origin: object | None = None) -> None:
        """Take one out for good."""
        self._begin()
        if self._kit.erase(comfort_id):
            self._tell(origin)

    def _begin(self) -> None:
        """Fill it, once. The examples have the same ids until that has worked."""
        if self._kit.begun():
            return
        if self._examples is None:
            self._examples = [replace(comfort, id=self._new_id()) for comfort in self._first()]
        self._kit.begin(self._examples, self._clock())

    def _new_id(self) -> str:
        return new_id(self._random, self._kit.has)

    def _tell(self, origin: object | None) -> None:
        self._changes.tell(Changes(kit=True, origin=origin))
