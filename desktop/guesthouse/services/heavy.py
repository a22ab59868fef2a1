"""Words that are heavy: what the person has marked, and what the phrases tell. Of the latter nothing is ever kept."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from guesthouse.content.wrong import WrongContent
from guesthouse.domain.heavy_kinds import NEVER_UNASKED, PLAIN, Kind
from guesthouse.domain.thought import identity, is_blank, normalise
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.storage.heavy import HeavyStore
from guesthouse.storage.wishes import WishStore

if TYPE_CHECKING:
    from guesthouse.domain.heavy_words import HeavyWords

log = logging.getLogger(__name__)

HEED = "heed-words"
"""The wish under which it is kept whether phrases are looked for at all."""


class Heavy:
    """The verbs of leaving a thought as it is. What they raise is trouble with the file."""

    def __init__(
        self,
        *,
        heavy: HeavyStore,
        wishes: WishStore,
        words: Callable[[], HeavyWords],
        changes: ChangeLog,
        clock: Callable[[], datetime],
        ahead: Callable[[], Iterator[None]] = lambda: iter(()),
    ) -> None:
        """``words`` gives the phrases; it is asked when the first words come. ``ahead`` reads them in small steps."""
        self._heavy, self._wishes, self._changes, self._clock = heavy, wishes, changes, clock
        self._words, self._ahead = words, ahead
        self._unwritten: set[str] = set()
        self._last: tuple[int, frozenset[Kind]] = (hash(""), frozenset())

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

    @property
    def heeds(self) -> bool:
        """Whether phrases are looked for; they are until the person does not want it."""
        return self._wishes.all().get(HEED) != "no"

    def heed(self, on: bool, *, origin: object | None = None) -> None:
        """Look for phrases, or do not."""
        self._wishes.keep({HEED: "" if on else "no"}, self._clock())
        self._changes.tell(Changes(wishes=True, origin=origin))

    @cached_property
    def phrases(self) -> HeavyWords:
        """What is looked for; nothing where it cannot be read, so that what is written is kept all the same."""
        try:
            return self._words()
        except (WrongContent, OSError) as error:
            log.warning("the phrases cannot be read, and nothing is looked for: %s", type(error).__name__)
            from guesthouse.domain.heavy_words import HeavyWords

            return HeavyWords()

    def prepare(self) -> Iterator[None]:
        """Have the phrases ready before the first words come, a small part at each step; none where none are wanted.

        What it raises is trouble with the file.
        """
        if self.heeds:
            with suppress(WrongContent, OSError):  # which is noted once they are needed
                yield from self._ahead()
            yield from self.phrases.prepare()

    def kinds(self, words: str) -> frozenset[Kind]:
        """What the phrases tell about these words; nothing where they are not looked for, and nothing is kept.

        Whoever asks about the same words right after another does not wait for it twice: no words are held for that.
        """
        if not self.heeds:
            return frozenset()
        which = hash(words)
        if which != self._last[0]:
            self._last = (which, self.phrases.kinds(words))
        return self._last[1]

    def stays_plain(self, words: str) -> bool:
        """Whether a thought gets no figure and no carrier, and stays as a plain card."""
        return bool(self.kinds(words) & PLAIN)

    def may_come_unasked(self, words: str) -> bool:
        """Whether these words may be shown where nobody looked for them (Today, suggestions, what has come back)."""
        return not self.kinds(words) & NEVER_UNASKED
