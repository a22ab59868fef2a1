"""Ratings: kept with a visit or with a sitting, and read again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from guesthouse.domain.ratings import Moment, Ratings, RatingWords
from guesthouse.storage.ratings import RatingStore


class RatingBook:
    """The verbs of rating. What they raise is trouble with the file."""

    def __init__(
        self, *, words: Callable[[], RatingWords], ratings: RatingStore, clock: Callable[[], datetime]
    ) -> None:
        """``words`` reads the questions; it is asked once, when they are first needed."""
        self._read, self._ratings, self._clock = words, ratings, clock
        self._words: RatingWords | None = None

    @property
    def words(self) -> RatingWords:
        """The questions and what is said around them."""
        if self._words is None:
            self._words = self._read()
        return self._words

    def keep(self, moment: Moment, ratings: Ratings, *, visit: str | None = None, sitting: str | None = None) -> None:
        """Keep what was said, in place of what was said at that moment before.

        One that was let in without being written down has no visit, and nothing is kept of it.
        """
        if visit is not None:
            self._ratings.keep_of_visit(visit, moment, ratings, self._clock())
        if sitting is not None:
            self._ratings.keep_of_sitting(sitting, moment, ratings, self._clock())

    def of(self, *, visit: str | None = None, sitting: str | None = None) -> dict[Moment, Ratings]:
        """What was said with this visit, or in this sitting."""
        if visit is not None:
            return self._ratings.of_visit(visit)
        return self._ratings.of_sitting(sitting) if sitting is not None else {}
