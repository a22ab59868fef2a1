"""Word exercises: a thought and an exercise are chosen here, and the run around it is the rest of the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from guesthouse.domain.errand import Reopen, Start, Take
from guesthouse.domain.exercise import LINE, OTHER_WAYS
from guesthouse.domain.heavy_kinds import PLAIN
from guesthouse.domain.thought import is_blank
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.qt.voice import Voice, words_of
from guesthouse.ui.exercises.chooser import Chooser
from guesthouse.ui.exercises.drafting import Drafting, show_held
from guesthouse.ui.exercises.fitting import Way, kind_of
from guesthouse.ui.exercises.portrait import retold
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.stages import Stage
from guesthouse.ui.exercises.thought_card import MOST_GUESTS
from guesthouse.ui.pages.page import Page
from guesthouse.ui.parts.submitted import Submitted
from guesthouse.ui.parts.turning import turn_to
from guesthouse.ui.parts.unasked import guests_unasked
from guesthouse.ui.practices.erasing import erase_time
from guesthouse.ui.practices.retelling import as_entry

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes

VISITORS = "visitors"
WAYS: dict[str, tuple[str, Start | None]] = {
    Way.SUPPORT: ("support", None),
    Way.STEADY: ("grounding", None),
    Way.ACKNOWLEDGE: ("practices", Start(OTHER_WAYS[0])),
    Way.VALIDATE: ("practices", Start(OTHER_WAYS[1])),
}
"""Where each way leads, and what is begun there."""

PAUSE_MS = 80
"""So long after the last letter it is looked at whether the thought is one to play with."""

SETTLED = (Stage.NOWHERE, Stage.ASKING, Stage.LEFT, Stage.ENDING)
"""Where another thought may take the place of the one there."""

BEGUN = (Stage.BEFORE, Stage.DOING, Stage.AFTER)
"""Where something would be lost of what is written down nowhere."""


def local_now() -> datetime:
    """The time here."""
    return datetime.now().astimezone()


class ExercisesPage(Page):
    """What is done is found where it was left."""

    name = "exercises"

    def __init__(
        self,
        *,
        look: Look,
        motion: Motion,
        preferences: Preferences,
        voice: Voice,
        clock: Callable[[], datetime] = local_now,
        pause_ms: int = PAUSE_MS,
        behind_ms: int = BEHIND_MS,
        run: Callable[[], ExerciseRun] | None = None,
    ) -> None:
        """``run`` makes the run, once something is first begun."""
        super().__init__()
        self._preferences, self._voice = preferences, voice
        self._house: House | None = None
        self._run: ExerciseRun | None = None
        self._from_field = self._unread = False
        self._was_open, self._unwritten = "", False
        self._submitted = Submitted()
        self._build_run = run or partial(ExerciseRun, look, motion, preferences, behind_ms=behind_ms)
        self.chooser = Chooser(look, clock)
        self.drafting = Drafting(self.chooser.thought.to_keep, behind_ms=behind_ms)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.chooser.thought.set_keep_by_default(preferences.keep_by_default)
        self._wire()

    @property
    def run(self) -> ExerciseRun:
        """Built when something is first begun: the room opens sooner without."""
        if self._run is None:
            run = self._run = self._build_run()
            run.done.connect(self._back_to_list)
            run.stopped.connect(self._stopped)
            run.lighter.connect(self._back_to_list)
            run.started.connect(self._started)
            run.carried.connect(self._carry)
            run.wanted.connect(self.wanted)
            run.lines.submitted.written.connect(self.written)
            if self._house is not None:
                run.welcome(self._house)
            self._stack.addWidget(run)
        return self._run

    def welcome(self, house: House) -> None:
        """Show this house's exercises; what was half-typed last time is in the field again."""
        self._house = house
        self.drafting.open(house.exercises)
        thought = self.chooser.thought
        thought.offer(lambda: guests_unasked(house, MOST_GUESTS))
        draft = house.exercises.draft()
        waits = bool(draft) and not house.heavy.may_come_unasked(draft)
        thought.began.setVisible(waits)
        if waits:
            self.drafting.hold_back(draft)
        elif draft and not thought.words():
            thought.unwritten_box.setChecked(False)  # what is on the disk was to be written down
            thought.field.set_words(draft)
            self._submitted.know({"thought": draft})
        self.chooser.open_house(house)
        self.chooser.open_exercise(self._was_open)
        self._was_open = ""
        if self._run is not None:
            self._run.welcome(house)

    def save(self) -> None:
        """What is typed is on the disk, unless it must not be.

        Raises:
            Trouble: it could not be written; it stays where it was typed.
        """
        try:
            if self._run is not None:
                self._run.save()
        finally:
            self.drafting.save()

    def leave(self) -> None:
        """Another room is gone to: what is typed is on the disk, and submitted."""
        self.save()
        self._submitted.tell({"thought": self.chooser.thought.words()})
        if self._run is not None:
            self._run.lines.submit()

    def let_go(self) -> None:
        """Close everything, and hold nobody's words. What was being done is offered to be taken up again."""
        if self.chooser.opened is not None:
            self._was_open = self.chooser.opened.id
        self._house = None
        self._pause.stop()
        self._stack.setCurrentWidget(self.chooser)
        if self._run is not None:
            self._run.let_go()
        self.drafting.open(None)
        self._submitted.forget()
        self.chooser.thought.began.hide()
        self.chooser.thought.offer(lambda: ())
        self.chooser.thought.empty()
        self.chooser.open_house(None)

    def drops(self) -> bool:
        """Whether a thought, or an exercise on one, is written down nowhere."""
        thought = self.chooser.thought
        half_typed = not thought.keeps and not is_blank(thought.words())
        return half_typed or (self._run is not None and self._unwritten and self._run.stage in BEGUN)

    def refresh(self, changes: Changes | None) -> None:
        """Practices that were done elsewhere can open an exercise, a guest that was forgotten takes its mark along.

        Nothing is read while an exercise is done: leaving it takes no longer than a frame, and the list is read then.
        """
        seen = self._stack.currentWidget() is self.chooser
        if seen and self._house is not None and (changes is None or changes.practices or changes.guests):
            self.chooser.read()

    def arrive(self) -> None:
        """Where one was: in an exercise, or where one types the thought."""
        if self._unread and self._house is not None:
            self._unread = False
            self.chooser.read()
        if self._stack.currentWidget() is self._run:
            self.run.arrive()
        else:
            self.chooser.go_to_thought()

    def stop(self) -> None:
        """Esc leaves what is done; from the list it leads back to the visitors."""
        if self._stack.currentWidget() is self._run:
            self.run.stop()
        elif not self.chooser.step_back():
            self.wanted.emit(VISITORS)

    def receive(self, thing: object) -> None:
        """A thought to look at, and perhaps an exercise; what is going on stays, and the thought waits in the field.

        Without a thought one is where one was, also before an exercise: feet and floor came first, and now it is.
        """
        if not isinstance(thing, Take) or self._house is None:
            return
        thought = self.chooser.thought
        if not is_blank(thing.words):
            if not thing.keep:
                thought.unwritten_box.setChecked(True)
            thought.put(thing.words)
        where_one_was = is_blank(thing.words) and not thing.exercise
        settled = self._run is not None and self._run.doing is not None and self._run.stage in SETTLED
        if settled and not (where_one_was and self.run.stage is Stage.ASKING):
            self.run.stop_quietly()
            self._stack.setCurrentWidget(self.chooser)
        self.chooser.read() if is_blank(thing.words) else self.chooser.submit()
        if thing.exercise:
            self.chooser.open_exercise(thing.exercise)
        self.arrive()

    def _wire(self) -> None:
        chooser, thought = self.chooser, self.chooser.thought
        chooser.begin_asked.connect(self._begin)
        chooser.take_up_asked.connect(self._take_up)
        chooser.leave_asked.connect(self._leave_it)
        chooser.back_asked.connect(lambda: self.wanted.emit(VISITORS))
        history = chooser.portrait.history
        history.erase_asked.connect(self._erase)
        history.keep_asked.connect(self._keep_in_journal)
        history.entry_asked.connect(lambda entry: self.carried.emit("journal", Reopen(entry)))
        thought.edited.connect(self._typed)
        thought.unwritten.connect(self._written_or_not)
        thought.mark_taken_back.connect(self._take_mark_back)
        thought.began_asked.connect(partial(show_held, self.drafting, thought))
        thought.way_asked.connect(partial(_go_way, self))
        self._submitted.written.connect(self.written)
        self._pause.timeout.connect(chooser.read)
        self.drafting.failed.connect(lambda trouble: thought.say(" ".join(words_of(trouble))))
        self._preferences.changed.connect(self._preference_changed)

    # ----------------------------------------------------------------------------------------------- the thought

    def _typed(self) -> None:
        self._pause.start()
        if self.chooser.thought.keeps:
            self.drafting.change()

    def _written_or_not(self, unwritten: bool) -> None:
        """What must not be written is erased at once."""
        self.drafting.change()
        if unwritten:
            self.drafting.try_to_save()

    def _take_mark_back(self) -> None:
        house = self._house
        if house is not None:
            house.heavy.unmark(self.chooser.thought.words())
            self.chooser.read()
            self.chooser.thought.field.setFocus()

    def _preference_changed(self, name: str) -> None:
        if name == "keep_by_default" and not self.chooser.thought.words():
            self.chooser.thought.set_keep_by_default(self._preferences.keep_by_default)

    # ---------------------------------------------------------------------------------------------- what one does

    def _begin(self) -> None:
        house, text, thought = self._house, self.chooser.opened, self.chooser.thought
        if house is None or text is None:
            return
        if not thought.ready(house.exercises.words.empty):
            told = thought.told.text()
            self.chooser.go_to_thought()
            thought.say(told)
            return
        self._pause.stop()
        self._submitted.tell({"thought": thought.words()})
        self.chooser.submit()
        if self.chooser.opened is not text:  # it is not offered for this thought
            self.chooser.go_to_thought()
            return
        turn_to(self._stack, self.run)
        self._from_field = True
        self._unwritten = not thought.keeps
        self.run.begin(text, thought.words(), keep=thought.keeps)

    def _take_up(self) -> None:
        house = self._house
        going = house.sittings.going_exercise() if house is not None else None
        text = house.exercises.one(going.practice) if house is not None and going is not None else None
        if going is None or text is None:
            return
        turn_to(self._stack, self.run)
        self._from_field = self._unwritten = False
        self.run.begin(text, str(going.answers.get(LINE, "")), sitting=going)

    def _leave_it(self) -> None:
        house = self._house
        going = house.sittings.going_exercise() if house is not None else None
        if house is not None and going is not None:
            house.sittings.stop(going.id, origin=self)
        self.chooser.read()
        self.chooser.go_to_thought()

    def _started(self) -> None:
        """The thought is in the exercise now, and no longer in the field."""
        house, thought = self._house, self.chooser.thought
        if house is None or not self._from_field:
            return
        thought.empty()
        self._pause.stop()
        try:
            self.drafting.done()
        except Trouble:
            self.drafting.change()  # an empty field is no draft: it is tried again

    def _back_to_list(self) -> None:
        turn_to(self._stack, self.chooser)
        self.chooser.read()
        self.chooser.go_to_thought()
        words = self.chooser.thought.words()
        if self._house is None or kind_of(self._house, words) not in PLAIN:  # these are to be gone on with
            self.chooser.thought.field.selectAll()

    def _stopped(self) -> None:
        if self.run.doing is None:  # else something is not on the disk yet, and stays on the screen
            self._stack.setCurrentWidget(self.chooser)
        self._unread = True
        self.stopped.emit()

    def _carry(self, room: str, thing: object) -> None:
        if self.run.doing is None:
            self._stack.setCurrentWidget(self.chooser)
            self.chooser.read()
        self.carried.emit(room, thing)

    # ------------------------------------------------------------------------------------------ the times before

    def _erase(self, sitting_id: str) -> None:
        if self._house is not None and erase_time(self._house, self._voice, sitting_id, self):
            self.chooser.read()
            self.chooser.portrait.start.setFocus()

    def _keep_in_journal(self, sitting_id: str) -> None:
        house, text = self._house, self.chooser.opened
        sitting = house.sittings.one(sitting_id) if house is not None else None
        if house is None or text is None or sitting is None:
            return
        house.sittings.keep_in_journal(sitting_id, text.title, as_entry(retold(text, sitting)), origin=self)
        self.chooser.read()
        self.chooser.portrait.history.go_to(sitting_id)


def _go_way(page: ExercisesPage, way: str) -> None:
    room, thing = WAYS[way]
    if thing is None:
        page.wanted.emit(room)
    else:
        page.carried.emit(room, thing)
