"""All tags: renamed, merged by giving one the name of another, removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from guesthouse.domain.journal import Tag
from guesthouse.qt.look import Look
from guesthouse.ui.journal.words import entries_counted
from guesthouse.ui.parts.buttons import pill, primary, quiet
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label


class TagsView(QWidget):
    """Shows the tags. What is done with them is told by signals."""

    renamed = Signal(str, str)
    removed = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """No tags yet."""
        super().__init__()
        self._look = look
        self.list = look.dress(QListWidget(), "body")
        self.list.setAccessibleName(self.tr("All tags"))
        self._nothing = label(look, "soft", self.tr("No entry has a tag yet."))
        title = label(look, "body", self.tr("New name"))
        self.field = look.dress(QLineEdit(), "body")
        self.field.setAccessibleName(title.text())
        self.field.setMaxLength(80)
        title.setBuddy(self.field)
        self._note = label(look, "soft")
        self.rename = primary(look, self.tr("Rename"))
        self.remove = quiet(look, self.tr("Remove from all entries"))
        self.close_button = pill(look, self.tr("Close tags"))
        buttons = Flow()
        for button in (self.rename, self.remove, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 24)
        column.setSpacing(12)
        column.addWidget(label(look, "display", self.tr("Tags")))
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(title)
        column.addWidget(self.field)
        column.addWidget(self._note)
        column.addLayout(buttons)
        column.addStretch(0)
        self._wire()

    def show_tags(self, tags: list[Tag], chosen: str = "") -> None:
        """Show these in place of those before, and choose the one named ``chosen``."""
        self.list.clear()
        for tag in tags:
            item = QListWidgetItem(f"{tag.name} · {entries_counted(tag.entries)}")
            item.setData(Qt.ItemDataRole.UserRole, tag.name)
            self.list.addItem(item)
        names = [tag.name for tag in tags]
        self.list.setCurrentRow(names.index(chosen) if chosen in names else 0 if names else -1)
        self.list.setVisible(bool(tags))
        self._nothing.setVisible(not tags)
        self._choose()

    def begin(self) -> None:
        """Put the focus where one chooses."""
        (self.list if self.list.count() else self.close_button).setFocus()

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(lambda row: self._choose())
        self.field.textChanged.connect(self._allow)
        self.field.returnPressed.connect(self._rename)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(lambda: self.removed.emit(self._name()))
        self.close_button.clicked.connect(self.closed)

    def _name(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _choose(self) -> None:
        self.field.setText(self._name())
        self._allow()

    def _allow(self) -> None:
        name, new = self._name(), self.field.text().strip()
        names = {str(self.list.item(row).data(Qt.ItemDataRole.UserRole)).casefold() for row in range(self.list.count())}
        merges = new.casefold() in names and new.casefold() != name.casefold()
        self._note.setText(self.tr("There is a tag of this name: the two become one.") if merges else "")
        self.rename.setEnabled(bool(name) and bool(new) and new != name)
        self.remove.setEnabled(bool(name))
        self.field.setEnabled(bool(name))

    def _rename(self) -> None:
        if self.rename.isEnabled():
            self.renamed.emit(self._name(), self.field.text().strip())
