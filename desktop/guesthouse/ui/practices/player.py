"""The player: a practice one step at a time, on a page of its own; it can be left at any moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from guesthouse.domain.errand import Start
from guesthouse.domain.player_words import PlayerWords
from guesthouse.domain.practice import Answer, Answers, Practice, without
from guesthouse.domain.shoulds import Shoulds
from guesthouse.domain.sitting import Length, Sitting, State
from guesthouse.domain.suggestion import FEET
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.parts.hills import OnHills
from guesthouse.ui.parts.stop_head import StopHead
from guesthouse.ui.parts.unasked import comforts_unasked
from guesthouse.ui.practices.closing import Closing
from guesthouse.ui.practices.course import Course
from guesthouse.ui.practices.ending import Ending
from guesthouse.ui.practices.exercising import Exercising, run_of
from guesthouse.ui.practices.facts import length_and_tone, title_of
from guesthouse.ui.practices.keeping import Keeping
from guesthouse.ui.practices.screen import Screen
from guesthouse.ui.practices.submitting import Submitting, refusal
from guesthouse.ui.practices.times import AS_USUAL, Bell, Times, local_now
from guesthouse.ui.practices.unwell import Minute, Notice, Plainer
from guesthouse.ui.practices.upset import Upset
from guesthouse.ui.practices.whereabouts import Place, Whereabouts, noted
from guesthouse.ui.steps.around import Around
from guesthouse.ui.steps.choosing import ChooseStep

if TYPE_CHECKING:
    from guesthouse.house import House

START = "start"


class Player(OnHills):
    """Shows one practice at a time, and keeps what is written as it is typed.

    What could not be written stays on the screen, also after ``stopped``: it is tried again, and ``ended`` comes when
    it is in the file.
    """

    ended = Signal()  # the ending is over: back to the library
    stopped = Signal()  # left with Esc or Stop here: the window goes to the grounding page
    carried = Signal(str, object)
    wanted = Signal(str)
    opened = Signal(str)  # another practice is to be opened, by its id

    def __init__(
        self,
        look: Look,
        preferences: Preferences,
        words: PlayerWords,
        sounds: Bell | None = None,
        *,
        motion: Motion | None = None,
        rules: Shoulds | None = None,
        clock: Callable[[], datetime] = local_now,
        times: Times = AS_USUAL,
    ) -> None:
        """Nothing is played. ``motion`` is what the window goes by; ``rules`` are those of the should-finder."""
        super().__init__(look)
        self._preferences, self._words, self._sounds = preferences, words, sounds
        self._motion = motion or Motion(preferences)
        self._house: House | None = None
        self._practice: Practice | None = None
        self._length = Length.SHORT
        self._at = 0
        self._waiting: Place | None = None
        self._stopping = False
        self._trouble: Trouble | None = None
        self.header = StopHead(look)
        self.course = Course(look)
        self.ending = Ending(look, words.ending)
        self._stack = QStackedWidget()
        self._keeping = Keeping(partial(_answers, self), behind_ms=times.behind)
        self.submitting = Submitting(self._keeping)
        self.exercising = Exercising(partial(run_of, look, self._motion, preferences), self._stack, self._keeping)
        self.minute = Minute(look, words.unwell, minute_ms=times.minute)
        self.plainer = Plainer(look, words.unwell)
        self.notice = Notice(look)
        self._closing = Closing(self.ending, self._keeping, words.ending)
        self._upset = Upset(self.minute, self.plainer, self._keeping, clock)
        self._around = partial(
            Around,
            look=look,
            motion=self._motion,
            preferences=preferences,
            words=words.between,
            rules=rules,
            second_ms=times.second,
        )
        self._lay_out()
        self._wire()

    @property
    def playing(self) -> Practice | None:
        """What is played now, as far as it has not been left."""
        return self._practice

    @property
    def whereabouts(self) -> Whereabouts | None:
        """Where one is now, to be gone on with after a lock."""
        return noted(self._practice, self._keeping.sitting, self._length, self._waiting)

    def welcome(self, house: House) -> None:
        """A house is open."""
        self._house = house

    def let_go(self) -> None:
        """The house closes: what is unsaved is saved if it can be, and nothing is held any more."""
        self._keeping.try_to_save()
        self._close()
        self._house = None

    def play(
        self,
        practice: Practice,
        *,
        length: Length = Length.SHORT,
        answers: Answers | None = None,
        sitting: Sitting | None = None,
        waiting: Place | None = None,
    ) -> None:
        """Begin this one, with what is known already filled in, or take up a sitting that was broken off.

        Its ending leads back to where one was ``waiting``.
        """
        house = self._house
        if house is None or not self._keeping.try_to_save():
            return
        self.submitting.now()
        self._close()
        able = without(practice, house.wishes.off())
        self._practice, self._length, self._waiting = able or practice, length, waiting
        self.header.show_title(title_of(practice), length_and_tone(practice))
        if able is None:
            self._show(self.notice)
            self.notice.begin(self._words.between.senses, self._words.between.senses_note)
            return
        self._keeping.open(house.sittings, practice, sitting, answers or {})
        self.submitting.begin(practice, sitting.step if sitting is not None else 0)
        self._go_to(sitting.step if sitting is not None else 0)

    def save(self) -> None:
        """Put what is written on the disk.

        Raises:
            Trouble: it could not be; it stays in the fields.
        """
        self._keeping.save()

    def stop(self) -> None:
        """Esc and Stop here: leave at once. What is written is kept."""
        if self.exercising.going:
            self.exercising.stop()
        elif self._practice is not None:
            self._stop()

    def _stop(self) -> None:
        self.submitting.now()
        self._stopping = not self._keeping.end(State.STOPPED)
        if not self._stopping:
            self._close()
        self.stopped.emit()

    def arrive(self) -> None:
        """The room was come back to: the focus goes to where one is."""
        there = self._stack.currentWidget()
        if self.exercising.going:
            self.exercising.arrive()
        elif self._practice is not None and isinstance(there, Screen):
            there.arrive()

    def _lay_out(self) -> None:
        for screen in (self.course, self.ending, self.minute, self.plainer, self.notice):
            self._stack.addWidget(screen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self.course.after = [self.header.stop]

    def _wire(self) -> None:
        self.header.stop_asked.connect(self.stop)
        course, ending = self.course, self.ending
        course.next_asked.connect(self._next)
        course.back_asked.connect(self._back)
        course.carried.connect(lambda *_: self._keeping.try_to_save())  # coming back finds the same step
        course.carried.connect(self.carried)
        course.steady_wanted.connect(self._steady)
        exercising = self.exercising
        course.exercise_wanted.connect(exercising.begin)
        exercising.begun.connect(self.header.hide)
        exercising.refused.connect(course.say_once)
        exercising.led.connect(self._go_to)
        exercising.stopped.connect(self._stop)
        exercising.steady.connect(self._steady)
        exercising.left_for.connect(partial(self._lead_to, at_once=True))
        exercising.carried.connect(self.carried)
        exercising.wanted.connect(self.wanted)
        self._closing.carried.connect(self.carried)
        ending.support_asked.connect(lambda: self.wanted.emit("support"))
        ending.left.connect(self._leave)
        for screen in (course, ending):
            screen.changed.connect(self._keeping.change)
            screen.unwell_asked.connect(self._unwell)
        self.minute.next_asked.connect(self._next)
        self.plainer.tried.connect(partial(self._lead_to, at_once=True))
        for aside in (self.plainer, self.notice):
            aside.left.connect(self._leave)
        self._keeping.failed.connect(self._told_trouble)
        self._keeping.kept.connect(self._all_kept)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Alt+Right"):
            _on(self, keys, self._next)
        _on(self, "Alt+Left", self._back)

    def _go_to(self, step: int) -> None:
        """Show this step; after the last comes the ending. Where it stands is in the file from now on."""
        house, practice = self._house, self._practice
        if house is None or practice is None:
            return
        self._at = max(0, step)
        self.submitting.now()
        self._keeping.at(self._at)
        if refused := refusal(house, practice, self._keeping.answers):
            self._keeping.end(State.STOPPED)
            self.course.clear()
            self._show(self.notice)
            self.notice.begin(*refused)
            return
        if self._at >= len(practice.steps):
            self._end(house, practice)
            return
        self._keeping.try_to_save()
        self.exercising.stand_at(house, practice, self._at)
        around = self._around(
            vocabulary=house.noticings.words,
            practice=practice,
            length=self._length,
            answers=self._keeping.answers,
            comforts=lambda shelf: comforts_unasked(house, house.kit.on(shelf)),
            standings=house.practices.standings,
            judge=lambda one, verdict: self._keeping.attempt(partial(house.practices.judge, one, verdict)),
        )
        self.course.show_step(self._at, around)
        self._show(self.course)
        self.course.arrive()

    def _end(self, house: House, practice: Practice) -> None:
        self._keeping.end(State.FINISHED)
        self.course.clear()
        self._show(self.ending)
        place = self._waiting
        back = self.tr("Back to “{title}”").format(title=place.practice.title) if place is not None else ""
        self._closing.begin(house, practice, back=back)
        if self._preferences.chime and self._sounds is not None:
            self._sounds.ring()

    def _next(self) -> None:
        """One step on, or where what was chosen leads."""
        there, house, practice = self._stack.currentWidget(), self._house, self._practice
        if house is None or practice is None:
            return
        if there is self.minute:
            self._show(self.plainer)
            self._upset.offer(house, practice)
        elif there is self.course:
            view = self.course.view
            goes = view.leads() if isinstance(view, ChooseStep) else ""
            if goes:
                self._lead_to(goes)
            else:
                self._go_to(self._at + 1)

    def _back(self) -> None:
        if self._stack.currentWidget() is self.course and self._at > 0:
            self._go_to(self._at - 1)

    def _lead_to(self, goes: str, *, at_once: bool = False) -> None:
        """To the first step again, where the choice is open once more, or to another practice.

        That one begins ``at_once`` where it was said what it is and how long it takes.
        """
        if goes == START:
            view = self.course.view
            if view is not None:
                self._go_to(0)
                self._keeping.answers[view.step.key] = ""
                self._keeping.change()
        elif self._keeping.end(State.STOPPED):
            self.submitting.now()
            self._close()
            if at_once:
                self.carried.emit("practices", Start(goes))
            else:
                self.opened.emit(goes)

    def _steady(self) -> None:
        """Feet and floor first; its ending leads back to where one was."""
        house, practice = self._house, self._practice
        feet = house.practices.one(FEET) if house is not None else None
        if feet is None or practice is None or not self._keeping.try_to_save() or self._keeping.sitting is None:
            return
        self.play(feet, waiting=Place(practice, self._keeping.sitting.id, self._length))

    def _unwell(self) -> None:
        house, practice = self._house, self._practice
        if house is not None and practice is not None:
            self._waiting = None
            self.submitting.now()
            self._show(self.minute)
            self.course.clear()
            self._upset.begin(house, practice)

    def _leave(self) -> None:
        """The ending is over: back to where one was, or to the library."""
        house, place = self._house, self._waiting
        if not self._keeping.try_to_save():
            return
        self.submitting.now()
        self._close()
        sitting = house.sittings.one(place.sitting) if house is not None and place is not None else None
        if place is not None and sitting is not None:
            self.play(place.practice, length=place.length, sitting=sitting)
        else:
            self.ended.emit()

    def _told_trouble(self, trouble: Trouble) -> None:
        self._trouble = trouble
        there = self._stack.currentWidget()
        if isinstance(there, Screen):
            there.tell_trouble(trouble)

    def _all_kept(self) -> None:
        self._trouble = None
        for screen in (self.course, self.ending, self.minute, self.plainer):
            screen.tell_trouble(None)
        if self._stopping:
            self._close()
            self.ended.emit()

    def _show(self, screen: Screen) -> None:
        self.header.show()
        screen.tell_trouble(self._trouble)
        self._stack.setCurrentWidget(screen)

    def _close(self) -> None:
        """Nothing is played, and nothing of it is held."""
        self._keeping.drop()
        self.submitting.forget()
        self.exercising.let_go()
        self._closing.let_go()
        self.course.settle()
        self.course.forget()
        self.ending.clear()
        self.plainer.clear()
        self.header.forget()
        self._practice, self._waiting, self._stopping, self._at = None, None, False, 0
        self._trouble = None


def _answers(player: Player) -> dict[str, Answer]:
    """What stands in the fields that are shown."""
    if player.exercising.going:
        return player.exercising.answers()
    return player.ending.answers() if player.ending.isVisibleTo(player) else player.course.answers()


def _on(widget: QWidget, keys: str, verb: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(verb)
