"""The Visitors room: the canvas, full bleed, with the door to let a thought in and the few controls there are."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from guesthouse.domain.errand import Watch
from guesthouse.domain.places import Places
from guesthouse.domain.thought import Wording
from guesthouse.domain.visit import Departure
from guesthouse.domain.watching import WatchingText
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.conductor import monotonic_clock
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.canvas.stage import Stage
from guesthouse.ui.pages.page import HOME, Page
from guesthouse.ui.pages.visitors_bars import Bars
from guesthouse.ui.visitors.below import DRIFTED_KEYS
from guesthouse.ui.visitors.lasting import Lasting
from guesthouse.ui.visitors.moving import Moving
from guesthouse.ui.visitors.rating import Rating
from guesthouse.ui.visitors.register import Register, together

if TYPE_CHECKING:
    from guesthouse.domain.shoulds import Shoulds
    from guesthouse.house import House


class VisitorsPage(Page):
    """Thoughts come in here as visitors, stay as long as they stay, and leave in their own time."""

    name = "visitors"
    stopped = Signal()

    def __init__(
        self,
        *,
        look: Look,
        preferences: Preferences,
        motion: Motion,
        places: Places,
        sprites: Sprites,
        words: WatchingText,
        rules: Callable[[], Shoulds] | None = None,
        seed: Callable[[], int] | None = None,
        clock: Callable[[], int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """A canvas without a house: nothing can be let in until :meth:`welcome`.

        ``rules`` gives those of the should-finder; it is asked once somebody has written something.
        """
        super().__init__(parent)
        self._preferences = preferences
        self._places = places
        self._scene = places.scene(preferences.scene)
        self._left_with = ""
        self.register = Register(self)
        own_seed = seed or (lambda: random.SystemRandom().getrandbits(48))
        self.stage = Stage(self._scene, sprites, look, own_seed, self, clock=clock)
        conductor = self.stage.conductor
        self.bars = Bars(look, self, self.stage, places.titles, words)
        self.rating = Rating(look, self)
        self.lasting = Lasting(lambda: conductor.running and not self.rating.asks, clock or monotonic_clock(), self)
        self.controls, self.door, self.way_back = self.bars.controls, self.bars.door, self.bars.way_back
        if rules is not None:
            self.door.mark_shoulds(rules, preferences)
        Moving(motion, self.stage, self.controls.still_button)
        self.controls.still_button.toggled.connect(self.bars.arrange)
        self._wire()
        self._begin(_wording(preferences.wording))

    def welcome(self, house: House) -> None:
        """Thoughts can come in; what was half-typed is in the field again, and who was here stands where it stood."""
        self.register.open(house.visitors, house.heavy)
        self.rating.open(house.ratings)
        self.stage.absence.end(self.register.go_on(self.stage.absence.visits), self.register.stays_plain)
        if not self.stage.callers.rowCount():
            self.lasting.end()
        draft = self.register.draft()
        if draft and not self.door.field.words():
            self.door.unwritten_box.setChecked(False)  # what is on the disk was to be written down
            self.door.set_words(draft)
            self._left_with = draft
        self.door.below.offer_began(self.register.holds_back)

    def save(self) -> None:
        """What is half-typed is kept, unless it must not be.

        Raises:
            Trouble: it could not be; it stays in the field.
        """
        words = self.door.unsaved()
        if words is not None and self.register.keep_draft(words):
            self.door.saved()

    def let_go(self) -> None:
        """The house closes: no words stay on the page. Who is written down comes back where it is opened again.

        A visit ends by the house, or goes on there.
        """
        self.stage.absence.begin()
        self.bars.above.notice.leave()
        self.register.close()  # first: an empty field is no draft to be kept, nor one to be erased
        self.door.taken()
        self.door.below.offer_began(False)
        self._left_with = ""
        self.rating.close()

    def drops(self) -> bool:
        """Whether what is half-typed, or somebody who is here, is written down nowhere."""
        unwritten = any(caller.visit_id is None for caller in self.stage.callers.everyone())
        return unwritten or self.door.half_unwritten

    def lead_to(self, *, exercises: bool, explainer: bool) -> None:
        """Which of these rooms there are, to be gone to from here."""
        self.controls.lead_to(exercises=exercises, explainer=explainer)
        self.bars.arrange()

    def arrive(self) -> None:
        """Typing starts in the field. An errand to another scene is over once nobody is here and nothing waits."""
        if self.bars.time_is_up.isVisible():
            self.bars.time_is_up.come()
            return
        if not self.stage.callers.rowCount() and not self.way_back.waits:
            self._watch(self._preferences.scene)
        self.door.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Another page is gone to: what is half-typed is kept, and counts as said.

        Raises:
            Trouble: it could not be kept; it stays in the field.
        """
        self.save()
        words = self.door.half_typed
        if words and words != self._left_with:
            self.written.emit(words)
        self._left_with = words

    def receive(self, thing: object) -> None:
        """A sentence from elsewhere comes in; what is half-typed in the field stays there. A practice may wait."""
        if isinstance(thing, Watch) and thing.scene:
            self._watch(thing.scene)
        words = thing.words if isinstance(thing, Watch) else thing
        if isinstance(words, str) and words.strip():
            self._admit(words, keep=self._preferences.keep_by_default)
        if isinstance(thing, Watch):
            self.way_back.wait()
            self.bars.arrange()

    def stop(self) -> None:
        """End the visit and go to the grounding page; Esc first closes an open card."""
        if self.stage.whole.isVisible():
            self.stage.whole.hide()
            return
        self._end(Departure.STOPPED)
        self.stopped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed while a visitor has the focus goes to the field."""
        letter = event.text().isprintable() and event.text()
        if letter and self.door.isVisible() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.door.field.setFocus()
            self.door.field.insertPlainText(event.text())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The canvas fills the page; the bars float over it."""
        super().resizeEvent(event)
        self.rating.sheet.setGeometry(self.rect())
        self.bars.place()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile has its place."""
        super().showEvent(event)
        self.bars.place()

    def _wire(self) -> None:
        self.door.thought.connect(self._let_in)
        self.door.due.connect(partial(_keep_draft, self))
        self.door.unwritten.connect(self.register.drop_draft)
        self.door.field.textChanged.connect(self.lasting.writing)
        self.door.below.drifted.connect(self.bars.say_back)
        self.door.below.began_asked.connect(self._go_on)
        QShortcut(QKeySequence(DRIFTED_KEYS), self).activated.connect(self.bars.say_back)
        self.register.troubled.connect(self.door.tell)
        self.way_back.asked.connect(lambda: self.wanted.emit("practices"))
        self.stage.left.connect(lambda callers: self.register.see_off(callers, Departure.OVER_THE_HILL))
        self.stage.conductor.moved.connect(self.lasting.look)
        self.lasting.over.connect(self.bars.end_quietly)
        self.bars.time_is_up.done.connect(self._done)
        for asked in (self.bars.attending.another_way, self.controls.exercises):
            asked.connect(lambda: self.carried.emit("exercises", self.bars.attending.taken()))
        self.bars.attending.support.connect(lambda: self.wanted.emit("support"))
        self.bars.attending.rated.connect(self.rating.ask)
        self.rating.opened.connect(self.lasting.look)  # what is asked is no time of watching
        self.rating.opened.connect(self.bars.put_away)
        self.rating.closed.connect(lambda: self.stage.here.setFocus(Qt.FocusReason.OtherFocusReason))
        self.rating.troubled.connect(self.door.tell)
        self._preferences.changed.connect(self._preference_changed)
        controls = self.controls
        controls.scene.connect(self._scene_chosen)
        controls.wording.connect(self._wording_chosen)
        controls.length.connect(self._length_chosen)
        controls.explainer.connect(lambda: self.wanted.emit("explainer"))
        controls.slower.connect(self.stage.conductor.set_slower)
        controls.paused.connect(self.stage.conductor.set_paused)
        controls.stopped.connect(self.stop)

    def _begin(self, wording: Wording) -> None:
        """As it was left, and in the scene that was chosen."""
        self.controls.choose(wording, self._preferences.length)
        self.stage.set_wording(wording)
        self.stage.set_faces(self._preferences.faces)
        self.door.set_keep_by_default(self._preferences.keep_by_default)
        self.lasting.choose(_minutes(self._preferences.length))
        self.bars.suit(self._scene, rates=self._preferences.ratings)
        QWidget.setTabOrder(self.door.field, self.door.button)

    def _watch(self, scene_id: str) -> None:
        """Go to a scene, or to the first where there is none of that name; those who are here come along."""
        scene = self._places.scene(scene_id)
        if scene is self._scene:
            return
        self._scene = scene
        self.stage.change_scene(scene)
        self.bars.suit(scene, rates=self._preferences.ratings)

    def _scene_chosen(self, scene_id: str) -> None:
        self._preferences.scene = scene_id
        self._watch(scene_id)
        self.lasting.begin_again()

    def _length_chosen(self, length: str) -> None:
        self._preferences.length = length
        self.lasting.choose(_minutes(length))
        self.lasting.begin()

    def _done(self) -> None:
        """The visit is over, quietly: to the practice that waits, or home."""
        waited = self.way_back.waits
        self._end(Departure.STOPPED)
        self.wanted.emit("practices" if waited else HOME)

    def _end(self, how: Departure) -> None:
        """Nobody is here any more."""
        callers = self.stage.end()
        self.lasting.end()
        self.rating.forget()
        self.bars.begin_anew()
        self.register.see_off(callers, how)

    def _let_in(self, words: str) -> None:
        if self._admit(words, keep=self.door.keeps):
            self.door.taken()
            self.register.drop_draft()

    def _admit(self, words: str, *, keep: bool) -> bool:
        """Onto the disk (with ``keep``) and onto the canvas; whether it is.

        A plain card is nothing to watch: no length begins with it.
        """
        plain = self.register.stays_plain(words)
        arrival = self.register.let_in(words, self._scene.id, self.stage.scenery.wording, keep=keep)
        if arrival is None:
            return False
        self.stage.let_in(
            arrival.words,
            arrival.seed,
            returning=arrival.returning,
            visit_id=arrival.visit_id,
            lane=self.door.below.lane,
            plain=plain,
        )
        if not plain:
            self.lasting.begin()
        self.written.emit(arrival.words)
        return True

    def _go_on(self) -> None:
        """What was half-typed before is asked for: it stands in the field, before what was typed there meanwhile."""
        self._left_with = self.register.take_held()
        self.door.below.offer_began(False)
        self.door.unwritten_box.setChecked(False)  # what is on the disk was to be written down
        self.door.field.set_words(together(self._left_with, self.door.field.words()))
        self.door.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wording_chosen(self, wording: Wording) -> None:
        self._preferences.wording = str(wording)
        self.stage.set_wording(Wording(wording))

    def _preference_changed(self, name: str) -> None:
        if name == "faces":
            self.stage.set_faces(self._preferences.faces)
        elif name == "keep_by_default":
            self.door.set_keep_by_default(self._preferences.keep_by_default)
        elif name == "ratings":
            self.bars.suit(self._scene, rates=self._preferences.ratings)


def _wording(value: str) -> Wording:
    return Wording(value) if value in list(Wording) else Wording.AS_IT_CAME


def _minutes(length: str) -> int | None:
    return None if length == "open" else int(length)


def _keep_draft(page: VisitorsPage) -> None:
    """What is half-typed is worth keeping now; where it cannot be, that is said and it stays in the field."""
    try:
        page.save()
    except Trouble as trouble:
        page.door.tell(trouble)
