"""What is otherwise in a person's own version of a practice than in the one it came from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guesthouse.domain.practice import Practice, Step
from guesthouse.domain.words import words_in

FIELDS = ("title", "purpose", "not_for", "minutes", "tone", "element")
LIKE = 0.34
"""Two steps that have this part of their words in common are the same step, said otherwise."""
MOST_WORDS = 400
"""So many words of a text are compared."""


@dataclass(frozen=True, slots=True)
class StepDifference:
    """A step of the own version, of the original, or of both.

    ``here`` and ``there`` are their places (from 0) in the own version and in the original; None where it is new or
    gone. One that is in both may be changed, moved, or both.
    """

    own: Step | None
    original: Step | None
    here: int | None
    there: int | None
    changed: bool = False
    moved: bool = False

    @property
    def new(self) -> bool:
        """Whether the original has nothing like it."""
        return self.original is None

    @property
    def gone(self) -> bool:
        """Whether it was taken out."""
        return self.own is None


@dataclass(frozen=True, slots=True)
class Differences:
    """``fields`` are the names of what is otherwise over the steps; ``steps`` are in the own order, gone ones between.

    A step that is gone stands after the one it stood after in the original.
    """

    fields: tuple[str, ...]
    steps: tuple[StepDifference, ...]

    @property
    def none(self) -> bool:
        """Whether nothing is otherwise."""
        return not self.fields and not any(step.new or step.gone or step.changed or step.moved for step in self.steps)


def differences(original: Practice, own: Practice, there: Sequence[int | None] | None = None) -> Differences:
    """What is otherwise in ``own``.

    ``there`` is for each of its steps the place of the one it came from, where that is known; else it is found out.
    """
    fields = tuple(name for name in FIELDS if getattr(original, name) != getattr(own, name))
    there = _partners(original.steps, own.steps) if there is None else there
    settled = _in_order(there)
    steps = []
    for here, step in enumerate(own.steps):
        place = there[here]
        partner = original.steps[place] if place is not None else None
        changed = partner is not None and not same(partner, step)
        moved = place is not None and here not in settled
        steps.append(StepDifference(step, partner, here, place, changed, moved))
    return Differences(fields, _with_gone(original.steps, steps))


def same(original: Step, own: Step) -> bool:
    """Whether a step is as it was; the name under which its answer is kept is no part of that."""
    return replace(original, key="") == replace(own, key="")


def _partners(original: Sequence[Step], own: Sequence[Step]) -> list[int | None]:
    """For each own step the place of the one it came from: an equal one, else one of its name, else one alike."""
    there: list[int | None] = [None] * len(own)
    free = dict(enumerate(original))

    def pair(here: int, place: int) -> None:
        there[here] = place
        del free[place]

    for here, step in enumerate(own):
        place = next((place for place, each in free.items() if same(each, step)), None)
        if place is not None:
            pair(here, place)
    for here, step in enumerate(own):
        place = next((place for place, each in free.items() if step.key and each.key == step.key), None)
        if there[here] is None and place is not None:
            pair(here, place)
    known = {place: _words(step) for place, step in free.items()}
    for here, step in enumerate(own):
        if there[here] is None and free:
            words = _words(step)
            place = max(free, key=lambda place: (_likeness(words, known[place]), -abs(place - here)))
            if _likeness(words, known[place]) >= LIKE:
                pair(here, place)
    return there


def _words(step: Step) -> frozenset[str]:
    texts = (step.text, step.note, step.sentence, *step.lines, *(option.text for option in step.options))
    return frozenset(word for text in texts for word in list(words_in(text[: MOST_WORDS * 20]))[:MOST_WORDS])


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _in_order(there: Sequence[int | None]) -> set[int]:
    """The most places of own steps that follow each other as in the original; the others have moved."""
    ends: list[int] = []  # the smallest last place of a run of each length
    run: list[int] = []  # the own step that ends it
    before: dict[int, int | None] = {}
    for here, place in enumerate(there):
        if place is None:
            continue
        length = bisect_left(ends, place)
        before[here] = run[length - 1] if length else None
        if length == len(ends):
            ends.append(place)
            run.append(here)
        else:
            ends[length], run[length] = place, here
    found: set[int] = set()
    at: int | None = run[-1] if run else None
    while at is not None:
        found.add(at)
        at = before[at]
    return found


def _with_gone(original: Sequence[Step], steps: list[StepDifference]) -> tuple[StepDifference, ...]:
    here = {step.there for step in steps}
    whole = list(steps)
    for place, step in enumerate(original):
        if place in here:
            continue
        after = next((at for at, each in enumerate(whole) if each.there == place - 1), None) if place else None
        whole.insert(0 if after is None else after + 1, StepDifference(None, step, None, place))
    return tuple(whole)
