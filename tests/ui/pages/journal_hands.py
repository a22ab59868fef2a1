"""What one does with the journal's page, and what one sees and hears of it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QListView, QPushButton

from guesthouse.domain.journal import Entry, Wanted
from guesthouse.house import House
from guesthouse.ui.pages.journal import JournalPage


def named(page: JournalPage, kind: type, name: str) -> QPushButton:
    """The visible control a screen reader calls by this name."""
    return next(
        found
        for found in page.findChildren(kind)
        if name in (found.accessibleName() or "", getattr(found, "text", lambda: "")()) and found.isVisible()
    )


def spoken(page: JournalPage) -> list[str]:
    """The names of all buttons that can be seen."""
    return [button.accessibleName() for button in page.findChildren(QPushButton) if button.isVisible()]


def rows(page: JournalPage) -> list[str]:
    """What a screen reader hears for each row of the list."""
    model = named(page, QListView, "Entries").model()  # type: ignore[attr-defined]
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def choose(page: JournalPage, row: int) -> None:
    """As an assistive tool does it, without a key."""
    view = page.desk.shelf.list
    view.selectionModel().select(view.model().index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)


def saved(house: House) -> list[Entry]:
    """Every entry in the file, the latest first."""
    found = house.journal.find(Wanted())
    entries = (house.journal.entry(line.id) for line in house.journal.lines(found, 0, 99))
    return [entry for entry in entries if entry is not None]
