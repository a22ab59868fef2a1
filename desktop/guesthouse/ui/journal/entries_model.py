"""What was found in the journal, as Qt's list wants it: entries under the names of their months."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from guesthouse.domain.journal import Found, Line, Wanted
from guesthouse.ui.journal.words import moment, month, untitled
from guesthouse.ui.parts.quiet_list import Index

if TYPE_CHECKING:
    from guesthouse.services.journal import Journal

WINDOW = 100
MOST_WINDOWS = 40
LINE = Qt.ItemDataRole.UserRole
MONTH = Qt.ItemDataRole.UserRole + 1
NO_PARENT = QModelIndex()


class EntriesModel(QAbstractListModel):
    """Rows are entries and, where they stand in the order of their days, headings of months.

    Of the entries only the windows that are looked at are read.
    """

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        """Empty, until there is a journal."""
        super().__init__(parent)
        self._clock = clock
        self._journal: Journal | None = None
        self._found = Found()
        self._headings: list[int] = []
        self._months: list[str] = []
        self._windows: OrderedDict[int, list[Line]] = OrderedDict()
        self.wanted = Wanted()
        self.now = clock()

    @property
    def many(self) -> int:
        """How many entries were found."""
        return len(self._found)

    def open(self, journal: Journal | None) -> None:
        """Show this journal, or nothing."""
        self._journal = journal
        self.find(Wanted())

    def find(self, wanted: Wanted) -> None:
        """Show what is wanted; also to read the journal anew."""
        found = self._journal.find(wanted) if self._journal is not None else Found()
        self.beginResetModel()
        self.wanted, self.now, self._found = wanted, self._clock(), found
        self._windows.clear()
        self._headings, self._months = ([], []) if found.query.terms else _headings(found)
        self.endResetModel()

    def renew(self, entry_id: str) -> None:
        """This entry's line is another one now; the order is as it was."""
        row = self.row_of(entry_id)
        if row is not None:
            self._windows.pop(self._place(row) // WINDOW, None)
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Entries and headings."""
        return 0 if parent.isValid() else len(self._found) + len(self._headings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can be neither chosen nor walked to."""
        if index.isValid() and self._is_heading(index.row()):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, or what is said of it; of a heading its month."""
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if self._is_heading(index.row()):
            return self._months[bisect_right(self._headings, index.row()) - 1] if spoken or role == MONTH else None
        line = self.line(index.row())
        if line is None or role == MONTH:
            return None
        if role == LINE:
            return line
        if spoken:
            return line.title or line.opening or untitled()
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ". ".join(filter(None, (moment(line.written, self.now), line.opening if line.title else "")))
        return None

    def line(self, row: int) -> Line | None:
        """The entry in a row; None for a heading, or where the journal has changed since it was read."""
        if self._journal is None or not 0 <= row < self.rowCount() or self._is_heading(row):
            return None
        number, place = divmod(self._place(row), WINDOW)
        window = self._windows.get(number)
        if window is None:
            window = self._windows[number] = self._journal.lines(self._found, number * WINDOW, WINDOW)
            if len(self._windows) > MOST_WINDOWS:
                self._windows.popitem(last=False)
        else:
            self._windows.move_to_end(number)
        return window[place] if place < len(window) else None

    def row_of(self, entry_id: str) -> int | None:
        """The row of an entry, if it was found."""
        place = self._journal.place_in(self._found, entry_id) if self._journal is not None else None
        if place is None:
            return None
        row = place
        for heading in self._headings:
            if heading > row:
                break
            row += 1
        return row

    def _is_heading(self, row: int) -> bool:
        at = bisect_right(self._headings, row) - 1
        return at >= 0 and self._headings[at] == row

    def _place(self, row: int) -> int:
        return row - bisect_right(self._headings, row)


def _headings(found: Found) -> tuple[list[int], list[str]]:
    """The rows of the headings, and what they say."""
    rows: list[int] = []
    months: list[str] = []
    row = 0
    for _, days in groupby(found.days, key=lambda day: day[:7]):
        one, *rest = days
        rows.append(row)
        months.append(month(one))
        row += 2 + len(rest)
    return rows, months
