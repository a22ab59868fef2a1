"""A month as a table: weeks below each other, and on which days something was written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt

from guesthouse.ui.journal.words import entries_counted, whole_day
from guesthouse.ui.parts.quiet_list import Index

DAY = Qt.ItemDataRole.UserRole
WRITTEN = Qt.ItemDataRole.UserRole + 1
WEEKS, DAYS = 6, 7
NO_PARENT = QModelIndex()


class MonthModel(QAbstractTableModel):
    """Six weeks, as the locale begins them; days of other months are empty cells."""

    def __init__(self, month: date, parent: QObject | None = None) -> None:
        """The month that ``month`` lies in."""
        super().__init__(parent)
        self._written: dict[date, int] = {}
        self.first = month.replace(day=1)

    @property
    def last(self) -> date:
        """The last day of the month."""
        return (self.first + timedelta(days=32)).replace(day=1) - timedelta(days=1)

    def show(self, month: date) -> None:
        """Another month; nothing is known of its days yet."""
        self.beginResetModel()
        self.first = month.replace(day=1)
        self._written = {}
        self.endResetModel()

    def mark(self, written: Mapping[date, int]) -> None:
        """How many entries the days have."""
        if dict(written) != self._written:
            self._written = dict(written)
            self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, DAYS - 1))

    def place_of(self, day: date) -> QModelIndex:
        """The cell of a day of this month."""
        place = self._before() + day.day - 1
        return self.index(place // DAYS, place % DAYS)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Days."""
        return 0 if parent.isValid() else DAYS

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Empty cells cannot be walked to."""
        return super().flags(index) if self.day(index) is not None else Qt.ItemFlag.NoItemFlags

    def day(self, index: Index) -> date | None:
        """The day in a cell, if it has one."""
        number = index.row() * DAYS + index.column() - self._before() + 1
        return self.first.replace(day=number) if 1 <= number <= self.last.day else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number of the day; said aloud its whole name, and what was written then."""
        day = self.day(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().toString(day.day)
        if role == DAY:
            return day
        written = self._written.get(day, 0)
        if role == WRITTEN:
            return written
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{whole_day(day)}, {entries_counted(written)}" if written else whole_day(day)
        return None

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The days of the week, by a letter and aloud by name."""
        if side != Qt.Orientation.Horizontal:
            return None
        weekday = (QLocale().firstDayOfWeek().value - 1 + section) % DAYS + 1
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().standaloneDayName(weekday, QLocale.FormatType.NarrowFormat)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return QLocale().standaloneDayName(weekday)
        return None

    def _before(self) -> int:
        """How many cells stand empty before the first of the month."""
        return (self.first.isoweekday() - QLocale().firstDayOfWeek().value) % DAYS
