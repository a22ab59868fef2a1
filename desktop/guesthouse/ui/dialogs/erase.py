"""Asks for a word before everything is erased, and says what goes and what stays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.dialogs.ample import AmpleDialog
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.labels import label

MOST_NAMED = 8


class EraseDialog(AmpleDialog):
    """The button waits for the word; Esc and the other button change nothing."""

    def __init__(self, look: Look, parent: QWidget | None, *, goes: Sequence[Path], stays: Sequence[Path]) -> None:
        """``goes``: the folders that are emptied of what is ours; ``stays``: what is known to stay elsewhere."""
        super().__init__(self.tr("Erase all of it?"), look, parent)
        self.word = self.tr("erase")
        self.field = look.dress(QLineEdit(), "body")
        self.yes, self.no = quiet(look, self.tr("Erase everything now")), primary(look, self.tr("Leave it"))
        self._say(goes, stays)
        self._ask()
        self.add_buttons(self.no, self.yes)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.field.textChanged.connect(self._look_at)
        self.field.returnPressed.connect(self._go)
        self.yes.setEnabled(False)
        for button in (self.yes, self.no):
            button.setAutoDefault(False)  # Return in the field means the word, and nothing else
        self.field.setFocus()

    def _say(self, goes: Sequence[Path], stays: Sequence[Path]) -> None:
        look, column = self._look, self.column
        lead = self.tr(
            "Your guest book, your journal and all else that you keep here go: the file itself, its keys, its "
            "backups, what was set aside, sounds, preferences and the log. It cannot be brought back."
        )
        column.addWidget(label(look, "body", lead))
        self._list(self.tr("Taken away from"), goes)
        column.addSpacing(8)
        told = self.tr(
            "What we cannot take away: exports, backups in folders you chose before, copies that another program "
            "synced or made, and traces a disk may keep of erased files."
        )
        column.addWidget(label(look, "body", told))
        self._list(self.tr("These stay"), stays)

    def _list(self, title: str, paths: Sequence[Path]) -> None:
        if not paths:
            return
        self.column.addSpacing(4)
        self.column.addWidget(label(self._look, "soft", title))
        for path in paths[:MOST_NAMED]:
            self.column.addWidget(label(self._look, "small", str(path), selectable=True))
        if len(paths) > MOST_NAMED:
            more = self.tr("and {count} more").format(count=len(paths) - MOST_NAMED)
            self.column.addWidget(label(self._look, "small", more))

    def _ask(self) -> None:
        asked = label(self._look, "body", self.tr("To go on, type the word “{word}”").format(word=self.word))
        asked.setBuddy(self.field)
        self.field.setAccessibleName(asked.text())
        self.column.addSpacing(12)
        self.column.addWidget(asked)
        self.column.addWidget(self.field)
        self.column.addStretch(1)

    def _look_at(self, typed: str) -> None:
        self.bring_into_sight(self.field)
        self.yes.setEnabled(typed.strip().casefold() == self.word.casefold())

    def _go(self) -> None:
        if self.yes.isEnabled():
            self.accept()
