"""What was written in a practice, told once a step is left: it is looked then whether the words are heavy."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from guesthouse.domain.heavy_kinds import PLAIN, Kind
from guesthouse.domain.practice import Answers, Element, Practice
from guesthouse.ui.exercises.fitting import kind_of
from guesthouse.ui.parts.submitted import Submitted
from guesthouse.ui.practices.keeping import Keeping

if TYPE_CHECKING:
    from guesthouse.house import House

NOTHING: Set[Kind] = frozenset()
OF_ANYONE: Set[Kind] = frozenset({Kind.SELF})
"""What is not said of anyone."""


class Submitting(Submitted):
    """The answers of one practice."""

    def __init__(self, keeping: Keeping) -> None:
        """``keeping`` has what was answered."""
        super().__init__()
        self._keeping = keeping
        self._practice: Practice | None = None

    def begin(self, practice: Practice, at: int) -> None:
        """This one goes on at its step ``at`` (from 0); what stands in that one was not told yet."""
        self._practice = practice
        here = practice.steps[at].keys if at < len(practice.steps) else ()
        before = {key: answer for key, answer in self._keeping.answers.items() if key not in here}
        self.know(own_words(practice, before))

    def now(self) -> None:
        """What was written so far is submitted."""
        if self._practice is not None:
            self._keeping.gather()
            self.tell(own_words(self._practice, self._keeping.answers))

    def forget(self) -> None:
        """Hold no words any more."""
        super().forget()
        self._practice = None


def own_words(practice: Practice, answers: Answers) -> dict[str, str]:
    """What was answered in words of one's own, by their keys; what the practice offers to choose from is none."""
    offered = {option.text for step in practice.steps for option in step.options}
    lists = {key: [answer] if isinstance(answer, str) else answer for key, answer in answers.items()}
    return {key: "\n".join(one for one in answer if one not in offered) for key, answer in lists.items()}


def refusal(house: House, practice: Practice, answers: Answers) -> tuple[str, str] | None:
    """What is said in the place of the next step of a practice that would frame words about dying or danger."""
    unfit = _unfit(practice)
    if not unfit:
        return None
    kinds = (kind_of(house, words) for words in own_words(practice, answers).values())
    kind = next((kind for kind in kinds if kind in unfit), None)
    return house.exercises.words.refusal(kind) if kind is not None else None


def _unfit(practice: Practice) -> Set[Kind]:
    """What this practice is not for.

    One that defuses would put a frame around the words, thank the mind for them, or lay them on a leaf; one about a
    rule would ask what matters behind it, and whether to act on it today. One that connects by a sentence would say of
    anyone that they might want to die, and of oneself as well; one that prepares to reach somebody is for any words.
    """
    if practice.element is Element.DEFUSE or any(step.shoulds for step in practice.steps):
        return PLAIN
    if practice.element is Element.CONNECT and any(step.sentence for step in practice.steps):
        return OF_ANYONE
    return NOTHING
