"""An exercise inside a practice: it takes the place of the steps, and then the practice goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from guesthouse.domain.errand import Start
from guesthouse.domain.exercise import ExerciseText
from guesthouse.domain.practice import Answer, Answers, Kind, Practice, Step, said
from guesthouse.domain.suggestion import FEET
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.fitting import is_for
from guesthouse.ui.parts.turning import turn_to
from guesthouse.ui.practices.keeping import Keeping

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.exercises.run import ExerciseRun


SEVERAL = {"bus": "passengers", "popups": "popups"}
"""Exercises on several thoughts, and what those after the first are called in them. A practice has them one a line."""


class Exercising(QObject):
    """The run of one exercise, kept in the sitting of the practice it belongs to.

    What is typed in it stands there under the exercise's id, a stop and the name it has in it; what of that is to be
    read again, in the journal as well, under the key of the step.
    """

    begun = Signal()  # it is shown now
    refused = Signal()  # it cannot be done now: a gated one was done in this visit already
    led = Signal(int)  # it was done, or another line is wanted: to the step with this number
    stopped = Signal()  # left with Esc or Stop here
    steady = Signal()  # feet and floor first
    left_for = Signal(str)  # another practice fits better, by its id
    carried = Signal(str, object)
    wanted = Signal(str)

    def __init__(self, build: Callable[[], ExerciseRun], stack: QStackedWidget, keeping: Keeping) -> None:
        """``build`` makes the run when one is first done, and ``stack`` shows it."""
        super().__init__()
        self._build, self._stack, self._keeping = build, stack, keeping
        self._run: ExerciseRun | None = None
        self._house: House | None = None
        self._practice: Practice | None = None
        self._at = 0
        self._step: Step | None = None
        self._text: ExerciseText | None = None

    @property
    def going(self) -> bool:
        """Whether one is done now."""
        return self._step is not None

    @property
    def run(self) -> ExerciseRun | None:
        """What shows it, once there was one."""
        return self._run

    def answers(self) -> dict[str, Answer]:
        """What was typed or chosen in the one that is done now, as the practice keeps it."""
        run, step, text = self._run, self._step, self._text
        if run is None or step is None or text is None:
            return {}
        typed = run.answers()
        found: dict[str, Answer] = {f"{text.id}.{name}": answer for name, answer in typed.items()}
        if step.key:
            words = [said(typed[name]).strip() for name in text.written if name in typed]
            found[step.key] = "\n".join(word for word in words if word)
        return found

    def stand_at(self, house: House, practice: Practice, at: int) -> None:
        """The practice stands at this step now (from 0)."""
        self._house, self._practice, self._at = house, practice, at

    def begin(self) -> None:
        """Do the exercise of this step, on what was answered before; what was typed in it before is there again."""
        house, practice = self._house, self._practice
        if house is None or practice is None:
            return
        step = practice.steps[self._at]
        text = house.exercises.one(step.scene)
        self._keeping.gather()
        if text is None or text not in house.exercises.offered():
            self.refused.emit()
            return
        if not self._keeping.try_to_save() or self._keeping.sitting is None:
            return
        answers = dict(self._keeping.answers)
        own = {
            key.removeprefix(f"{text.id}."): value for key, value in answers.items() if key.startswith(f"{text.id}.")
        }
        words, others = parted(house, text, said(answers.get(step.carries, "")) if step.carries else "")
        run = self._made()
        run.welcome(house)
        self._step, self._text = step, text
        turn_to(self._stack, run)
        self.begun.emit()
        run.begin(
            text,
            words,
            keep=False,
            asked=agreed(practice, answers),
            answers={**answers, **others, **own},
            within=self._keeping.sitting.id,
        )

    def stop(self) -> None:
        """Esc."""
        if self._run is not None:
            self._run.stop()

    def arrive(self) -> None:
        """The room was come back to."""
        if self._run is not None:
            self._run.arrive()

    def let_go(self) -> None:
        """Nothing is done, and nothing of it is held."""
        self._step = self._text = self._house = self._practice = None
        if self._run is not None:
            self._run.let_go()

    def _made(self) -> ExerciseRun:
        if self._run is None:
            run = self._run = self._build()
            self._stack.addWidget(run)
            run.changed.connect(self._typed)
            run.done.connect(self._done)
            run.stopped.connect(self._stopped)
            run.lighter.connect(self._lighten)
            run.carried.connect(self._carry)
            run.wanted.connect(self.wanted)
        return self._run

    def _typed(self) -> None:
        """Taken at once: when it is left there is nothing to read any more."""
        self._keeping.gather()
        self._keeping.change()

    def _done(self) -> None:
        if self._step is not None:
            self._close()
            self.led.emit(self._at + 1)

    def _stopped(self) -> None:
        if self._step is not None:
            self._close()
            self.stopped.emit()

    def _lighten(self) -> None:
        if self._step is not None and self._practice is not None:
            key = self._step.carries
            typed = (number for number, step in enumerate(self._practice.steps) if key and step.key == key)
            self._close()
            self.led.emit(next(typed, self._at))

    def _carry(self, room: str, thing: object) -> None:
        if not isinstance(thing, Start):
            self.carried.emit(room, thing)
            return
        self._close()
        if thing.practice == FEET:
            self.steady.emit()
        else:
            self.left_for.emit(thing.practice)

    def _close(self) -> None:
        self._step = self._text = None


def run_of(look: Look, motion: Motion, preferences: Preferences) -> ExerciseRun:
    """A run; brought in when one is first done."""
    from guesthouse.ui.exercises.run import ExerciseRun

    return ExerciseRun(look, motion, preferences)


def agreed(practice: Practice, answers: Answers) -> bool:
    """Whether the practice has asked if these words are OK to play with, and was told yes: the first option."""
    first = practice.steps[0] if practice.steps else None
    if not practice.playful or first is None or first.kind is not Kind.CHOOSE or not first.options:
        return False
    return said(answers.get(first.key, "")) == first.options[0].text


def parted(house: House, text: ExerciseText, words: str) -> tuple[str, Answers]:
    """The first of several thoughts, and the others as the exercise knows them; one that is no play comes alone."""
    lines = [line for line in words.split("\n") if line.strip()]
    if text.id not in SEVERAL or len(lines) < 2:
        return words, {}
    for each in (*lines, words):
        if not is_for(house, text, each):
            return each, {}
    return lines[0], {SEVERAL[text.id]: lines[1:]}
