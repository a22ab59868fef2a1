"""The left of the room: the search, what narrows it, and the list of the practices it finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from guesthouse.domain.finding import Asked, Lines, found
from guesthouse.domain.practice import Practice
from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.search_field import SearchField
from guesthouse.ui.practices.facts import on_a_button, title_of
from guesthouse.ui.practices.filters import Filters, why_nothing
from guesthouse.ui.practices.model import PracticesModel
from guesthouse.ui.practices.rows import PracticeList

if TYPE_CHECKING:
    from guesthouse.house import House

LEAD_FROM, TITLE_FROM = 560, 340
"""From these heights on (design pixels) there is room for the line under the title, and for the title."""


class Library(QWidget):
    """The title, the search and its filters, and the practices they find. Which one is open is not its business."""

    chosen = Signal(str, bool)
    """A practice was chosen, by its id; whether it was by walking over it with the arrows."""
    entered = Signal(str)
    """A practice is to be opened and gone to."""
    found = Signal()
    """Others are shown than before, or none."""
    opened = Signal(str)
    """The one that was left in the middle is to be looked at, by its id."""
    new_asked = Signal()
    kit_asked = Signal()
    menu_asked = Signal(QMenu)
    """The small menu is about to open; others may put something to it."""

    def __init__(self, look: Look, pause_ms: int) -> None:
        """None, until there is a house; the search begins ``pause_ms`` after the last letter."""
        super().__init__()
        self._look = look
        self._house: House | None = None
        self._marking = False
        self._broken_off = ""
        self._lines: Lines = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self.model = PracticesModel(self)
        self.list = PracticeList(look)
        self.list.setModel(self.model)
        self.field = SearchField(self.tr("Search practices"))
        self.filters = Filters(look)
        self.broken_off = pill(look, self.tr("Left in the middle"))
        self.more = pill(look, "")
        self.more.setAccessibleName(self.tr("More"))
        self.more.setToolTip(self.tr("More"))
        self._lay_out()
        self._wire()
        self._dress()

    def open(self, house: House | None) -> None:
        """Show the practices of this house, or none."""
        self._house = house
        self._lines.clear()
        self.field.setText("")
        self._pause.stop()
        self.filters.forget()
        self._find()

    def read(self) -> None:
        """The same search again, at the same place in the list."""
        bar = self.list.verticalScrollBar()
        place = bar.value()
        chosen = self.chosen_id()
        self._find()
        if chosen is not None:
            self.mark(chosen)
        self.list.doItemsLayout()
        bar.setValue(place)

    def chosen_id(self) -> str | None:
        """The practice that is marked in the list, or None."""
        practice = self.model.practice(self.list.currentIndex().row())
        return practice.id if practice is not None and self.list.selectionModel().hasSelection() else None

    def mark(self, practice_id: str) -> None:
        """Mark this practice in the list, or none where it was not found; says nothing."""
        row = self.model.row_of(practice_id)
        self._marking = True
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row, 0))
        else:
            self.list.clearSelection()
        self._marking = False

    def narrow_nothing(self) -> bool:
        """Search for nothing again; whether there was anything to take away."""
        if not self.field.text() and self.filters.asked("") == Asked():
            return False
        self.field.clear()
        self.filters.forget()
        self._pause.stop()
        self._find()
        self.field.setFocus()
        return True

    def show_broken_off(self, practice: Practice | None) -> None:
        """Say which one was left in the middle, where there is one."""
        self._broken_off = practice.id if practice is not None else ""
        told = self.tr("Left in the middle")
        if practice is not None:
            told = self.tr("Left in the middle: {title}").format(title=title_of(practice))
        self.broken_off.setText(on_a_button(told))
        self.broken_off.setAccessibleName(told)
        self._strip.setVisible(practice is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another room for the word beside the dots."""
        super().resizeEvent(event)
        self._name_more()

    def fit(self, height: int) -> None:
        """Leave out what is not needed in a window of few pixels."""
        self._lead.setVisible(height >= self._look.px(LEAD_FROM))
        self._title.setVisible(height >= self._look.px(TITLE_FROM))

    def _lay_out(self) -> None:
        look = self._look
        look.dress(self.field, "body")
        self._nothing = label(look, "soft")
        self._nothing.setContentsMargins(20, 16, 20, 16)
        self._strip = Card("sage")
        self._strip.column.setContentsMargins(8, 4, 8, 4)
        strip = Flow()
        strip.addWidget(self.broken_off)
        self._strip.column.addLayout(strip)
        self._strip.hide()
        card = Card()
        card.column.setContentsMargins(10, 10, 10, 10)
        card.column.addWidget(self._nothing)
        card.column.addWidget(self.list, 1)
        card.column.addStretch(0)
        self._lead = label(look, "soft", self.tr("Small steps, a minute or a few. One is plenty."))
        head = QHBoxLayout()
        head.setSpacing(8)
        self._title = label(look, "display", self.tr("Practices"))
        head.addWidget(self._title, 1)
        self._head = head
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 40, 0, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._lead)
        column.addWidget(self.field)
        column.addWidget(self.filters)
        column.addWidget(self._strip)
        column.addWidget(card, 1)

    def _wire(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self.field.down.connect(self._to_list)
        self.field.returnPressed.connect(self._to_list)
        self._pause.timeout.connect(self._search)
        self.filters.changed.connect(self._search)
        self.list.chosen.connect(self._chosen)
        self.list.entered.connect(self._enter)
        self.more.clicked.connect(lambda: self._open_menu(self.more))
        self.broken_off.clicked.connect(lambda: self.opened.emit(self._broken_off))
        self._look.changed.connect(self._dress)

    def _search(self) -> None:
        self._pause.stop()
        self._find()
        if self._nothing.isVisible():
            announce(self.field, self._nothing.text())

    def _find(self) -> None:
        asked = self.filters.asked(self.field.text())
        practices: list[Practice] = []
        standings = {}
        if self._house is not None:
            standings = self._house.practices.standings()
            practices = found(self._house.practices.all(), asked, standings, self._house.wishes.off(), self._lines)
        self.model.show_practices(practices, standings, grouped=not asked.text.strip())
        if not practices and self._house is not None:
            among = found(self._house.practices.all(), replace(asked, hidden=True), standings, self._house.wishes.off())
            self._nothing.setText(why_nothing(replace(asked, text=asked.text.strip()), hidden=bool(among)))
        self._nothing.setVisible(not practices and self._house is not None)
        self.found.emit()

    def _to_list(self) -> None:
        """From the search to the first it has found."""
        if self._pause.isActive():
            self._search()
        if self.model.rowCount():
            self.list.setFocus()
            if not self.list.selectionModel().hasSelection():
                self.list.walk_to(0)

    def _chosen(self, index: QModelIndex, walking: bool) -> None:
        practice = self.model.practice(index.row())
        if practice is not None and not self._marking:
            self.chosen.emit(practice.id, walking)

    def _enter(self) -> None:
        practice = self.model.practice(self.list.currentIndex().row())
        if practice is not None:
            self.entered.emit(practice.id)

    def _open_menu(self, button: QPushButton) -> None:
        menu = QMenu(button)
        menu.addAction(self.tr("Write one of my own"), self.new_asked.emit)
        self.menu_asked.emit(menu)
        menu.addSeparator()
        menu.addAction(self.tr("Comfort kit"), self.kit_asked.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _dress(self) -> None:
        self.broken_off.setIcon(self._look.icon("arrow-bend-down-right", "sage-ink", size=16, room=6))
        self.more.setIcon(self._look.icon("dots-three", "soft", size=16, room=4))
        self._name_more()

    def _name_more(self) -> None:
        """The dots with their word, where it has room beside the title."""
        self.more.setText(self.more.accessibleName())
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        if title + self._head.spacing() + self.more.sizeHint().width() > self.width():
            self.more.setText("")
