"""What one does with the open entry beside writing it: its hour, its thoughts, a sentence let in, deleting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guesthouse.domain.errand import Beginning, Open
from guesthouse.domain.thought import MAX_CHARACTERS, is_blank
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.ui.dialogs.choose import ChooseDialog
from guesthouse.ui.dialogs.hour import HourDialog
from guesthouse.ui.journal.about import name_of, names_of, practice_of
from guesthouse.ui.parts.unasked import guests_unasked

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.journal.desk import Desk

MOST_GUESTS = 60
"""So many thoughts are offered at once; searching finds the others."""


class SheetVerbs(QObject):
    """Hears the buttons of the sheet and does what they say."""

    put_away = Signal(list)  # the ids of entries that are in the drawer now
    carried = Signal(str, object)  # something is taken to another page

    def __init__(self, desk: Desk, look: Look, origin: QObject) -> None:
        """Wire the sheet on this desk; ``origin`` is who changes the journal."""
        super().__init__(desk)
        self._desk, self._look, self._origin = desk, look, origin
        self._house: House | None = None
        foot, sheet = desk.sheet.foot, desk.sheet
        sheet.hour_asked.connect(self._ask_hour)
        foot.focus.clicked.connect(lambda: desk.set_focused(True))
        foot.let_in.clicked.connect(self._let_in)
        foot.about_asked.connect(self._ask_about)
        foot.not_about.connect(self._not_about)
        foot.practice_asked.connect(self._show_practice)
        foot.delete.clicked.connect(self.delete)
        sheet.editor.selectionChanged.connect(self._selected)

    def welcome(self, house: House) -> None:
        """Do things in this house."""
        self._house = house

    def let_go(self) -> None:
        """Know no house."""
        self._house = None

    def show_facts(self) -> None:
        """Hour and thoughts anew: they may have another name now, or be forgotten."""
        entry, house = self._desk.writing.entry, self._house
        if entry is None or house is None:
            return
        kept = tuple(guest for guest in entry.guests if house.guest_book.guest(guest) is not None)
        if kept != entry.guests:
            self._desk.writing.replace(guests=kept)
            entry = self._desk.writing.entry or entry
        self._desk.sheet.show_facts(entry, names_of(entry, house))

    def add_about(self, guest_id: str) -> None:
        """The open entry is about this thought, too."""
        entry = self._desk.writing.entry
        if entry is not None and guest_id not in entry.guests:
            self._desk.writing.replace(guests=(*entry.guests, guest_id))
            self.show_facts()

    def begin_with(self, beginning: Beginning) -> None:
        """The new entry on the sheet carries what it was begun with; the cursor stands after it."""
        desk, house = self._desk, self._house
        if desk.writing.entry is None or house is None:
            return
        desk.writing.replace(practice=beginning.practice)
        desk.sheet.foot.show_practice(practice_of(desk.writing.entry, house))
        if beginning.title:
            desk.sheet.title.setText(beginning.title)
            desk.sheet.title.setCursorPosition(0)
        if beginning.noticing:
            noticing = beginning.noticing.removeprefix(house.noticings.words.opening).strip()
            desk.sheet.noticing.setText(noticing.removesuffix("."))
            desk.sheet.noticing.setCursorPosition(0)
        if beginning.text:
            desk.sheet.editor.insert_words(beginning.text)

    def delete(self) -> None:
        """Into the drawer; one that was never kept is gone at once, since nothing is in it."""
        entry, house = self._desk.writing.entry, self._house
        if entry is None or house is None or not self._desk.writing.try_to_save():
            return
        known = house.journal.entry(entry.id) is not None
        try:
            house.drawer.put([entry.id], origin=self._origin)
        except Trouble as trouble:
            self._desk.tell(trouble)
            return
        self._desk.drop_sheet()
        if known:
            self.put_away.emit([entry.id])

    def _ask_hour(self) -> None:
        entry = self._desk.writing.entry
        if entry is None:
            return
        dialog = HourDialog(entry.written, self._look, self._desk.window())
        if dialog.exec() and dialog.hour() != entry.written:
            self._desk.writing.replace(written=dialog.hour())
            self.show_facts()
            if self._desk.writing.try_to_save():
                self._desk.show_again()
        dialog.deleteLater()

    def _ask_about(self) -> None:
        dialog = ChooseDialog(
            self.tr("Which thought is it about?"),
            self.tr("Search the thoughts"),
            self._find_guests,
            self._look,
            self._desk.window(),
        )
        guest = dialog.chosen() if dialog.exec() else None
        dialog.deleteLater()
        if guest is not None:
            self.add_about(guest)

    def _find_guests(self, text: str) -> list[tuple[str, str]]:
        if self._house is None:
            return []
        house = self._house
        asked = bool(text.strip())  # what is looked for by its words is found
        guests = house.guest_book.find(text, limit=MOST_GUESTS) if asked else guests_unasked(house, MOST_GUESTS)
        return [(guest.id, name_of(guest)) for guest in guests]

    def _not_about(self, guest_id: str) -> None:
        entry = self._desk.writing.entry
        if entry is not None:
            self._desk.writing.replace(guests=tuple(guest for guest in entry.guests if guest != guest_id))
            self.show_facts()

    def _show_practice(self) -> None:
        entry = self._desk.writing.entry
        if entry is not None and entry.practice and self._desk.writing.try_to_save():
            self.carried.emit("practices", Open(entry.practice))

    def _selected(self) -> None:
        words = self._desk.sheet.editor.selected_words()
        fits = len(words) <= MAX_CHARACTERS and not is_blank(words)
        self._desk.sheet.foot.let_in.setEnabled(fits)

    def _let_in(self) -> None:
        words = self._desk.sheet.editor.selected_words().strip()
        if words and self._desk.writing.try_to_save():
            self.carried.emit("visitors", words)
