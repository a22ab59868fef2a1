"""The drawer: deleted entries, which can be taken back for thirty days or erased now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from guesthouse.domain.journal import Line
from guesthouse.qt.look import Look
from guesthouse.ui.journal.words import short_moment, untitled
from guesthouse.ui.parts.buttons import pill, primary, quiet
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label


class DrawerView(QWidget):
    """Shows what is in the drawer. What is done with it is told by signals, with the ids that are chosen."""

    taken_back = Signal(list)
    erased = Signal(list)
    closed = Signal()

    def __init__(self, look: Look, clock: Callable[[], datetime]) -> None:
        """An empty drawer."""
        super().__init__()
        self._clock = clock
        self.list = look.dress(QListWidget(), "reading-small")
        self.list.setAccessibleName(self.tr("Deleted entries"))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setWordWrap(True)
        self._nothing = label(look, "soft", self.tr("The drawer is empty."))
        self.take_back = primary(look, self.tr("Take back"))
        self.erase = quiet(look, self.tr("Erase for good"))
        self.close_button = pill(look, self.tr("Close the drawer"))
        buttons = Flow()
        for button in (self.take_back, self.erase, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 24)
        column.setSpacing(12)
        column.addWidget(label(look, "display", self.tr("Drawer")))
        column.addWidget(
            label(
                look,
                "soft",
                self.tr(
                    "Deleted entries stay here for 30 days and can be taken back. After that they are gone for good."
                ),
            )
        )
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addStretch(0)
        self.list.itemSelectionChanged.connect(self._allow)
        self.take_back.clicked.connect(lambda: self.taken_back.emit(self._chosen()))
        self.erase.clicked.connect(lambda: self.erased.emit(self._chosen()))
        self.close_button.clicked.connect(self.closed)

    def show_lines(self, lines: list[Line]) -> None:
        """Show these in place of those before."""
        self.list.clear()
        for line in lines:
            title = " ".join((line.title or line.opening or untitled()).split())
            item = QListWidgetItem(f"{short_moment(line.written, self._clock())} · {title}")
            item.setData(Qt.ItemDataRole.UserRole, line.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if lines else -1)
        self.list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._allow()

    def begin(self) -> None:
        """Put the focus where one chooses."""
        (self.list if self.list.count() else self.close_button).setFocus()

    def _chosen(self) -> list[str]:
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in self.list.selectedItems()]

    def _allow(self) -> None:
        for button in (self.take_back, self.erase):
            button.setEnabled(bool(self.list.selectedItems()))
