"""Which exercise is done with which words, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guesthouse.domain.exercise import ExerciseText
from guesthouse.domain.practice import Answer
from guesthouse.domain.sitting import Sitting


class Stage(StrEnum):
    """Where the run is."""

    NOWHERE = "nowhere"
    ASKING = "asking"
    LEFT = "left"
    BEFORE = "before"
    DOING = "doing"
    AFTER = "after"
    ENDING = "ending"


@dataclass(frozen=True)
class Job:
    """What is done: ``within`` is the id of a practice's sitting that keeps the answers in the run's place."""

    text: ExerciseText
    words: str
    keep: bool
    asks: bool
    answers: Mapping[str, Answer] = field(default_factory=dict)
    sitting: Sitting | None = None
    within: str = ""
