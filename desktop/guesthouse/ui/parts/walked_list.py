"""A list one walks over with the arrow keys, beside what it opens."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from guesthouse.qt.look import Look
from guesthouse.ui.parts.quiet_list import QuietList


class WalkedList(QuietList):
    """Says which row is chosen, and whether that was by walking over it with the arrow keys."""

    chosen = Signal(QModelIndex, bool)
    entered = Signal()  # Enter on the one the keyboard is at

    def __init__(self, look: Look, name: str) -> None:
        """A list that a screen reader calls ``name``."""
        super().__init__(look, name)
        self._walking = False
        self.clicked.connect(self._clicked)

    def walk_to(self, row: int) -> None:
        """Stand at this row, as after walking there with the arrows."""
        self._walking = True
        self.setCurrentIndex(self.model().index(row, 0))
        self._walking = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the arrows walk."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            if self.selectionMode() == QListView.SelectionMode.SingleSelection:
                self.setCurrentIndex(self.currentIndex())
            self.entered.emit()
            return
        self._walking = True
        super().keyPressEvent(event)
        self._walking = False

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Also when an assistive tool selects; of several at once none is the one to show."""
        super().selectionChanged(selected, deselected)
        indexes = selected.indexes()
        if indexes and len(self.selectedIndexes()) == 1:
            self.chosen.emit(indexes[0], self._walking)

    def _clicked(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) == 1:
            self.chosen.emit(index, False)  # also on the one that was chosen before
