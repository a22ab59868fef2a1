"""The desk: shelf and sheet beside each other, and which entry lies open on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from guesthouse.domain.journal import Entry, Line
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.voice import Voice, words_of
from guesthouse.ui.journal.about import names_of, practice_of
from guesthouse.ui.journal.drawer_view import DrawerView
from guesthouse.ui.journal.nothing_open import NothingOpen
from guesthouse.ui.journal.sheet import Sheet
from guesthouse.ui.journal.shelf import Shelf
from guesthouse.ui.journal.tags_view import TagsView
from guesthouse.ui.journal.writing import Writing

if TYPE_CHECKING:
    from guesthouse.house import House

SHELF = 340
BESIDE = 820
"""From this width on (design pixels) the sheet stands beside the shelf, else in its place."""


class Desk(QWidget):
    """Opens entries, begins new ones, and saves what is open before anything else is."""

    wants_alone = Signal(bool)  # the focus mode begins or ends
    emptied = Signal()  # no entry lies open any more

    def __init__(
        self,
        look: Look,
        voice: Voice,
        clock: Callable[[], datetime],
        *,
        origin: object,
        pause_ms: int,
        behind_ms: int,
    ) -> None:
        """Nothing is open. ``origin`` is who changes the journal here; for the rest see the page."""
        super().__init__()
        self._look, self._voice, self._origin = look, voice, origin
        self._house: House | None = None
        self.focused = False
        self._was_open: tuple[str, int, bool] | None = None
        self.shelf = Shelf(look, clock, pause_ms)
        self.sheet = Sheet(look, clock)
        self.drawer, self.tags = DrawerView(look, clock), TagsView(look)
        self.nothing = NothingOpen(look)
        self.writing = Writing(self.sheet.read, origin, behind_ms=behind_ms)
        self._lay_out()
        self._wire()

    def welcome(self, house: House) -> None:
        """Open this house's journal, at the entry that lay open before a lock, and where one wrote in it."""
        self._house = house
        self.shelf.open(house.journal)
        self._know_tags()
        was, self._was_open = self._was_open, None
        if was is not None and self.open_entry(was[0], untold=was[2]):
            self.sheet.editor.go_to(was[1])
            self.shelf.mark(was[0])
        self.fit()

    def let_go(self) -> None:
        """Close the journal, and hold nobody's words; what lies open is remembered by id."""
        if self.writing.entry is not None:
            at = self.sheet.editor.textCursor().position()
            self._was_open = self.writing.entry.id, at, self.writing.untold
        self._close()
        self.writing.open(None, None)
        self.shelf.open(None)
        self._house = None
        self._know_tags()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one in the place of the other."""
        super().resizeEvent(event)
        self.fit()

    def begin_entry(self) -> bool:
        """A new entry on an empty sheet; False where the one before could not be saved."""
        if self._house is None or not self._leave_entry():
            return False
        self._show(self._house.journal.begin())
        self.shelf.list.clearSelection()
        self.sheet.begin()
        return True

    def open_entry(self, entry_id: str, *, untold: bool = False) -> bool:
        """Open an entry; False where there is none any more, or the one before could not be saved.

        ``untold``: it was written in before the house closed, and not left since.
        """
        if self.writing.entry is not None and self.writing.entry.id == entry_id:
            self.right.setCurrentWidget(self.sheet)
            return True
        if self._house is None or not self._leave_entry():
            return False
        entry = self._house.journal.entry(entry_id)
        if entry is None:
            self.shelf.read()
            return False
        self._show(entry, untold=untold)
        return True

    def close_sheet(self) -> None:
        """Nothing is open; what was is saved."""
        if self._leave_entry():
            self._close()
            self.shelf.list.setFocus()

    def drop_sheet(self) -> None:
        """The open entry was deleted: its words go from the sheet, and are not saved again."""
        self.writing.drop()
        self._close()
        self.shelf.read()
        self.shelf.list.setFocus() if self.shelf.model.many else self.shelf.field.setFocus()

    def set_focused(self, focused: bool) -> None:
        """Leave only the page, or show everything again."""
        if focused == self.focused or (focused and self.writing.entry is None):
            return
        self.focused = focused
        self.wants_alone.emit(focused)
        self.sheet.set_focused(focused)
        self.fit()
        self.sheet.begin()

    def beside(self) -> bool:
        """Whether there is room for shelf and sheet beside each other."""
        return self.width() >= self._look.px(BESIDE)

    def tell(self, trouble: Trouble) -> None:
        """What stands in the way, in a dialog."""
        self._voice.tell(*words_of(trouble))

    def show_again(self) -> None:
        """The list, the calendar and the known tags, after something was changed here."""
        self.shelf.read()
        self._know_tags()
        if self.writing.entry is not None:
            self.shelf.mark(self.writing.entry.id)

    def open_anew(self) -> None:
        """The open entry was changed from elsewhere: show it as it is now, in the same place."""
        entry = self.writing.entry
        if entry is not None and self._house is not None:
            kept = self._house.journal.entry(entry.id)
            if kept is not None and not self.writing.unsaved:
                self.writing.open(self._house.journal, kept)
                self.sheet.show_tags(kept)

    def _show(self, entry: Entry, *, untold: bool = False) -> None:
        assert self._house is not None
        self.writing.open(self._house.journal, entry, untold=untold)
        self.sheet.show_entry(entry, names_of(entry, self._house), self.shelf.query)
        self.sheet.foot.show_practice(practice_of(entry, self._house))
        self.sheet.say("")
        self.right.setCurrentWidget(self.sheet)
        self.fit()

    def _leave_entry(self) -> bool:
        """Save what is open; where that cannot be it stays open, and is told."""
        try:
            self.writing.leave()
        except Trouble as trouble:
            self.tell(trouble)
            return False
        return True

    def _close(self) -> None:
        self.writing.drop()
        self.set_focused(False)
        self.sheet.empty()
        self.right.setCurrentWidget(self.nothing)
        self.emptied.emit()
        self.shelf.list.clearSelection()
        self.fit()

    def fit(self) -> None:
        """Place shelf and sheet as the window is wide and as what is open."""
        opened = self.right.currentWidget() is not self.nothing
        beside = self.beside()
        self.shelf.setVisible(not self.focused and (beside or not opened))
        self.right.setVisible(beside or opened)
        self.shelf.setMaximumWidth(self._look.px(SHELF) if beside else 16777215)
        self.shelf.setMinimumWidth(self._look.px(SHELF) if beside else 0)
        self.sheet.back_button.setVisible(not beside)
        self.shelf.fit(self.height())

    def _chosen(self, line: Line, walking: bool) -> None:
        if walking and not self.beside():
            return
        self.open_entry(line.id)

    def _enter(self, line: Line) -> None:
        if self.open_entry(line.id):
            self.sheet.begin()

    def _found(self) -> None:
        if self.writing.entry is not None:
            self.sheet.mark(self.shelf.query)
            self.shelf.mark(self.writing.entry.id)

    def _kept(self) -> None:
        entry = self.writing.entry
        assert entry is not None
        self.sheet.say(self.tr("Saved"))
        row = self.shelf.model.row_of(entry.id)
        if row is None or self.shelf.model.wanted.text:
            self.shelf.read()
            self.shelf.mark(entry.id)
        else:
            self.shelf.renew(entry.id)
        self._know_tags()

    def _failed(self, trouble: Trouble) -> None:
        self.sheet.say(QCoreApplication.translate("errors", trouble.title))

    def _know_tags(self) -> None:
        tags = self._house.journal.tags() if self._house is not None else []
        self.sheet.tags.set_known([tag.name for tag in tags])

    def _lay_out(self) -> None:
        self.right = QStackedWidget()
        for widget in (self.nothing, self.sheet, self.drawer, self.tags):
            self.right.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.shelf)
        row.addWidget(self.right, 1)

    def _wire(self) -> None:
        self.shelf.chosen.connect(self._chosen)
        self.shelf.entered.connect(self._enter)
        self.shelf.found.connect(self._found)
        self.shelf.new_asked.connect(self.begin_entry)
        self.nothing.new_asked.connect(self.begin_entry)
        self.sheet.changed.connect(self.writing.change)
        self.sheet.back.connect(self.close_sheet)
        self.writing.kept.connect(self._kept)
        self.writing.begun.connect(lambda: self.sheet.say(self.tr("Saving …")))
        self.writing.failed.connect(self._failed)
        self._look.changed.connect(self.fit)
