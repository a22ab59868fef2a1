"""The Visitors room: the canvas, full bleed, with the door to let a thought in and the few controls there are."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from guesthouse.domain.errand import Watch
from guesthouse.domain.scene import Scene
from guesthouse.domain.thought import Wording
from guesthouse.domain.visit import Departure
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.callers import Caller
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.canvas.stage import Stage
from guesthouse.ui.pages.page import Page
from guesthouse.ui.pages.visitors_controls import VisitorsControls
from guesthouse.ui.pages.visitors_door import WIDEST, Door
from guesthouse.ui.pages.visitors_way_back import WayBack

if TYPE_CHECKING:
    from guesthouse.domain.shoulds import Shoulds
    from guesthouse.house import House
    from guesthouse.services.changes import Changes
    from guesthouse.services.visitors import Visitors

MARGIN = 24


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
        scenes: list[Scene],
        sprites: Sprites,
        rules: Callable[[], Shoulds] | None = None,
        seed: Callable[[], int] | None = None,
        clock: Callable[[], int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """A canvas without a house: nothing can be let in until :meth:`welcome`.

        ``rules`` gives those of the should-finder; it is asked once somebody has written something.
        """
        super().__init__(parent)
        self._preferences, self._motion = preferences, motion
        self._visitors: Visitors | None = None
        self._scene = scenes[0]
        own_seed = seed or (lambda: random.SystemRandom().getrandbits(48))
        self.stage = Stage(self._scene, sprites, look, own_seed, self, clock=clock)
        self.controls = VisitorsControls(look, scenes, _wording(preferences.wording), self)
        self.door = Door(look, self)
        if rules is not None:
            self.door.mark_shoulds(rules, preferences)
        self.way_back = WayBack(look, self)
        self.stage.lower()
        self._wire(look)
        self.stage.set_wording(_wording(preferences.wording))
        self.stage.set_faces(preferences.faces)
        self._motion_changed()
        self.door.set_keep_by_default(preferences.keep_by_default)
        QWidget.setTabOrder(self.door.field, self.door.button)

    def welcome(self, house: House) -> None:
        """Thoughts can come in; what was half-typed last time is in the field again."""
        self._visitors = house.visitors
        draft = house.visitors.draft()
        if draft and not self.door.field.words():
            self.door.set_words(draft)

    def save(self) -> None:
        """What is half-typed is kept, unless it must not be.

        Raises:
            Trouble: it could not be; it stays in the field.
        """
        words = self.door.unsaved()
        if self._visitors is not None and words is not None:
            self._visitors.keep_draft(words)
            self.door.saved()

    def let_go(self) -> None:
        """The house closes: the visit ends, and no words stay on the page."""
        self.stage.end()
        self.controls.reset()
        self.door.taken()
        self.way_back.hide()
        self._visitors = None

    def refresh(self, changes: Changes | None) -> None:
        """Guests forgotten elsewhere stay on their visit; there is nothing to read again."""

    def arrive(self) -> None:
        """Typing starts in the field."""
        self.door.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def receive(self, thing: object) -> None:
        """A sentence from elsewhere comes in; what is half-typed in the field stays there. A practice may wait."""
        words = thing.words if isinstance(thing, Watch) else thing
        if isinstance(words, str) and words.strip():
            self._admit(words, keep=self._preferences.keep_by_default)
        if isinstance(thing, Watch):
            self.way_back.show()
            self._arrange()

    def stop(self) -> None:
        """End the visit and go to the grounding page; Esc first closes an open card."""
        if self.stage.whole.isVisible():
            self.stage.whole.hide()
            return
        callers = self.stage.end()
        self.controls.reset()
        self.way_back.hide()
        self._see_off(callers, Departure.STOPPED)
        self.stopped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed while a visitor has the focus goes to the field."""
        if event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.door.field.setFocus()
            self.door.field.insertPlainText(event.text())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The canvas fills the page; the bars float over it."""
        super().resizeEvent(event)
        self._arrange()

    def _wire(self, look: Look) -> None:
        self.door.thought.connect(self._let_in)
        self.door.due.connect(self._keep_draft)
        self.door.unwritten.connect(self._drop_draft)
        self.door.grown.connect(self._arrange)
        self.way_back.asked.connect(lambda: self.wanted.emit("practices"))
        self.controls.slower.connect(self.stage.conductor.set_slower)
        self.controls.paused.connect(self.stage.conductor.set_paused)
        self.controls.stopped.connect(self.stop)
        self.controls.still.connect(self._motion_chosen)
        self.controls.wording.connect(self._wording_chosen)
        self.stage.left.connect(lambda callers: self._see_off(callers, Departure.OVER_THE_HILL))
        self._preferences.changed.connect(self._preference_changed)
        self._motion.changed.connect(self._motion_changed)
        look.changed.connect(self._arrange)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        margin = MARGIN if width > 760 else 12
        self.stage.setGeometry(0, 0, width, height)
        self.controls.arrange(width - 2 * margin)
        bars = self.controls.height_wanted()
        self.controls.setGeometry(margin, margin - 4, width - 2 * margin, bars)
        self.way_back.place(width, margin + bars + 4)
        wide = min(width - 2 * margin, WIDEST)
        tall = self.door.height_wanted(wide)
        self.door.setGeometry((width - wide) // 2, height - tall - 12, wide, tall)
        self.stage.set_margins(margin + bars + 8, tall + 20)

    def _let_in(self, words: str) -> None:
        if self._admit(words, keep=self.door.keeps):
            self.door.taken()
            self._drop_draft()

    def _admit(self, words: str, *, keep: bool) -> bool:
        """Onto the disk (with ``keep``) and onto the canvas; whether it is."""
        if self._visitors is None:
            return False
        try:
            arrival = self._visitors.let_in(
                words, scene=self._scene.id, wording=self.stage.scenery.wording, keep=keep, origin=self
            )
        except Trouble as trouble:
            self._tell(trouble)
            return False
        self.stage.let_in(arrival.words, arrival.seed, returning=arrival.returning, visit_id=arrival.visit_id)
        return True

    def _see_off(self, callers: list[Caller], how: Departure) -> None:
        ids = [caller.visit_id for caller in callers if caller.visit_id is not None]
        if self._visitors is None or not ids:
            return
        try:
            self._visitors.see_off(ids, how, origin=self)
        except Trouble as trouble:
            self._tell(trouble)

    def _keep_draft(self) -> None:
        try:
            self.save()
        except Trouble as trouble:
            self._tell(trouble)

    def _drop_draft(self) -> None:
        if self._visitors is None:
            return
        try:
            self._visitors.drop_draft()
        except Trouble as trouble:
            self._tell(trouble)

    def _tell(self, trouble: Trouble) -> None:
        """The words stay in the field; what happened stands above it."""
        translate = QCoreApplication.translate
        self.door.say(translate("errors", trouble.title) + " " + translate("errors", trouble.advice))
        self._arrange()

    def _wording_chosen(self, wording: Wording) -> None:
        self._preferences.wording = str(wording)
        self.stage.set_wording(Wording(wording))

    def _motion_chosen(self, still: bool) -> None:
        usual = self._motion.level
        self.stage.set_motion("still" if still else "calm" if usual == "still" else usual)

    def _motion_changed(self) -> None:
        still = self._motion.level == "still"
        if self.controls.still_button.isChecked() == still:
            self._motion_chosen(still)
        else:
            self.controls.still_button.setChecked(still)

    def _preference_changed(self, name: str) -> None:
        if name == "faces":
            self.stage.set_faces(self._preferences.faces)
        elif name == "keep_by_default":
            self.door.set_keep_by_default(self._preferences.keep_by_default)


def _wording(value: str) -> Wording:
    return Wording(value) if value in list(Wording) else Wording.AS_IT_CAME
