"""The guests and visits as Qt's views want them. Guests come in windows, as far as they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from guesthouse.domain.visit import Guest, Visit
from guesthouse.ui.pages.guest_book_words import arrival, setting, stay, summary

if TYPE_CHECKING:
    from guesthouse.services.guest_book import GuestBook

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
WINDOW = 100
MOST_WINDOWS = 40
GUEST = Qt.ItemDataRole.UserRole
VISIT = Qt.ItemDataRole.UserRole


class GuestsModel(QAbstractListModel):
    """All guests that a search finds. Only the windows of the list that are looked at are read from the book."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        """Nobody, until there is a book."""
        super().__init__(parent)
        self._clock = clock
        self._book: GuestBook | None = None
        self._text = ""
        self._count = 0
        self._windows: OrderedDict[int, list[Guest]] = OrderedDict()
        self.now = clock()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self._text

    def open(self, book: GuestBook | None) -> None:
        """Show this book, or none."""
        self._book = book
        self.search("")

    def search(self, text: str) -> None:
        """Show whom ``text`` finds, everybody where it is empty; also to read the book anew."""
        self.beginResetModel()
        self._text, self.now = text, self._clock()
        self._windows.clear()
        self._count = self._book.count(text) if self._book is not None else 0
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many the search finds."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The guest, or its whole words, or what is known about it."""
        guest = self.guest(index.row()) if index.isValid() else None
        if guest is None:
            return None
        if role == GUEST:
            return guest
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return guest.words
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(filter(None, (guest.theme, summary(guest, self.now))))
        return None

    def guest(self, row: int) -> Guest | None:
        """The guest in a row, or None where the book has changed since it was counted."""
        if self._book is None or not 0 <= row < self._count:
            return None
        number, place = divmod(row, WINDOW)
        window = self._windows.get(number)
        if window is None:
            window = self._windows[number] = self._book.find(self._text, limit=WINDOW, offset=number * WINDOW)
            if len(self._windows) > MOST_WINDOWS:
                self._windows.popitem(last=False)
        else:
            self._windows.move_to_end(number)
        return window[place] if place < len(window) else None

    def row_of(self, guest_id: str) -> int | None:
        """The row of a guest among those that were read already or come first."""
        self.guest(0)
        for number, window in self._windows.items():
            for place, guest in enumerate(window):
                if guest.id == guest_id:
                    return number * WINDOW + place
        return None


class VisitsModel(QAbstractListModel):
    """The visits of one guest, the latest first."""

    def __init__(self, scenes: dict[str, str], parent: QObject | None = None) -> None:
        """``scenes``: the title of each scene by its id."""
        super().__init__(parent)
        self._scenes = scenes
        self._visits: list[Visit] = []
        self._words = ""
        self._now: datetime | None = None

    def show_visits(self, guest: Guest | None, visits: list[Visit], now: datetime | None) -> None:
        """Show these in place of those before."""
        self.beginResetModel()
        self._visits, self._now = visits, now
        self._words = guest.words if guest is not None else ""
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many visits."""
        return 0 if parent.isValid() else len(self._visits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The visit, or all about it in one sentence."""
        if not index.isValid() or index.row() >= len(self._visits):
            return None
        if role == VISIT:
            return self._visits[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(self.lines(index.row()))
        return None

    def lines(self, row: int) -> list[str]:
        """When it came, how long and how it left, in which setting; then its words where they were others."""
        visit, now = self._visits[row], self._now
        assert now is not None
        lines = [arrival(visit, now), stay(visit), setting(visit, self._scenes)]
        return [*lines, visit.words] if visit.words != self._words else lines
