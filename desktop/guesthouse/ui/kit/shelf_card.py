"""A card with one shelf of the kit: its list, what was taken out a moment ago, and where one adds to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.errors import GuesthouseError, Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.qt.voice import words_of
from guesthouse.ui.kit.adding import Adding
from guesthouse.ui.kit.keeping import Keeping
from guesthouse.ui.kit.rows import PAD
from guesthouse.ui.kit.shelf import ShelfView
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.submitted import Submitted

if TYPE_CHECKING:
    from guesthouse.services.kit import ComfortKit

INSET = PAD
"""The words of the list stand under those above it."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What the parts of a shelf are called, and what stands on it while it is empty."""

    title: str
    lead: str
    one: str
    another: str
    add: str
    empty: str
    role: str = "words"


class ShelfCard(Card):
    """Whatever is asked for is done at once; what was taken out can be put back in its place."""

    opened = Signal()
    walked = Signal(QWidget, QRect)

    def __init__(self, look: Look, shelf: Shelf, naming: Naming, origin: object, *, behind_ms: int = BEHIND_MS) -> None:
        """An empty shelf; ``origin`` is who changes the kit by it."""
        super().__init__()
        self._look, self._shelf, self._naming, self._origin = look, shelf, naming, origin
        self._kit: ComfortKit | None = None
        self._gone: tuple[int, Comfort] | None = None
        self._changed: dict[str, Comfort] = {}
        self.submitted = Submitted()
        self.keeping = Keeping(shelf, origin, behind_ms=behind_ms)
        self.view = ShelfView(look, shelf, (naming.title, naming.one), naming.role)
        self._undo = pill(look, self.tr("Put it back"))
        self._taken_out = self._undo_strip()
        self.adding = Adding(look, shelf, (naming.another, naming.add), naming.role)
        self._empty = label(look, "soft", naming.empty)
        self._trouble = label(look, "small")
        self._fill()
        self._wire()

    def show_kit(self, kit: ComfortKit | None) -> None:
        """Show what lies in this kit, or nothing, and hold no words."""
        self._kit = kit
        self.keeping.open(kit)
        self.view.close_row()
        self.adding.empty()
        self._forget_gone()
        self._changed.clear()
        self.submitted.forget()
        self._say("")
        self.read()

    def read(self) -> None:
        """Show what lies there now; what is typed and not saved yet stays."""
        try:
            things = self._kit.on(self._shelf) if self._kit is not None else []
        except Trouble as trouble:
            self._tell(trouble)
            return
        self.view.model.show(self.keeping.as_typed(things))
        self._empty.setVisible(not self.view.model.things)

    def settle(self) -> None:
        """The person goes: what is being added is added, and nothing is open.

        Raises:
            Trouble: it could not be saved; it stays where it was typed.
        """
        self._finish()
        for thing in self._changed.values():
            self._submit(thing.words, thing.detail)
        self._changed.clear()
        self.view.close_row()
        self._forget_gone()

    def _fill(self) -> None:
        naming, column = self._naming, self.column
        column.setContentsMargins(32 - INSET, 24, 32 - INSET, 28)
        column.setSpacing(4)
        title, lead = label(self._look, "heading", naming.title), label(self._look, "soft", naming.lead)
        for widget in (title, lead, self._empty, self._taken_out, self.adding, self._trouble):
            widget.setContentsMargins(INSET, 0, INSET, 0)
        for widget in (title, lead, self.view, self._empty, self._taken_out, self.adding, self._trouble):
            column.addWidget(widget)
        column.insertSpacing(5, 8)
        column.insertSpacing(2, 8)
        self._empty.hide()
        self._trouble.hide()
        self._taken_out.hide()

    def _undo_strip(self) -> QWidget:
        strip = QWidget()
        row = Flow(strip, gap=4)
        row.addWidget(label(self._look, "soft", self.tr("Taken out."), wrap=False))
        row.addWidget(self._undo)
        return strip

    def _wire(self) -> None:
        self.view.typed.connect(self._typed)
        self.view.moved.connect(lambda row, by: self._try(lambda: self._move(row, by)))
        self.view.taken.connect(lambda row: self._try(lambda: self._take_out(row)))
        self.view.undone.connect(lambda: self._try(self._put_back))
        self.view.opened.connect(self.opened)
        self.view.walked.connect(self.walked)
        self._undo.clicked.connect(lambda: self._try(self._put_back))
        self.adding.typed.connect(self.keeping.grow)
        self.adding.asked.connect(lambda: self._try(self._add))
        self.keeping.kept.connect(lambda: self._say(""))
        self.keeping.failed.connect(self._tell)

    # ------------------------------------------------------------------------------------------- what one does

    def _typed(self, thing: Comfort) -> None:
        self.view.model.change(thing)
        self._changed[thing.id] = thing
        self.keeping.change(thing)

    def _add(self) -> None:
        words = self.adding.words.words()
        self._finish()
        self.adding.words.setFocus()
        self._announce(self.tr("Added: {words}").format(words=words))

    def _finish(self) -> None:
        self.keeping.finish()
        self._submit(self.adding.words.words(), self.adding.detail.words())
        self.adding.empty()
        self.read()

    def _submit(self, *texts: str) -> None:
        self.submitted.tell({text: text for text in texts})

    def _move(self, row: int, by: int) -> None:
        things, to = self.view.model.things, row + by
        if self._kit is None or not (0 <= row < len(things) and 0 <= to < len(things)):
            return
        self._kit.swap(things[row].id, things[to].id, origin=self._origin)
        self.view.model.move(row, to)
        self.view.list.stand_at(to)
        place = self.tr("{place} of {all}").format(place=to + 1, all=len(things))
        self._announce(place)

    def _take_out(self, row: int) -> None:
        if self._kit is None or row < 0:
            return
        thing, was_open = self.view.model.things[row], self.view.open_row == row
        self._kit.remove(thing.id, origin=self._origin)
        self.keeping.forget(thing.id)
        if was_open:
            self.view.close_row()
        self.view.model.take(row)
        self._gone = row, thing
        self._undo.setAccessibleName(self.tr("Put back: {words}").format(words=thing.words))
        self._taken_out.show()
        left = len(self.view.model.things)
        self._empty.setVisible(not left)
        if left:
            self.view.list.stand_at(min(row, left - 1))
        else:
            self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce(self.tr("Taken out. It can be put back."))

    def _put_back(self) -> None:
        if self._kit is None or self._gone is None:
            return
        row, thing = self._gone
        self._finish()
        back = self._kit.add(self._shelf, thing.words, thing.detail, origin=self._origin)
        if back is None:
            return
        self._forget_gone()
        for below in reversed(self.view.model.things[row:]):
            self._kit.swap(back.id, below.id, origin=self._origin)
        self.read()
        self.view.list.stand_at(row)
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce(self.tr("It is back in its place."))

    def _forget_gone(self) -> None:
        self._gone = None
        self._undo.setAccessibleName("")
        self._taken_out.hide()

    # ------------------------------------------------------------------------------------------- what is said

    def _try(self, do: Callable[[], None]) -> None:
        """Do it; what the file does not take is told on the card, and everything stays as it was."""
        try:
            do()
        except Trouble as trouble:
            self.read()
            self._tell(trouble)
        else:
            self._say("")

    def _tell(self, trouble: GuesthouseError) -> None:
        title, advice = words_of(trouble)
        text = self.tr("{what} Your words stay here. {advice}").format(what=title, advice=advice)
        self._say(text)
        self._announce(text)

    def _say(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))

    def _announce(self, text: str) -> None:
        announce(self.view.list, text)
