"""The left of the journal: search, "New entry", the calendar, what the list is narrowed by, and the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from guesthouse.domain.journal import Line, Wanted
from guesthouse.domain.words import Query, query_of
from guesthouse.qt.look import Look
from guesthouse.ui.journal.calendar import Calendar
from guesthouse.ui.journal.entries_list import EntriesList
from guesthouse.ui.journal.entries_model import EntriesModel
from guesthouse.ui.journal.filters import Filters
from guesthouse.ui.journal.words import entries_counted
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.search_field import SearchField

if TYPE_CHECKING:
    from guesthouse.services.journal import Journal

CALENDAR_FROM = 660
"""From this height on (design pixels) there is room for the calendar above the list."""


class Shelf(QFrame):
    """Finds entries. Which of them is open is not its business."""

    chosen = Signal(Line, bool)
    """An entry was chosen; whether it was by walking over it with the arrows."""
    entered = Signal(Line)
    """An entry is to be opened and gone to."""
    found = Signal()
    """Other entries are shown than before, or none."""
    new_asked = Signal()

    def __init__(self, look: Look, clock: Callable[[], datetime], pause_ms: int) -> None:
        """Empty, until there is a journal; the search begins ``pause_ms`` after the last letter."""
        super().__init__()
        self._look, self._clock = look, clock
        self._journal: Journal | None = None
        self.setProperty("ground", "rail")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self.model = EntriesModel(clock, self)
        self.list = EntriesList(look)
        self.list.setModel(self.model)
        self.field = SearchField(self.tr("Search the journal"))
        self.calendar = Calendar(look, clock)
        self.filters = Filters(look)
        self.new = _new_button(look, self.tr("New entry"))
        self.narrow = pill(look, self.tr("Filter"))
        self.calendar_button = pill(look, self.tr("Calendar"), checkable=True)
        self.more = pill(look, self.tr("More"))
        self._wished: bool | None = None
        self._lay_out()
        self._wire()
        look.changed.connect(self._dress)
        self._dress()

    @property
    def query(self) -> Query:
        """What is searched for."""
        return query_of(self.model.wanted.text)

    @property
    def day(self) -> date | None:
        """The day the list is narrowed to."""
        return self.filters.wanted.first

    def open(self, journal: Journal | None) -> None:
        """Show this journal, or nothing."""
        self._journal = journal
        self._pause.stop()
        self.field.setText("")  # clear() could be undone
        self._pause.stop()
        self.filters.forget()
        self.calendar.choose(None)
        self.model.open(journal)
        self._after()
        self.mark_days()

    def read(self) -> None:
        """The same search again, at the same place in the list."""
        bar = self.list.verticalScrollBar()
        place = bar.value()
        self._find()
        self.list.doItemsLayout()
        bar.setValue(place)
        self.mark_days()

    def renew(self, entry_id: str) -> None:
        """The entry's line is another one; it stands where it stood."""
        self.model.renew(entry_id)
        self.list.viewport().update()

    def mark(self, entry_id: str) -> None:
        """Mark this entry in the list, if it was found."""
        row = self.model.row_of(entry_id)
        if row is not None and self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self.model.index(row, 0))

    def mark_days(self) -> None:
        """Shade the days of the month that is shown on which something was written."""
        first, last = self.calendar.shown()
        self.calendar.mark_days(self._journal.written_days(first, last) if self._journal is not None else {})

    def empty_field(self) -> bool:
        """Search for nothing again; whether there was anything to take away."""
        if not self.field.text() and self.filters.wanted == Wanted():
            return False
        self.field.clear()
        self.filters.forget()
        self.field.setFocus()
        return True

    def fit(self, height: int) -> None:
        """The calendar stands there where there is room for it, or where it is asked for."""
        roomy = height >= self._look.px(CALENDAR_FROM)
        shown = roomy if self._wished is None else self._wished
        self.calendar.setVisible(shown)
        self.calendar_button.blockSignals(True)
        self.calendar_button.setChecked(shown)
        self.calendar_button.blockSignals(False)

    def _lay_out(self) -> None:
        self._look.dress(self.field, "body")
        self._nothing = label(self._look, "soft")
        self._nothing.setContentsMargins(16, 12, 16, 12)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.field, 1)
        top.addWidget(self.new)
        tools = Flow(gap=2)
        for button in (self.calendar_button, self.narrow, self.more):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 28, 14, 8)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(tools)
        column.addWidget(self.calendar)
        column.addWidget(self.filters)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def _wire(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self.field.down.connect(self._to_list)
        self.field.returnPressed.connect(self._to_list)
        self._pause.timeout.connect(self._find)
        self.filters.changed.connect(self._filtered)
        self.new.clicked.connect(self.new_asked)
        self.list.chosen.connect(self._chosen)
        self.list.entered.connect(self._enter)
        self.calendar.month_shown.connect(lambda first, last: self.mark_days())
        self.calendar.day_chosen.connect(self._day_chosen)
        self.calendar_button.toggled.connect(self._calendar_wished)

    def _find(self) -> None:
        self.model.find(replace(self.filters.wanted, text=self.field.text()))
        self._after()
        self.found.emit()

    def _after(self) -> None:
        """Kind words where there is nothing to show, and a count where something is looked for."""
        wanted = self.model.wanted
        if wanted == Wanted():
            text = self.tr("Nothing is written yet. A line is enough, and nobody else reads it.")
            self._nothing.setVisible(self.model.many == 0)
        elif self.model.many:
            text = entries_counted(self.model.many)
            self._nothing.setVisible(True)
        else:
            text = self.tr("No entry has this.")
            self._nothing.setVisible(True)
        self._nothing.setText(text)

    def _filtered(self) -> None:
        self.calendar.choose(self.day)
        self._pause.stop()
        self._find()

    def _day_chosen(self, day: object) -> None:
        chosen = day if isinstance(day, date) else None
        self.filters.want(replace(self.filters.wanted, first=chosen, last=chosen, on=None))

    def _calendar_wished(self, shown: bool) -> None:
        self._wished = shown
        self.calendar.setVisible(shown)

    def _to_list(self) -> None:
        """From the search to the first it has found."""
        if self._pause.isActive():
            self._pause.stop()
            self._find()
        if self.model.many:
            self.list.setFocus()
            if not self.list.selectionModel().hasSelection():
                self.list.walk_to(0)

    def _chosen(self, index: QModelIndex, walking: bool) -> None:
        line = self.model.line(index.row())
        if line is not None:
            self.chosen.emit(line, walking)

    def _enter(self) -> None:
        line = self.model.line(self.list.currentIndex().row())
        if line is not None:
            self.entered.emit(line)

    def _dress(self) -> None:
        self.new.setIcon(self._look.icon("plus", "on-sage", size=22))
        side = self._look.px(44)
        self.new.setFixedSize(side, side)
        for button, icon in (
            (self.narrow, "funnel"),
            (self.calendar_button, "calendar-blank"),
            (self.more, "dots-three"),
        ):
            button.setIcon(self._look.icon(icon, "soft", size=16, room=4))


def _new_button(look: Look, name: str) -> QPushButton:
    """The round button with a plus."""
    button = QPushButton()
    button.setProperty("round", True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setAutoDefault(True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return look.dress(button, "primary")
