"""The guest book: everybody who was let in and written down, how often, and by which name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from guesthouse.domain.visit import Guest
from guesthouse.qt.look import Look
from guesthouse.qt.voice import Voice
from guesthouse.ui.pages.guest_book_detail import GuestDetail
from guesthouse.ui.pages.guest_book_rows import Figures
from guesthouse.ui.pages.guest_book_search import GuestSearch
from guesthouse.ui.pages.guest_book_words import what_goes
from guesthouse.ui.pages.page import Page

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes
    from guesthouse.services.guest_book import GuestBook

PAUSE_MS = 80
"""So long after the last letter the search begins."""

WIDEST = 1240
BESIDE = 860
"""From this width on (design pixels) the guest that is open stands beside the list, else in its place."""


def local_now() -> datetime:
    """The time here."""
    return datetime.now().astimezone()


class GuestBookPage(Page):
    """The list of guests with its search, and the one that is open."""

    name = "guest-book"

    def __init__(
        self,
        *,
        look: Look,
        voice: Voice,
        figures: Figures,
        scenes: Mapping[str, str] | None = None,
        clock: Callable[[], datetime] = local_now,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        """``figures``: the picture of a guest; ``scenes``: titles of scenes by id; ``pause_ms``: before a search."""
        super().__init__()
        self._look, self._voice, self._clock = look, voice, clock
        self._book: GuestBook | None = None
        self._open: Guest | None = None
        self._was_open = ""
        self._search = GuestSearch(look, figures, clock, pause_ms)
        self._detail = GuestDetail(look, figures, dict(scenes or {}))
        self._lay_out()
        self._wire()

    def welcome(self, house: House) -> None:
        """Open this house's book, at the guest who was open before a lock."""
        self._book = house.guest_book
        self._search.open(self._book)
        guest, self._was_open = self._was_open, ""
        if guest:
            self._show(guest)
        self._arrange()

    def let_go(self) -> None:
        """Close the book, and hold nobody's words; whoever is open is remembered by id."""
        self._book = None
        if self._open is not None:
            self._was_open = self._open.id
        self._close()
        self._detail.name_card.forget()
        self._search.open(None)

    def refresh(self, changes: Changes | None) -> None:
        """Read the book anew where guests or visits have changed; the one that is open stays open."""
        if self._book is not None and (changes is None or changes.guests or changes.visits):
            self._read()

    def arrive(self) -> None:
        """Typing searches. On another day than it was read, the days are said anew."""
        self._search.field.setFocus()
        if self._clock().date() != self._search.now.date():
            self._read()

    def search(self) -> None:
        """Ctrl+F."""
        if not self._search.isVisible():
            self._close()
        self._search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.field.selectAll()

    def stop(self) -> None:
        """Esc empties the search; where the list is out of sight, it comes back first."""
        if self._open is not None and not self._beside():
            self._back()
        else:
            self._search.empty_field()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one in the place of the other."""
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._search, 10)
        row.addWidget(self._detail, 11)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 0, 20, 0)
        outer.addStretch(1)
        outer.addWidget(self._middle, 1000)
        outer.addStretch(1)

    def _wire(self) -> None:
        self._search.found.connect(self._found)
        self._search.chosen.connect(self._chosen)
        self._search.entered.connect(self._enter)
        self._detail.named.connect(self._name)
        self._detail.forget_asked.connect(self._forget)
        self._detail.write_asked.connect(self._write)
        self._detail.back.connect(self._back)
        self._look.changed.connect(self._arrange)

    def _beside(self) -> bool:
        return self.width() >= self._look.px(BESIDE)

    def _arrange(self) -> None:
        beside, opened = self._beside(), self._open is not None
        shown = opened or (beside and not self._search.is_blank)
        self._middle.setMaximumWidth(self._look.px(WIDEST if shown else WIDEST * 0.62))
        self._detail.setVisible(shown)
        self._detail.show_back(not beside)
        self._search.setVisible(beside or not opened)
        self._search.fit(self.height())

    # ------------------------------------------------------------------------------------------- what one does

    def _found(self) -> None:
        self._arrange()
        if self._open is not None:
            self._search.mark(self._open.id)

    def _read(self) -> None:
        self._search.read()
        if self._open is not None:
            self._show(self._open.id)

    def _chosen(self, guest: Guest, walking: bool) -> None:
        if (walking and not self._beside()) or (self._open is not None and self._open.id == guest.id):
            return
        self._show(guest.id)

    def _enter(self, guest: Guest) -> None:
        """Open it, and go to it."""
        self._show(guest.id)
        self._detail.begin()

    def _show(self, guest_id: str) -> None:
        guest = self._book.guest(guest_id) if self._book is not None else None
        if guest is None or self._book is None:
            self._close()
            return
        self._open = guest
        self._detail.show_guest(guest, self._book.visits(guest_id), self._clock())
        self._arrange()

    def _back(self) -> None:
        self._close()
        self._search.list.setFocus()

    def _close(self) -> None:
        self._open = None
        self._search.list.clearSelection()
        self._detail.empty()
        self._arrange()

    def _name(self, theme: str) -> None:
        if self._book is not None and self._open is not None:
            self._book.name(self._open.id, theme, origin=self)
            self.written.emit(theme)
            self._detail.name_card.say_kept()
            self._read()

    def _write(self) -> None:
        if self._open is not None:
            self.carried.emit("journal", self._open.id)

    def _forget(self) -> None:
        guest, book = self._open, self._book
        if guest is None or book is None:
            return
        if not self._voice.ask(
            self.tr("Forget this guest for good?"), what_goes(guest), self.tr("Forget"), self.tr("Keep")
        ):
            return
        book.forget(guest.id, origin=self)
        self._detail.name_card.forget(guest.id)
        self._close()
        self._read()
        self._search.field.setFocus()
