"""What was found in the journal, as Qt's list wants it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStringListModel, Qt

from guesthouse.domain.journal import Found, Line, Wanted
from guesthouse.ui.journal.words import moment, month, untitled
from guesthouse.ui.parts.quiet_list import Index

if TYPE_CHECKING:
    from guesthouse.services.journal import Journal

WINDOW = 20
MOST_WINDOWS = 100
LINE = Qt.ItemDataRole.UserRole
MONTH = Qt.ItemDataRole.UserRole + 1


class EntriesModel(QStringListModel):
    """A row is an entry. Only the windows that are looked at are read.

    A list asks for each of its 50,000 rows by number when it is laid out, so two things keep Python out of that: the
    rows are those of Qt's own model, with empty strings, and the names of months are no rows, so that all rows are
    equally high.
    """

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        """Empty, until there is a journal."""
        super().__init__(parent)
        self._clock = clock
        self._journal: Journal | None = None
        self._found = Found()
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
        self.wanted, self.now, self._found = wanted, self._clock(), found
        self._windows.clear()
        self.setStringList([""] * len(found))

    def renew(self, entry_id: str) -> None:
        """This entry's line is to be read anew; the order is as it was."""
        row = self.row_of(entry_id)
        if row is not None:
            self._windows.pop(row // WINDOW, None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, or what is said of it; of the first of a month its name."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE:
            return line
        if role == MONTH:
            return self._month_above(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.title or line.opening or untitled()
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ". ".join(filter(None, (moment(line.written, self.now), line.opening if line.title else "")))
        return None

    def line(self, row: int) -> Line | None:
        """The entry in a row; None where the journal has changed since it was read."""
        if self._journal is None or not 0 <= row < len(self._found):
            return None
        number, place = divmod(row, WINDOW)
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
        return self._journal.place_in(self._found, entry_id) if self._journal is not None else None

    def _month_above(self, row: int) -> str | None:
        """The name of the month that begins with this row; None within one, and where the best stands first."""
        days = self._found.days
        if self._found.query.terms or (row and days[row][:7] == days[row - 1][:7]):
            return None
        return month(days[row])
