"""What the run knows beside the exercise: the ratings that are not on the disk yet, and which words are left alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from guesthouse.domain.exercise import AS_THEME, LINE, LINES, TITLE, YES, ExerciseText
from guesthouse.domain.practice import Answer, said
from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.errors import Trouble
from guesthouse.ui.exercises.fitting import kind_of
from guesthouse.ui.exercises.left import LeftAsItIs
from guesthouse.ui.exercises.saying import lines_among
from guesthouse.ui.exercises.showing import Showing
from guesthouse.ui.practices.keeping import Keeping

if TYPE_CHECKING:
    from guesthouse.house import House


LINE_NOW = "line-now"
"""Where a sitting keeps what an exercise calls the line itself: under ``LINE`` stands the thought one came with."""


class Inside:
    """What stands in the exercise. What was there before and is there no more is empty, and not left as it was."""

    def __init__(self, showing: Showing) -> None:
        """Of whatever ``showing`` shows."""
        self._showing = showing
        self._there: dict[str, Answer] = {}

    def know(self, answers: Mapping[str, Answer]) -> None:
        """These were there before; by the exercise's own names."""
        self._there = dict(answers)

    def answers(self) -> dict[str, Answer]:
        """By the exercise's own names; the last ones where it is shown no more."""
        exercise = self._showing.exercise
        if exercise is not None:
            now = exercise.answers()
            self._there = {name: now.get(name, type(before)()) for name, before in self._there.items()} | now
        return dict(self._there)

    def to_keep(self) -> dict[str, Answer]:
        """As a sitting keeps them, beside the thought."""
        return {LINE_NOW if name == LINE else name: answer for name, answer in self.answers().items()}


def in_exercise(kept: Mapping[str, Answer]) -> dict[str, Answer]:
    """What a sitting kept, by the exercise's own names and without the thought."""
    return {LINE if name == LINE_NOW else name: answer for name, answer in kept.items() if name != LINE}


class RunRatings:
    """What was said before and after, until it is with its sitting."""

    def __init__(self, keeping: Keeping) -> None:
        """Trouble with the file is told as the keeping's own."""
        self._keeping = keeping
        self._said: dict[Moment, Ratings] = {}
        self._unkept: list[Moment] = []

    @property
    def before(self) -> Ratings:
        """What was said before, if anything was."""
        return self._said.get(Moment.BEFORE, Ratings())

    def know(self, house: House, sitting: str | None) -> bool:
        """Read what was said in a sitting that is taken up; whether it was asked before."""
        if sitting is not None:
            self._keeping.attempt(lambda: self._said.update(house.ratings.of(sitting=sitting)))
        return Moment.BEFORE in self._said

    def say(self, moment: Moment, ratings: Ratings) -> None:
        """This was said; it is to be kept."""
        self._said[moment] = ratings
        self._unkept.append(moment)

    def keep(self, house: House, sitting: str | None) -> None:
        """Write what is not written yet to the sitting with this id; without one it is not to be written.

        Raises:
            Trouble: it could not be; it is still unwritten.
        """
        while sitting is not None and self._unkept:
            moment = self._unkept[0]
            house.ratings.keep(moment, self._said[moment], sitting=sitting)
            self._unkept.pop(0)

    def drop(self) -> None:
        """Hold nothing."""
        self._said.clear()
        self._unkept.clear()


def name_guests(house: House, words: str, answers: Mapping[str, Answer]) -> None:
    """Where the title that was found is to be kept in the guest book, every guest among these lines gets it.

    Raises:
        Trouble: it could not be written.
    """
    title = said(answers.get(TITLE, ""))
    if answers.get(AS_THEME) != YES or not title.strip():
        return
    for line in lines_among(words, said(answers.get(LINES, ""))):
        house.guest_book.name_thought(line, title)


class Known:
    """What an exercise is told of the house. Where the file cannot be read, nothing is known."""

    def __init__(self, house: House, *, written: bool) -> None:
        """``written``: whether what is typed is kept at all."""
        self._house, self._written = house, written

    def is_guest(self, words: str) -> bool:
        """Whether these words can be given a name in the guest book."""
        return self._written and self._ask(lambda: self._house.guest_book.knows(words))

    def was_done(self, text: ExerciseText) -> bool:
        """Whether this exercise was done to its end before."""
        return self._ask(lambda: self._house.exercises.was_done(text))

    def _ask(self, read: Callable[[], bool]) -> bool:
        try:
            return read()
        except Trouble:  # it is told where something is to be written
            return False


class Leaving:
    """Leaving a thought as it is, and marking it as too heavy to play with."""

    def __init__(self, left: LeftAsItIs) -> None:
        """``left`` is where it is shown."""
        self._left = left
        self._mark: Callable[[bool], object] | None = None
        left.marked.connect(self._marked)

    def show(self, house: House, words: str, *, keep: bool, refused: bool) -> None:
        """Say so, with the mark as it stands; without ``keep`` a new one is not written down.

        Raises:
            Trouble: the file cannot be read.
        """
        marked, kind = house.heavy.is_marked(words), kind_of(house, words)
        self._left.leave(words, house.exercises.words, refused=refused or kind is not None, heavy=marked, kind=kind)
        self._mark = lambda on: house.heavy.mark(words, keep=keep) if on else house.heavy.unmark(words)

    def drop(self) -> None:
        """Hold no words."""
        self._mark = None
        self._left.clear()

    def _marked(self, on: bool) -> None:
        """Where it cannot be written, that is told, and it is not shown as done."""
        if self._mark is None:
            return
        try:
            self._mark(on)
        except Trouble as trouble:
            self._left.put(not on)
            self._left.tell_trouble(trouble)
        else:
            self._left.tell_trouble(None)
