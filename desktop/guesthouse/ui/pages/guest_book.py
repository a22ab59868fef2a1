"""The guest book: everybody who was let in and written down, how often, and by which name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from guesthouse.domain.visit import Guest
from guesthouse.qt.look import Look
from guesthouse.qt.voice import Voice
from guesthouse.ui.pages.guest_book_detail import GuestDetail
from guesthouse.ui.pages.guest_book_model import GuestsModel
from guesthouse.ui.pages.guest_book_rows import Figures, GuestList
from guesthouse.ui.pages.page import Page
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes
    from guesthouse.services.guest_book import GuestBook

PAUSE_MS = 80
"""So long after the last letter the search begins."""

WIDEST = 1240
BESIDE = 800
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
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._model = GuestsModel(clock, self)
        self._list = GuestList(look, figures)
        self._list.setModel(self._model)
        self._detail = GuestDetail(look, figures, dict(scenes or {}))
        self._search = SearchField(self.tr("Search the guest book"))
        self._lay_out()
        self._wire()

    def welcome(self, house: House) -> None:
        """Open this house's book."""
        self._book = house.guest_book
        self._model.open(self._book)
        self._say_if_empty()

    def let_go(self) -> None:
        """Close the book, and hold nobody's words."""
        self._pause.stop()
        self._book = None
        self._close()
        self._search.clear()
        self._pause.stop()
        self._model.open(None)

    def refresh(self, changes: Changes | None) -> None:
        """Read the book anew where guests or visits have changed; the one that is open stays open."""
        if self._book is not None and (changes is None or changes.guests or changes.visits):
            self._read()

    def arrive(self) -> None:
        """Typing searches. On another day than it was read, the days are said anew."""
        self._search.setFocus()
        if self._clock().date() != self._model.now.date():
            self._read()

    def search(self) -> None:
        """Ctrl+F."""
        if not self._list.isVisible():
            self._close()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def stop(self) -> None:
        """Esc empties the search; where the list is out of sight, it comes back first."""
        if self._open is not None and not self._beside():
            self._back()
        elif self._search.text():
            self._search.clear()
            self._search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one in the place of the other."""
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        look = self._look
        look.dress(self._search, "body")
        self._nobody = label(look, "soft")
        self._nobody.setContentsMargins(20, 16, 20, 16)
        card = Card()
        card.column.setContentsMargins(10, 10, 10, 10)
        card.column.addWidget(self._nobody)
        card.column.addWidget(self._list, 1)
        card.column.addStretch(0)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 40, 0, 24)
        left.setSpacing(12)
        self._lead = label(look, "soft", self.tr("Thoughts that came to the door. Kept on this computer only."))
        left.addWidget(label(look, "display", self.tr("Guest book")))
        left.addWidget(self._lead)
        left.addWidget(self._search)
        left.addWidget(card, 1)
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._left, 10)
        row.addWidget(self._detail, 11)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 0, 20, 0)
        outer.addStretch(1)
        outer.addWidget(self._middle, 1000)
        outer.addStretch(1)

    def _wire(self) -> None:
        self._search.textChanged.connect(self._pause_again)
        self._search.down.connect(self._to_list)
        self._search.returnPressed.connect(self._to_list)
        self._pause.timeout.connect(self._find)
        self._list.chosen.connect(self._chosen)
        self._list.entered.connect(self._enter)
        self._detail.named.connect(self._name)
        self._detail.forget_asked.connect(self._forget)
        self._detail.back.connect(self._back)
        self._look.changed.connect(self._arrange)

    def _beside(self) -> bool:
        return self.width() >= self._look.px(BESIDE)

    def _arrange(self) -> None:
        beside, opened = self._beside(), self._open is not None
        shown = opened or (beside and not self._is_blank())
        self._middle.setMaximumWidth(self._look.px(WIDEST if shown else WIDEST * 0.62))
        self._detail.setVisible(shown)
        self._detail.show_back(not beside)
        self._left.setVisible(beside or not opened)
        self._lead.setVisible(self.height() >= self._look.px(480))

    def _is_blank(self) -> bool:
        """Whether there is nobody in the whole book."""
        return not self._model.rowCount() and not self._model.text.strip()

    def _say_if_empty(self) -> None:
        """Kind words where there is nobody to show."""
        empty = self._model.rowCount() == 0
        if not self._is_blank():
            text = self.tr("Nobody here goes by these words.")
        else:
            text = self.tr("Nobody has been written down yet. When you let a thought in, it is remembered here.")
        self._nobody.setText(text)
        self._nobody.setVisible(empty)
        self._list.setVisible(not empty)
        self._arrange()

    # ------------------------------------------------------------------------------------------- what one does

    def _pause_again(self) -> None:
        self._pause.start()

    def _find(self) -> None:
        """Show whom the search finds."""
        self._model.search(self._search.text())
        self._say_if_empty()
        self._mark_open()

    def _read(self) -> None:
        """The same search again, at the same place in the list."""
        bar = self._list.verticalScrollBar()
        place = bar.value()
        self._find()
        self._list.doItemsLayout()
        bar.setValue(place)
        if self._open is not None:
            self._show(self._open.id)

    def _to_list(self) -> None:
        """From the search to the first it has found."""
        if self._pause.isActive():
            self._pause.stop()
            self._find()
        if self._model.rowCount():
            self._list.setFocus()
            if not self._list.selectionModel().hasSelection():
                self._list.setCurrentIndex(self._model.index(0))

    def _chosen(self, index: QModelIndex, walking: bool) -> None:
        guest = self._model.guest(index.row())
        if guest is None or (walking and not self._beside()) or (self._open is not None and self._open.id == guest.id):
            return
        self._show(guest.id)

    def _enter(self) -> None:
        """Open the guest the list stands at, and go to it."""
        guest = self._model.guest(self._list.currentIndex().row())
        if guest is not None:
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
        self._list.setFocus()

    def _close(self) -> None:
        self._open = None
        self._list.clearSelection()
        self._detail.empty()
        self._arrange()

    def _mark_open(self) -> None:
        """Mark the open guest in the list, if it is among those that are shown."""
        row = self._model.row_of(self._open.id) if self._open is not None else None
        if row is not None:
            self._list.setCurrentIndex(self._model.index(row))

    def _name(self, theme: str) -> None:
        if self._book is not None and self._open is not None:
            self._book.name(self._open.id, theme, origin=self)
            self._detail.name_card.say_kept()
            self._read()

    def _forget(self) -> None:
        guest, book = self._open, self._book
        if guest is None or book is None:
            return
        if not self._voice.ask(
            self.tr("Forget this guest for good?"), self._what_goes(guest), self.tr("Forget"), self.tr("Keep")
        ):
            return
        book.forget(guest.id, origin=self)
        self._close()
        self._read()
        self._search.setFocus()

    def _what_goes(self, guest: Guest) -> str:
        """What goes, and what does not."""
        if guest.visits == 1:
            visits = self.tr("its one visit")
        else:
            visits = self.tr("all of its {count} visits").format(count=guest.visits)
        if guest.theme:
            goes = self.tr("Its words, {visits} and the name you gave it go for good and cannot be brought back.")
        else:
            goes = self.tr("Its words and {visits} go for good and cannot be brought back.")
        stays = self.tr("Backups that were made before still hold it. If the thought comes again, it is a new guest.")
        return f"{goes.format(visits=visits)}\n\n{stays}"


class SearchField(QLineEdit):
    """A field for searching; the arrow down leads to what was found."""

    down = Signal()

    def __init__(self, name: str) -> None:
        """An empty field that is called ``name``."""
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves the field."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
            return
        super().keyPressEvent(event)
