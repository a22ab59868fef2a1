"""Which words a word exercise is not for, and what was typed in one, told and looked at once it is submitted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guesthouse.domain.exercise import ExerciseText
from guesthouse.domain.heavy_kinds import NO_PLAY, PLAIN, Kind
from guesthouse.domain.practice import Answer
from guesthouse.domain.thought import is_blank
from guesthouse.ui.parts.submitted import Submitted

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.exercises.run_parts import Inside


class Way(StrEnum):
    """Where words lead that are nothing to do an exercise on."""

    SUPPORT = "support"
    STEADY = "steady"
    ACKNOWLEDGE = "acknowledge"
    VALIDATE = "validate"


def ways_for(kind: Kind | None) -> tuple[Way, ...]:
    """What is offered for words of this kind, the nearest first."""
    if kind is None:
        return ()
    return (Way.SUPPORT, Way.STEADY, Way.ACKNOWLEDGE) if kind in PLAIN else (Way.ACKNOWLEDGE, Way.VALIDATE)


def kind_of(house: House, words: str) -> Kind | None:
    """What these words are about, the most pressing first, where that is nothing to do an exercise on."""
    kinds = house.heavy.kinds(words) & NO_PLAY
    return next((kind for kind in Kind if kind in kinds), None)


def is_for(house: House, text: ExerciseText, words: str) -> bool:
    """Whether this exercise may be done on these words.

    None is done on words about dying, harm, danger or something that happened: the texts of all of them say so. What
    the person has marked is left out of those that play.
    """
    return kind_of(house, words) is None and not (text.asks and house.heavy.is_marked(words))


def first_not_for(house: House, text: ExerciseText, lines: Iterable[str]) -> str | None:
    """The first of these that the exercise is not for."""
    return next((line for line in lines if not is_for(house, text, line)), None)


def lines_in(text: ExerciseText, answers: Mapping[str, Answer]) -> list[str]:
    """What of these answers is the person's own words, each line by itself where an answer is a list."""
    typed = (answers[name] for name in text.written if name in answers)
    lines = (line for answer in typed for line in ([answer] if isinstance(answer, str) else answer))
    return [line for line in lines if not is_blank(line)]


class OwnLines(QObject):
    """What is typed inside an exercise."""

    refused = Signal(str)
    """It is not for these words, and they would be in it from now on."""

    def __init__(self, inside: Inside) -> None:
        """``inside`` knows what stands in the exercise."""
        super().__init__()
        self._inside = inside
        self._house: House | None = None
        self._text: ExerciseText | None = None
        self._fit: set[str] = set()
        self.submitted = Submitted()

    def open(self, house: House, text: ExerciseText, words: str) -> None:
        """This exercise is done now, on ``words``, which were looked at, as all that is typed in it already."""
        self._house, self._text = house, text
        before = lines_in(text, self._inside.answers())
        self._fit = {words, *before}
        self.submitted.know({line: line for line in (words, *before)})

    def look(self) -> None:
        """The exercise has gone on: what was typed in it until now is submitted, and is looked at."""
        house, text = self._house, self._text
        if house is None or text is None:
            return
        self.submit()
        if text is not self._text:
            return
        lines = [line for line in lines_in(text, self._inside.answers()) if line not in self._fit]
        unfit = first_not_for(house, text, lines)
        self._fit.update(lines)
        if unfit is not None:
            self.refused.emit(unfit)

    def submit(self) -> None:
        """It is over, or left: what was typed in it is submitted."""
        if self._text is not None:
            self.submitted.tell({line: line for line in lines_in(self._text, self._inside.answers())})

    def drop(self) -> None:
        """Hold no words any more."""
        self._house = self._text = None
        self._fit = set()
        self.submitted.forget()
