"""The practices that are shown, as Qt's list wants them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from guesthouse.domain.practice import Element, Practice
from guesthouse.domain.sitting import NEW, Standing
from guesthouse.ui.practices.facts import element_name, length_and_tone, said_of_it, title_of

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
PRACTICE = Qt.ItemDataRole.UserRole
HEADING = Qt.ItemDataRole.UserRole + 1
"""The element, at the first practice of one; it is painted over it."""
STANDING = Qt.ItemDataRole.UserRole + 2


class PracticesModel(QAbstractListModel):
    """In the order they were found; or, in the order of the path, each element under a heading of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        """None yet."""
        super().__init__(parent)
        self._practices: list[Practice] = []
        self._standings: Mapping[str, Standing] = {}
        self.grouped = False

    def show_practices(
        self, practices: Sequence[Practice], standings: Mapping[str, Standing], *, grouped: bool
    ) -> None:
        """Show these in place of those before."""
        order = list(Element)
        self.beginResetModel()
        ordered = sorted(practices, key=lambda one: order.index(one.element)) if grouped else practices
        self._practices, self._standings, self.grouped = list(ordered), standings, grouped
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many were found."""
        return 0 if parent.isValid() else len(self._practices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The practice, its title, or what is known about it in words."""
        practice = self.practice(index.row()) if index.isValid() else None
        if practice is None:
            return None
        if role == PRACTICE:
            return practice
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return title_of(practice)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ". ".join(filter(None, [*self.marks(practice), self.facts(practice), practice.purpose]))
        if role == STANDING:
            return self._standing(practice)
        if role == HEADING and self._begins(index.row()):
            return practice.element
        return None

    def practice(self, row: int) -> Practice | None:
        """The practice in a row, or None."""
        return self._practices[row] if 0 <= row < len(self._practices) else None

    def row_of(self, practice_id: str) -> int | None:
        """The row of a practice, if it is shown."""
        return next((row for row, one in enumerate(self._practices) if one.id == practice_id), None)

    def facts(self, practice: Practice) -> str:
        """ "2 minutes · neutral · acknowledge"."""
        return f"{length_and_tone(practice)} · {element_name(practice.element).lower()}"

    def marks(self, practice: Practice) -> list[str]:
        """What the small marks say, in words."""
        standing = self._standing(practice)
        marks = []
        if standing.favourite:
            marks.append(self.tr("favourite"))
        if practice.own:
            marks.append(self.tr("your own"))
        if standing.verdict is not None:
            marks.append(said_of_it(standing.verdict))
        return marks

    def _standing(self, practice: Practice) -> Standing:
        return self._standings.get(practice.id, NEW)

    def _begins(self, row: int) -> bool:
        return self.grouped and (row == 0 or self._practices[row - 1].element is not self._practices[row].element)
