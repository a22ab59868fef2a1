"""Prompts that the person has written."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime

from guesthouse.domain.thought import is_blank, storable
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.services.ids import new_id
from guesthouse.storage.own_prompts import OwnPromptStore


class OwnPrompts:
    """The verbs of own prompts. What they raise is trouble with the file."""

    def __init__(
        self, *, prompts: OwnPromptStore, changes: ChangeLog, clock: Callable[[], datetime], random: random.Random
    ) -> None:
        """As they were left."""
        self._prompts, self._changes, self._clock, self._random = prompts, changes, clock, random

    def all(self) -> list[tuple[str, str]]:
        """Id and words of each, the first written first."""
        return self._prompts.all()

    def add(self, words: str, *, origin: object | None = None) -> None:
        """One more; blank words are passed over."""
        if is_blank(words):
            return
        self._prompts.add(new_id(self._random), storable(words).strip(), self._clock())
        self._changes.tell(Changes(prompts=True, origin=origin))

    def remove(self, prompt_id: str, *, origin: object | None = None) -> None:
        """Erase one for good."""
        if self._prompts.remove(prompt_id):
            self._changes.tell(Changes(prompts=True, origin=origin))
