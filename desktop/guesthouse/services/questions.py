"""What was asked in the practices and exercises that come with the app, for whoever shows answers without a screen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

from guesthouse.domain.asked import FIVE_MINUTES, Asked, asked_in_exercise, asked_in_practice
from guesthouse.domain.exercise import PREFIX, ExerciseText
from guesthouse.domain.practice import Practice

T = TypeVar("T")

log = logging.getLogger(__name__)


class Questions:
    """The questions by the id of a practice. The texts are read when they are first asked for."""

    def __init__(
        self,
        practices: Callable[[], Sequence[Practice]],
        exercises: Callable[[], Sequence[ExerciseText]],
        five: Callable[[], str],
    ) -> None:
        """What reads the texts; ``five`` asks about the next five minutes."""
        self._read_practices, self._read_exercises, self._read_five = practices, exercises, five

    def given(self, practice_id: str) -> Asked:
        """Key and question of what is asked in this practice or exercise, in order; nothing where it is unknown."""
        practice = self._practices.get(practice_id)
        return self._exercises.get(practice_id, ()) if practice is None else self.own(practice)

    def own(self, practice: Practice) -> Asked:
        """The same for a practice that somebody has made."""
        return [*asked_in_practice(practice, self._in_exercise), (FIVE_MINUTES, self._five)]

    def _in_exercise(self, exercise_id: str) -> Asked:
        return self._exercises.get(PREFIX + exercise_id, ())

    @cached_property
    def _practices(self) -> dict[str, Practice]:
        return {practice.id: practice for practice in _read(self._read_practices) or ()}

    @cached_property
    def _exercises(self) -> dict[str, Asked]:
        return {text.sitting: asked_in_exercise(text) for text in _read(self._read_exercises) or ()}

    @cached_property
    def _five(self) -> str:
        return _read(self._read_five) or ""


def _read(texts: Callable[[], T]) -> T | None:
    """Nobody is kept from their answers by a text of ours that cannot be read."""
    try:
        return texts()
    except (OSError, ValueError) as error:
        log.warning("what was asked cannot be read: %s", type(error).__name__)
        return None


NO_QUESTIONS = Questions(tuple, tuple, str)
"""Where nothing is known of what was asked."""
