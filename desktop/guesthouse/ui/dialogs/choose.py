"""Asks for one of many, which are found as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.search_field import SearchField

Choice = tuple[str, str]
"""An id, and what it is called."""


class ChooseDialog(QDialog):
    """A search field over the list of what it finds."""

    def __init__(
        self, title: str, search: str, find: Callable[[str], Sequence[Choice]], look: Look, parent: QWidget | None
    ) -> None:
        """``title`` is the question, ``search`` the field's name; ``find`` gives what a text finds."""
        super().__init__(parent)
        self.setWindowTitle("Guesthouse")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._find = find
        self.field = look.dress(SearchField(search), "body")
        self.list = look.dress(QListWidget(), "words")
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self._nothing = label(look, "soft", self.tr("Nothing was found."))
        self._yes, no = primary(look, self.tr("Choose")), quiet(look, self.tr("Leave it"))
        self._yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        self._yes.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(no)
        buttons.addWidget(self._yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(12)
        for widget in (label(look, "heading", title), self.field, self._nothing):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.field.textChanged.connect(self._read)
        self.field.down.connect(self.list.setFocus)
        self.list.itemActivated.connect(lambda item: self.accept())
        self.resize(look.px(460), look.px(460))
        self._read("")

    def chosen(self) -> str | None:
        """The id of the one that is chosen."""
        item = self.list.currentItem()
        return None if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _read(self, text: str) -> None:
        self.list.clear()
        for id_, name in self._find(text):
            item = QListWidgetItem(" ".join(name.split()))
            item.setData(Qt.ItemDataRole.UserRole, id_)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self._nothing.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)
        self._yes.setEnabled(self.list.count() > 0)
