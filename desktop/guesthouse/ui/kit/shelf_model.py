"""What lies on one shelf, as a list that views and screen readers read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from guesthouse.domain.kit import Comfort

COMFORT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


def whole(comfort: Comfort) -> str:
    """All of it in one text, as it is read aloud and copied."""
    return f"{comfort.words}\n{comfort.detail}" if comfort.detail else comfort.words


class ShelfModel(QAbstractListModel):
    """The things of a shelf in the person's own order. A row's name is all of its words."""

    def __init__(self, parent: QObject | None = None) -> None:
        """An empty shelf."""
        super().__init__(parent)
        self.things: list[Comfort] = []

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Its words, or the thing itself."""
        if not 0 <= index.row() < len(self.things):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return whole(self.things[index.row()])
        return self.things[index.row()] if role == COMFORT else None

    def row_of(self, comfort_id: str) -> int:
        """Where it lies, or -1."""
        return next((row for row, thing in enumerate(self.things) if thing.id == comfort_id), -1)

    def show(self, things: Sequence[Comfort]) -> None:
        """These, in place of those before; where they are the same nothing is told, and what is chosen stays so."""
        if [thing.id for thing in things] == [thing.id for thing in self.things]:
            for thing in things:
                self.change(thing)
            return
        self.beginResetModel()
        self.things = list(things)
        self.endResetModel()

    def change(self, thing: Comfort) -> None:
        """Other words at the same place."""
        row = self.row_of(thing.id)
        if row >= 0 and self.things[row] != thing:
            self.things[row] = thing
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def insert(self, row: int, thing: Comfort) -> None:
        """One more, at this place."""
        self.beginInsertRows(NO_PARENT, row, row)
        self.things.insert(row, thing)
        self.endInsertRows()

    def take(self, row: int) -> None:
        """One less."""
        self.beginRemoveRows(NO_PARENT, row, row)
        del self.things[row]
        self.endRemoveRows()

    def move(self, row: int, to: int) -> None:
        """To a neighbouring place."""
        self.beginMoveRows(NO_PARENT, row, row, NO_PARENT, to + 1 if to > row else to)
        self.things.insert(to, self.things.pop(row))
        self.endMoveRows()
