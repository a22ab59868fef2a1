"""What each answer of a sitting answers: its key and the question, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guesthouse.domain.exercise import LINE, ExerciseText
from guesthouse.domain.practice import GAP, Practice, Step, filled

Asked = Sequence[tuple[str, str]]

LINE_NOW = "line-now"
"""The name under which a sitting keeps the thought as it was changed within the exercise."""

FIVE_MINUTES = "five-minutes"
"""The name of what somebody wants to do next, at the end of a practice."""

THOUGHT = "The thought"


def asked_in_practice(practice: Practice, in_exercise: Callable[[str], Asked]) -> Asked:
    """The questions of a practice; ``in_exercise`` has those of an exercise that is done within a step, by its id."""
    return [pair for step in practice.steps for pair in _asked_in_step(step, in_exercise)]


def _asked_in_step(step: Step, in_exercise: Callable[[str], Asked]) -> Asked:
    question = f"{step.text} “{filled(step.sentence, {})}”" if step.sentence else step.text
    own = [(key, question) for key in step.keys]
    inside = in_exercise(step.scene) if step.scene else ()
    names = {LINE_NOW: LINE}  # within a practice it is the only line
    return [*own, *((f"{step.scene}.{names.get(key, key)}", text) for key, text in inside if key != LINE)]


def asked_in_exercise(text: ExerciseText) -> Asked:
    """The questions of an exercise: the thought first, then its own words in their order, then all else it says."""
    names = dict.fromkeys([*text.written, *text.lines])
    said = [(LINE_NOW if name == LINE else name, text.lines[name]) for name in names if name in text.lines]
    return [(LINE, THOUGHT), *(pair for pair in said if not GAP.search(pair[1]))]
