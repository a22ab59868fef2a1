"""Exercises on one thought: their texts, which can be offered, and what is half-typed for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from guesthouse.domain.exercise import FEWEST_BEFORE, ExerciseText, RunWords, finished_kinds, opened
from guesthouse.domain.practice import Element
from guesthouse.domain.thought import is_blank, storable
from guesthouse.services.practices import Practices
from guesthouse.storage.noticings import HalfDoneStore

DRAFT = "exercise"


class Exercises:
    """The verbs of choosing one. What they raise is trouble with the file."""

    def __init__(
        self,
        *,
        given: Callable[[], tuple[ExerciseText, ...]],
        words: Callable[[], RunWords],
        practices: Practices,
        half_done: HalfDoneStore,
        clock: Callable[[], datetime],
    ) -> None:
        """``given`` and ``words`` read the texts; each is asked once, when they are first needed."""
        self._given, self._read, self._practices = given, words, practices
        self._half_done, self._clock = half_done, clock
        self._texts: tuple[ExerciseText, ...] | None = None
        self._words: RunWords | None = None
        self._finished: set[str] = set()
        self._begun: set[str] = set()

    @property
    def words(self) -> RunWords:
        """What is said around every exercise."""
        if self._words is None:
            self._words = self._read()
        return self._words

    def all(self) -> tuple[ExerciseText, ...]:
        """Every exercise, in the order in which they are offered."""
        if self._texts is None:
            self._texts = self._given()
        return self._texts

    def one(self, exercise_id: str) -> ExerciseText | None:
        """The one with this id, or whose sittings have it."""
        return next((text for text in self.all() if exercise_id in (text.id, text.sitting)), None)

    def offered(self) -> list[ExerciseText]:
        """Those that can be done now: a gated one after two others, and once while the app runs, locks included."""
        kinds = self._kinds()
        return [text for text in self.all() if opened(text, kinds) and not (text.gated and text.id in self._begun)]

    def since_the_start(self) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of what was begun and of what was finished since the app was started."""
        return frozenset(self._begun), frozenset(self._finished)

    def go_on(self, begun: Iterable[str], finished: Iterable[str]) -> None:
        """The house was locked for a while: what was begun and finished before (ids) is so still."""
        self._begun.update(begun)
        self._finished.update(finished)

    def begun(self, text: ExerciseText) -> None:
        """It goes on now, written down or not."""
        self._begun.add(text.id)

    def left(self, text: ExerciseText) -> None:
        """It was left before it began."""
        self._begun.discard(text.id)

    def finished(self, text: ExerciseText) -> None:
        """It was done to its end, written down or not."""
        self._finished.add(text.sitting)

    def was_done(self, text: ExerciseText) -> bool:
        """Whether it was done to its end before: now or in an earlier visit, by itself or in its practice."""
        if text.sitting in self._finished:
            return True
        standings = self._practices.standings()
        return any(one in standings and standings[one].done for one in (text.sitting, text.practice))

    def _kinds(self) -> frozenset[str]:
        """Which kinds of defusion were finished. The practices are not read where that cannot be enough."""
        done = {practice for practice, standing in self._practices.standings().items() if standing.done}
        done |= self._finished
        if len(done) < FEWEST_BEFORE:
            return frozenset()
        defusing = {one.id: one.original for one in self._practices.all() if one.element is Element.DEFUSE}
        return finished_kinds(self.all(), defusing, done)

    def draft(self) -> str:
        """What was half-typed for an exercise last time, or nothing."""
        return self._half_done.get(DRAFT)

    def keep_draft(self, words: str) -> None:
        """Keep what is half-typed, in place of what was kept before; blank text is no draft."""
        if is_blank(words):
            self.drop_draft()
        else:
            self._half_done.keep(DRAFT, storable(words), self._clock())

    def drop_draft(self) -> None:
        """Erase what was half-typed, without a trace."""
        self._half_done.drop(DRAFT)
