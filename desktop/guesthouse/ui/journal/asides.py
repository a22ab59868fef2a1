"""What one does with the journal as a whole: narrow the list, tags, the drawer, several entries at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QPushButton

from guesthouse.domain.journal import Wanted
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.voice import Voice
from guesthouse.ui.dialogs.choose import ChooseDialog
from guesthouse.ui.journal.about import name_of
from guesthouse.ui.journal.words import entries_counted
from guesthouse.ui.parts.unasked import guest_unasked

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.journal.desk import Desk

Ways = tuple[Callable[[QMenu, Sequence[str] | None], None], Callable[[QMenu], None]]
"""What fills a menu with the ways out for some entries (all, where it is None), and with the ways in."""


class Asides(QObject):
    """Hears the buttons of the shelf and what stands in the place of the sheet."""

    def __init__(self, desk: Desk, look: Look, voice: Voice, ways: Ways, *, origin: QObject) -> None:
        """Wire the shelf, the drawer and the tags on this desk; ``origin`` is who changes the journal.

        ``ways`` fill menus with the ways out and in.
        """
        super().__init__(desk)
        self._desk, self._look, self._voice, self._origin = desk, look, voice, origin
        self._ways_out, self._ways_in = ways
        self._house: House | None = None
        self._offered: list[str] = []
        shelf = desk.shelf
        shelf.narrow.clicked.connect(lambda: self._drop_down(shelf.narrow, self._filter_menu()))
        shelf.more.clicked.connect(lambda: self._drop_down(shelf.more, self._more_menu()))
        shelf.list.menu_asked.connect(lambda at: self._run(self._entries_menu(), at))
        shelf.list.delete_asked.connect(lambda: self._delete(shelf.list.entries()))
        desk.nothing.back_asked.connect(self._take_offered_back)
        desk.drawer.taken_back.connect(self._take_back)
        desk.drawer.erased.connect(self._erase)
        desk.drawer.closed.connect(self.close)
        desk.tags.renamed.connect(self._rename)
        desk.tags.removed.connect(self._remove)
        desk.tags.closed.connect(self.close)

    def welcome(self, house: House) -> None:
        """Do things in this house."""
        self._house = house

    def let_go(self) -> None:
        """Know no house, and show nothing of it."""
        self._house = None
        self._offered = []
        self._desk.nothing.offer("")
        self._desk.drawer.show_lines([])
        self._desk.tags.show_tags([])

    def offer_back(self, entry_ids: Sequence[str]) -> None:
        """Say where these entries are now, and offer them back."""
        self._offered = list(entry_ids)
        if len(self._offered) == 1:
            text = self.tr("The entry is in the drawer, for 30 days.")
        else:
            text = self.tr("{entries} are in the drawer, for 30 days.").format(
                entries=entries_counted(len(self._offered))
            )
        self._desk.nothing.offer(text)

    def close(self) -> None:
        """From drawer or tags back to the sheet, or to the list."""
        desk = self._desk
        desk.right.setCurrentWidget(desk.nothing if desk.writing.entry is None else desk.sheet)
        desk.fit()
        (desk.shelf.field if desk.writing.entry is None else desk.sheet.editor).setFocus()

    # ------------------------------------------------------------------------------------------- menus

    def _filter_menu(self) -> QMenu:
        menu, shelf = self._menu(), self._desk.shelf
        assert self._house is not None
        tags = menu.addMenu(self.tr("Tag"))
        for tag in self._house.journal.tags():
            wanted = replace(shelf.filters.wanted, tag=tag.name)
            tags.addAction(tag.name.replace("&", "&&"), partial(shelf.filters.want, wanted))
        tags.setEnabled(not tags.isEmpty())
        menu.addAction(self.tr("Thought …"), self._ask_thought)
        today = shelf.model.now.date()
        wanted = replace(shelf.filters.wanted, on=(today.month, today.day), first=None, last=None)
        menu.addAction(self.tr("On this day, any year"), partial(shelf.filters.want, wanted))
        if shelf.filters.wanted != Wanted():
            menu.addSeparator()
            menu.addAction(self.tr("Show all entries"), shelf.empty_field)
        return menu

    def _more_menu(self) -> QMenu:
        menu = self._menu()
        menu.addAction(self.tr("Tags …"), self._show_tags)
        menu.addAction(self.tr("Drawer …"), self._show_drawer)
        menu.addSeparator()
        self._ways_out(menu.addMenu(self.tr("Export all entries")), None)
        self._ways_in(menu.addMenu(self.tr("Import")))
        return menu

    def _entries_menu(self) -> QMenu:
        menu, ids = self._menu(), self._desk.shelf.list.entries()
        self._ways_out(menu.addMenu(self.tr("Export")), ids)
        menu.addSeparator()
        menu.addAction(self.tr("Delete (to the drawer)"), partial(self._delete, ids))
        menu.addAction(self.tr("Erase for good …"), partial(self._erase, ids))
        return menu

    def _menu(self) -> QMenu:
        return QMenu(self._desk)

    def _drop_down(self, button: QPushButton, menu: QMenu) -> None:
        self._run(menu, button.mapToGlobal(QPoint(0, button.height())))

    def _run(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # ------------------------------------------------------------------------------------------- what one does

    def _ask_thought(self) -> None:
        dialog = ChooseDialog(
            self.tr("Entries about which thought?"),
            self.tr("Search the thoughts"),
            self._thoughts,
            self._look,
            self._desk.window(),
        )
        guest = dialog.chosen() if dialog.exec() else None
        dialog.deleteLater()
        found = self._house.guest_book.guest(guest) if guest is not None and self._house is not None else None
        if found is not None:
            filters = self._desk.shelf.filters
            filters.want(replace(filters.wanted, guest=found.id), name_of(found))

    def _thoughts(self, text: str) -> list[tuple[str, str]]:
        """Thoughts that at least one entry is about."""
        if self._house is None:
            return []
        about = self._house.journal.thoughts()
        guests = [guest for guest in self._house.guest_book.find(text, limit=1000) if guest.id in about]
        if not text.strip():
            guests = [guest for guest in guests if guest_unasked(self._house, guest)]
        return [(guest.id, name_of(guest)) for guest in guests]

    def _show_drawer(self) -> None:
        assert self._house is not None
        self._desk.drawer.show_lines(self._house.drawer.lines())
        self._desk.right.setCurrentWidget(self._desk.drawer)
        self._desk.fit()
        self._desk.drawer.begin()

    def _show_tags(self) -> None:
        assert self._house is not None
        self._desk.tags.show_tags(self._house.journal.tags())
        self._desk.right.setCurrentWidget(self._desk.tags)
        self._desk.fit()
        self._desk.tags.begin()

    def _delete(self, ids: list[str]) -> None:
        opened = self._desk.writing.entry
        if opened is not None and opened.id in ids and not self._desk.writing.try_to_save():
            return
        if self._house is None or not self._try(partial(self._house.drawer.put, ids, origin=self._origin)):
            return
        self._gone(ids)
        self.offer_back(ids)

    def _erase(self, ids: list[str]) -> None:
        if self._house is None or not ids:
            return
        title = self.tr("Erase this entry for good?") if len(ids) == 1 else self.tr("Erase these entries for good?")
        text = self.tr("It cannot be brought back. Backups that were made before still hold it.")
        if not self._voice.ask(title, text, self.tr("Erase"), self.tr("Keep")):
            return
        if self._try(partial(self._house.drawer.erase, ids, origin=self._origin)):
            self._gone(ids)
            self._desk.drawer.show_lines(self._house.drawer.lines())

    def _gone(self, ids: list[str]) -> None:
        opened = self._desk.writing.entry
        if opened is not None and opened.id in ids:
            self._desk.drop_sheet()
        else:
            self._desk.show_again()

    def _take_offered_back(self) -> None:
        self._take_back(self._offered)
        if len(self._offered) == 1:
            self._desk.open_entry(self._offered[0])
        self._offered = []
        self._desk.nothing.offer("")

    def _take_back(self, ids: list[str]) -> None:
        if self._house is not None and self._try(partial(self._house.drawer.take_back, ids, origin=self._origin)):
            self._desk.drawer.show_lines(self._house.drawer.lines())
            self._desk.show_again()

    def _rename(self, old: str, new: str) -> None:
        house = self._house
        if house is not None and self._try(partial(house.journal.rename_tag, old, new, origin=self._origin)):
            self._tags_changed(new)

    def _remove(self, name: str) -> None:
        house = self._house
        if house is None:
            return
        title = self.tr("Remove this tag from all entries?")
        if not self._voice.ask(title, self.tr("The entries stay as they are."), self.tr("Remove"), self.tr("Keep")):
            return
        if self._try(partial(house.journal.remove_tag, name, origin=self._origin)):
            self._tags_changed("")

    def _tags_changed(self, chosen: str) -> None:
        assert self._house is not None
        self._desk.tags.show_tags(self._house.journal.tags(), chosen)
        self._desk.open_anew()
        self._desk.show_again()

    def _try(self, verb: Callable[[], object]) -> bool:
        """Do it; trouble is told. Whether it was done."""
        try:
            verb()
        except Trouble as trouble:
            self._desk.tell(trouble)
            return False
        return True
