"""What the run knows beside the exercise: the ratings that are not on the disk yet, and which words are left alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.errors import Trouble
from guesthouse.ui.exercises.left import LeftAsItIs
from guesthouse.ui.practices.keeping import Keeping

if TYPE_CHECKING:
    from guesthouse.house import House


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
        """Write what is not written yet to the sitting with this id; without one it is not to be written."""
        while sitting is not None and self._unkept:
            moment = self._unkept[0]
            if not self._keeping.attempt(partial(house.ratings.keep, moment, self._said[moment], sitting=sitting)):
                return
            self._unkept.pop(0)

    def drop(self) -> None:
        """Hold nothing."""
        self._said.clear()
        self._unkept.clear()


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
        self._left.leave(words, house.exercises.words, refused=refused, heavy=house.heavy.is_marked(words))
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
