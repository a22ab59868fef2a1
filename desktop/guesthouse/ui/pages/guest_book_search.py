"""The left of the guest book: the search and the list of whom it finds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.visit import Guest
from guesthouse.qt.look import Look
from guesthouse.ui.pages.guest_book_model import GuestsModel
from guesthouse.ui.pages.guest_book_rows import Figures, GuestList
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.search_field import SearchField

if TYPE_CHECKING:
    from guesthouse.services.guest_book import GuestBook

LEAD_FROM = 480
"""From this height on (design pixels) there is room for the line under the title."""


class GuestSearch(QWidget):
    """The title, the search, and the guests it finds. Which of them is open is not its business."""

    chosen = Signal(Guest, bool)
    """A guest was chosen; whether it was by walking over it with the arrows."""
    entered = Signal(Guest)
    """A guest is to be opened and gone to."""
    found = Signal()
    """Other guests are shown than before, or none."""

    def __init__(self, look: Look, figures: Figures, clock: Callable[[], datetime], pause_ms: int) -> None:
        """Nobody, until there is a book; the search begins ``pause_ms`` after the last letter."""
        super().__init__()
        self._look = look
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._model = GuestsModel(clock, self)
        self.list = GuestList(look, figures)
        self.list.setModel(self._model)
        self.field = SearchField(self.tr("Search the guest book"))
        self._lay_out()
        self._wire()

    @property
    def now(self) -> datetime:
        """When the list was read."""
        return self._model.now

    @property
    def is_blank(self) -> bool:
        """Whether there is nobody in the whole book."""
        return not self._model.rowCount() and not self._model.text.strip()

    def open(self, book: GuestBook | None) -> None:
        """Show everybody in this book, or nobody."""
        self.field.setText("")  # clear() could be undone
        self._pause.stop()
        self.list.rows.forget()
        self._model.open(book)
        self._say_if_empty()

    def read(self) -> None:
        """The same search again, at the same place in the list."""
        bar = self.list.verticalScrollBar()
        place = bar.value()
        self._find()
        self.list.doItemsLayout()
        bar.setValue(place)

    def mark(self, guest_id: str) -> None:
        """Mark this guest in the list, if it is among those that are shown."""
        row = self._model.row_of(guest_id)
        if row is not None:
            self.list.setCurrentIndex(self._model.index(row))

    def empty_field(self) -> bool:
        """Search for nothing again; whether there was anything to take away."""
        if not self.field.text():
            return False
        self.field.clear()
        self.field.setFocus()
        return True

    def fit(self, height: int) -> None:
        """Leave out what is not needed in a window of few pixels."""
        self._lead.setVisible(height >= self._look.px(LEAD_FROM))

    def _lay_out(self) -> None:
        look = self._look
        look.dress(self.field, "body")
        self._nobody = label(look, "soft")
        self._nobody.setContentsMargins(20, 16, 20, 16)
        card = Card()
        card.column.setContentsMargins(10, 10, 10, 10)
        card.column.addWidget(self._nobody)
        card.column.addWidget(self.list, 1)
        card.column.addStretch(0)
        self._lead = label(look, "soft", self.tr("Thoughts that came to the door. Kept on this computer only."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 40, 0, 24)
        column.setSpacing(12)
        column.addWidget(label(look, "display", self.tr("Guest book")))
        column.addWidget(self._lead)
        column.addWidget(self.field)
        column.addWidget(card, 1)

    def _wire(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self.field.down.connect(self._to_list)
        self.field.returnPressed.connect(self._to_list)
        self._pause.timeout.connect(self._find)
        self.list.chosen.connect(self._chosen)
        self.list.entered.connect(self._enter)

    def _find(self) -> None:
        self._model.search(self.field.text())
        self._say_if_empty()
        self.found.emit()

    def _say_if_empty(self) -> None:
        """Kind words where there is nobody to show."""
        if not self.is_blank:
            text = self.tr("Nobody here goes by these words.")
        else:
            text = self.tr("Nobody has been written down yet. When you let a thought in, it is remembered here.")
        self._nobody.setText(text)
        self._nobody.setVisible(self._model.rowCount() == 0)

    def _to_list(self) -> None:
        """From the search to the first it has found."""
        if self._pause.isActive():
            self._pause.stop()
            self._find()
        if self._model.rowCount():
            self.list.setFocus()
            if not self.list.selectionModel().hasSelection():
                self.list.walk_to(0)

    def _chosen(self, index: QModelIndex, walking: bool) -> None:
        guest = self._model.guest(index.row())
        if guest is not None:
            self.chosen.emit(guest, walking)

    def _enter(self) -> None:
        guest = self._model.guest(self.list.currentIndex().row())
        if guest is not None:
            self.entered.emit(guest)
