"""What is noticed and chosen so far, as Qt's views read it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from guesthouse.domain.noticing import Noticed, Vocabulary

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class ThingsModel(QAbstractListModel):
    """A row for each thing, named by its word; how much and where are its description."""

    def __init__(self, words: Vocabulary | None = None) -> None:
        """Nothing is noticed."""
        super().__init__()
        self._things: list[Noticed] = []
        self.words = words

    @property
    def things(self) -> list[Noticed]:
        """All of them, in the order they were noticed in."""
        return list(self._things)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The word, and what a screen reader says beside it."""
        if not (index.isValid() and 0 <= index.row() < len(self._things)):
            return None
        thing = self._things[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(thing.word.split())
        if role in (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join((*self._amount(thing.amount), *thing.places))
        return None

    def row_of(self, word: str) -> int:
        """Where the word is among them, by whichever of its names; -1 where it is not."""
        names = [self._name(thing.word) for thing in self._things]
        name = self._name(word)
        return names.index(name) if name in names else -1

    def put(self, things: Sequence[Noticed]) -> None:
        """These are there now, and no others."""
        self.beginResetModel()
        self._things = list(things)
        self.endResetModel()

    def add(self, word: str) -> None:
        """One more, at the end."""
        last = len(self._things)
        self.beginInsertRows(NO_PARENT, last, last)
        self._things.append(Noticed(word))
        self.endInsertRows()

    def take(self, row: int) -> None:
        """One less."""
        self.beginRemoveRows(NO_PARENT, row, row)
        del self._things[row]
        self.endRemoveRows()

    def change(self, row: int, thing: Noticed) -> None:
        """This one is another now."""
        self._things[row] = thing
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def _name(self, word: str) -> str:
        known = self.words.word(word.strip()) if self.words is not None else None
        return known.word if known else word.strip()

    def _amount(self, amount: str) -> list[str]:
        return [one.title for one in self.words.amounts if one.id == amount] if self.words is not None else []
