"""Thoughts that are too heavy to play with: what the person has marked, and what is told to refuse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from guesthouse.domain.thought import identity, is_blank, normalise
from guesthouse.storage.heavy import HeavyStore

Refuses = Callable[[str], bool]
"""Whether words are of a kind that nothing playful is offered for; pure."""


class Heavy:
    """The verbs of leaving a thought as it is. What they raise is trouble with the file."""

    def __init__(self, *, heavy: HeavyStore, clock: Callable[[], datetime], refusing: Sequence[Refuses] = ()) -> None:
        """``refusing`` are asked beside the marks."""
        self._heavy, self._clock, self._refusing = heavy, clock, tuple(refusing)
        self._unwritten: set[str] = set()

    def mark(self, words: str, *, keep: bool = True) -> None:
        """Nothing playful is offered for these words any more, however they are written.

        Without ``keep`` that holds until the house closes, and nothing of it is in the file.
        """
        who = identity(normalise(words))
        if keep:
            self._heavy.mark(who, self._clock())
        else:
            self._unwritten.add(who)

    def unmark(self, words: str) -> None:
        """Take the mark back."""
        who = identity(normalise(words))
        self._unwritten.discard(who)
        if self._heavy.is_marked(who):
            self._heavy.unmark(who)

    def is_marked(self, words: str) -> bool:
        """Whether the person has marked them."""
        if is_blank(words):
            return False
        who = identity(normalise(words))
        return who in self._unwritten or self._heavy.is_marked(who)

    def refuses_play(self, words: str) -> bool:
        """Whether nothing playful is to be offered for these words."""
        return self.is_marked(words) or any(refuses(words) for refuses in self._refusing)
