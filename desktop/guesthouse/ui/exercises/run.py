"""The run around a word exercise: asked first, shown in full, left at any moment, and ended quietly."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from guesthouse.domain.errand import Start
from guesthouse.domain.exercise import LINE, OTHER_WAYS, ExerciseText
from guesthouse.domain.practice import Answer
from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.domain.sitting import Sitting, State
from guesthouse.domain.suggestion import FEET
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.asking import Asking
from guesthouse.ui.exercises.every import make
from guesthouse.ui.exercises.fitting import OwnLines, first_not_for, lines_in
from guesthouse.ui.exercises.left import LeftAsItIs
from guesthouse.ui.exercises.quiet_end import QuietEnd
from guesthouse.ui.exercises.rating import Rating
from guesthouse.ui.exercises.run_parts import Inside, Known, Leaving, RunRatings, in_exercise, name_guests
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.exercises.showing import Showing
from guesthouse.ui.exercises.stages import Job, Stage
from guesthouse.ui.parts.hills import OnHills
from guesthouse.ui.parts.stop_head import StopHead
from guesthouse.ui.parts.turning import release_focus
from guesthouse.ui.practices.facts import minutes_said
from guesthouse.ui.practices.keeping import BEHIND_MS, Keeping
from guesthouse.ui.practices.screen import Screen

if TYPE_CHECKING:
    from guesthouse.house import House

ACKNOWLEDGE, VALIDATE = OTHER_WAYS


class ExerciseRun(OnHills):
    """One exercise on one thought at a time. What could not be written stays on the screen, and is tried again."""

    done = Signal()  # the ending is over
    stopped = Signal()  # left with Esc or Stop here: the window goes to the grounding page
    lighter = Signal()  # another thought is wanted: back to where one types it
    started = Signal()  # the exercise itself goes on now, and is in the file where it is kept
    changed = Signal()  # something was typed or chosen in it: see :meth:`answers`
    carried = Signal(str, object)
    wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        motion: Motion,
        preferences: Preferences,
        *,
        builder: Callable[[Given], Exercise] = make,
        seed: Callable[[], int] | None = None,
        clock: Callable[[], int] | None = None,
        behind_ms: int = BEHIND_MS,
    ) -> None:
        """Nothing is done. ``builder`` makes the exercise of a text, ``clock`` gives it its milliseconds."""
        super().__init__(look)
        self._motion, self._preferences = motion, preferences
        self._builder, self._clock = builder, clock
        self._seed = seed or (lambda: random.SystemRandom().getrandbits(48))
        self._house: House | None = None
        self._task: Job | None = None
        self._stopping = self._told_start = False
        self._titled: Mapping[str, Answer] = {}
        self._trouble: Trouble | None = None
        self.stage = Stage.NOWHERE
        self.head = StopHead(look)
        self.asking, self.left = Asking(look), LeftAsItIs(look)
        self.rating, self.ending = Rating(look), QuietEnd(look)
        self.showing = Showing(look, motion)
        self._inside = Inside(self.showing)
        self.lines = OwnLines(self._inside)
        self._keeping = Keeping(self._inside.to_keep, beside=self._keep_beside, behind_ms=behind_ms)
        self._ratings, self._leaving = RunRatings(self._keeping), Leaving(self.left)
        self._screens = (self.asking, self.left, self.rating, self.ending, self.showing)
        self._stack = QStackedWidget()
        self._build()

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that is to be seen now."""
        return self.showing.exercise

    @property
    def doing(self) -> ExerciseText | None:
        """What is done now, from the first question to the end."""
        return self._task.text if self._task is not None else None

    def answers(self) -> dict[str, Answer]:
        """What was typed or chosen in it so far, by name."""
        return self._inside.answers()

    def welcome(self, house: House) -> None:
        """A house is open."""
        self._house = house

    def let_go(self) -> None:
        """The house closes: what is unsaved is saved if it can be, and nothing is held any more."""
        self._keeping.try_to_save()
        self._close()
        self._house = None

    def begin(
        self,
        text: ExerciseText,
        words: str,
        *,
        keep: bool = True,
        asked: bool = False,
        answers: Mapping[str, Answer] | None = None,
        sitting: Sitting | None = None,
        within: str = "",
    ) -> None:
        """Begin this exercise on these words, or take up ``sitting``, one that was broken off.

        ``asked``: the person has said that they are OK to play with. ``within`` is the id of a practice's sitting: the
        answers are kept there by whoever hears ``changed``, the ratings by the run; ``keep`` is False then.

        Raises:
            Trouble: it cannot be read whether these words are too heavy to play with; nothing has begun.
        """
        house = self._house
        if house is None or not self._keeping.try_to_save():
            return
        self._close()
        known = {**(answers or {}), **(in_exercise(sitting.answers) if sitting is not None else {})}
        refused = first_not_for(house, text, (words, *lines_in(text, known)))
        self._inside.know(known)
        again = sitting is not None
        self._task = Job(text, words, keep, text.asks and not asked and not again, known, sitting, within)
        self.head.show_title(text.title, minutes_said(text.minutes))
        if refused is not None:
            self._leave_it(refused)
            return
        self._show(self.asking, Stage.ASKING)
        self.asking.ask(text, words, house.exercises.words, asks=self._task.asks)
        self.asking.begin()

    def save(self) -> None:
        """Put what is typed on the disk.

        Raises:
            Trouble: it could not be; it stays where it was typed.
        """
        self._keeping.save()

    def stop(self) -> None:
        """Esc and Stop here: leave at once, without a question. What was typed is kept."""
        if self._task is not None:
            self.stop_quietly()
            self.stopped.emit()

    def stop_quietly(self) -> None:
        """As :meth:`stop`, where something else is to be done here: the window stays where it is.

        What is not on the disk yet stays on the screen.
        """
        self.lines.submit()
        begun = self.stage in (Stage.DOING, Stage.AFTER) and self._task is not None and self._task.keep
        self._stopping = not (self._keeping.end(State.STOPPED) if begun else self._keeping.try_to_save())
        if not self._stopping:
            self._close()

    def arrive(self) -> None:
        """The room was come back to: the focus goes to where one is."""
        there = self._stack.currentWidget()
        if self._task is None:
            return
        if isinstance(there, Screen):
            there.arrive()
        else:
            self.showing.arrive()

    # --------------------------------------------------------------------------------------------- from stage to stage

    def _agreed(self) -> None:
        """Yes: the ratings, where they are wished, and then the exercise."""
        house, task = self._house, self._task
        if house is None or task is None:
            return
        known = self._ratings.know(house, task.within or (task.sitting.id if task.sitting is not None else None))
        if self._preferences.ratings and not known:
            self._show(self.rating, Stage.BEFORE)
            self.rating.ask(house.ratings.words)
        else:
            self._do()

    def _do(self) -> None:
        house, task = self._house, self._task
        if house is None or task is None:
            return
        house.exercises.begun(task.text)
        self.stage = Stage.DOING
        if task.keep:
            self._keeping.open(
                house.sittings, task.text.sat, task.sitting, {LINE: task.words, **self._inside.to_keep()}
            )
        self._keeping.try_to_save()
        given = Given(self._look, task.text, task.words, self._motion.level, dict(task.answers), self._seed())
        known = Known(house, written=task.keep or bool(task.within))
        again = known.was_done(task.text)
        exercise = self._builder(replace(given, clock=self._clock, is_guest=known.is_guest, again=again))
        exercise.changed.connect(self._keeping.change)
        exercise.changed.connect(self.changed)
        exercise.ended.connect(self._over)
        exercise.carried.connect(self._carry)
        self.asking.clear()
        self._show(self.showing, Stage.DOING)
        self.showing.show_exercise(exercise)
        self.lines.open(house, task.text, task.words)
        exercise.shifted.connect(self.lines.look)
        self.showing.tell_trouble(self._trouble)
        self.showing.begin()

    def _over(self) -> None:
        """The exercise has come to its end, or was gone on from."""
        house = self._house
        if house is None or self._task is None or self.stage is not Stage.DOING:
            return
        self.lines.submit()
        self._titled = self.answers() if self._task.keep or self._task.within else {}
        self._keeping.try_to_save()
        if self.exercise is not None and not self.exercise.counts:
            house.exercises.left(self._task.text)
            self._stopping = True
            self._keeping.end(State.STOPPED)
            return
        house.exercises.finished(self._task.text)
        if self._preferences.ratings:
            self._show(self.rating, Stage.AFTER)
            self.rating.ask(house.ratings.words, self._ratings.before)
            self.showing.clear()
        else:
            self._end()

    def _given(self, ratings: Ratings) -> None:
        moment = Moment.BEFORE if self.stage is Stage.BEFORE else Moment.AFTER
        self._ratings.say(moment, ratings)
        if moment is Moment.BEFORE:
            self._do()
        else:
            self._end()

    def _end(self) -> None:
        house, task = self._house, self._task
        if house is None or task is None:
            return
        if task.keep:
            self._keeping.end(State.FINISHED)
        if task.within:  # the practice has an ending of its own
            self._leave()
            return
        self._show(self.ending, Stage.ENDING)
        self.ending.begin(task.text, house.exercises.words)
        self.showing.clear()

    def _leave(self) -> None:
        """Once everything is kept."""
        self._stopping = True
        self._keeping.try_to_save()

    # ------------------------------------------------------------------------------------------ not this one

    def _leave_it(self, refused: str | None = None) -> None:
        """Leave the thought as it is, or the words that the exercise was ``refused`` for; it is over where it went."""
        house, task = self._house, self._task
        if house is None or task is None:
            return
        if self.stage is Stage.DOING:
            self._keeping.end(State.STOPPED) if task.keep else self._keeping.try_to_save()
        self.showing.clear()
        self._show(self.left, Stage.LEFT)
        words = task.words if refused is None else refused
        self._leaving.show(house, words, keep=task.keep or bool(task.within), refused=refused is not None)

    def _carry(self, room: str, thing: object) -> None:
        """To another room; coming back finds the same exercise. What was refused goes nowhere."""
        if self.stage is Stage.DOING:
            self._keeping.try_to_save()
            self.carried.emit(room, thing)

    # ------------------------------------------------------------------------------------------------ keeping

    def _keep_beside(self) -> None:
        """Ratings go with the sitting, and a title that was found to the guests it is for.

        Raises:
            Trouble: they could not be kept.
        """
        house, task = self._house, self._task
        if house is None or task is None:
            return
        own = self._keeping.sitting.id if self._keeping.sitting is not None else None
        self._ratings.keep(house, task.within or own)
        name_guests(house, task.words, self._titled)
        self._titled = {}

    def _told_trouble(self, trouble: Trouble) -> None:
        self._trouble = trouble
        for screen in self._screens:
            screen.tell_trouble(trouble)

    def _all_kept(self) -> None:
        if self._trouble is not None:
            self._trouble = None
            for screen in self._screens:
                screen.tell_trouble(None)
        if self.stage is Stage.DOING and not self._told_start:
            self._told_start = True
            self.started.emit()
        if self._stopping:
            self._close()
            self.done.emit()

    # ------------------------------------------------------------------------------------------------- inside

    def _build(self) -> None:
        for screen in self._screens:
            self._stack.addWidget(screen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.head.stop_asked.connect(self.stop)
        self.asking.agreed.connect(self._agreed)
        for refused in (self.asking.refused, self.lines.refused):
            refused.connect(self._leave_it)
        self.left.wanted.connect(self.wanted)
        self.asking.left_alone.connect(self._leave)
        self.asking.steady_asked.connect(lambda: self.carried.emit("practices", Start(FEET)))
        for asked in (self.asking.lighter_asked, self.left.lighter_asked):
            asked.connect(self._close)
            asked.connect(self.lighter)
        for asked, practice in ((self.left.acknowledge_asked, ACKNOWLEDGE), (self.left.validate_asked, VALIDATE)):
            asked.connect(self._close)
            asked.connect(lambda practice=practice: self.carried.emit("practices", Start(practice)))
        self.rating.card.given.connect(self._given)
        self.showing.stopped.connect(self.stop)
        self.showing.went_on.connect(self._over)
        self.ending.left.connect(self._leave)
        self._keeping.failed.connect(self._told_trouble)
        self._keeping.kept.connect(self._all_kept)

    def _show(self, screen: QWidget, stage: Stage) -> None:
        release_focus(self)
        self.stage = stage
        self.head.setVisible(screen is not self.showing)
        self._stack.setCurrentWidget(screen)

    def _close(self) -> None:
        """Nothing is done, and nothing of it is held."""
        self._keeping.drop()
        self.lines.drop()
        self.showing.clear()
        self.asking.clear()
        self._leaving.drop()
        self.rating.card.clear()
        self._task, self.stage, self._trouble = None, Stage.NOWHERE, None
        self._stopping = self._told_start = False
        self._titled = {}
        self._ratings.drop()
        self._inside.know({})
        for screen in self._screens:
            screen.tell_trouble(None)
