"""The page shown while the house cannot be opened: what happened, what is safe, what one can do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout

from guesthouse.qt.look import Look
from guesthouse.ui.pages.page import Page
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.house_mark import HouseMark
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet


class TroublePage(Page):
    """Emits ``again`` to try once more and ``quit_asked`` to give up for today."""

    name = "trouble"
    again = Signal()
    quit_asked = Signal()

    def __init__(self, *, look: Look, folder: Path) -> None:
        """A page without a trouble yet; ``folder`` is where the data are."""
        super().__init__()
        self._folder = folder
        self._title = label(look, "title")
        self._advice = label(look, "body")
        self._again = primary(look, self.tr("Try again"))
        self._again.clicked.connect(self.again)
        sheet = Sheet(look, widest=600)
        sheet.column.addStretch(1)
        sheet.column.addWidget(self._card(look))
        sheet.column.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    def show_trouble(self, title: str, advice: str) -> None:
        """Say it, in words that are translated already."""
        self._title.setText(title)
        self._advice.setText(advice)

    def arrive(self) -> None:
        """Enter tries again."""
        self._again.setFocus()

    def _card(self, look: Look) -> Card:
        card = Card()
        card.column.addWidget(HouseMark(look, 40))
        card.column.addSpacing(8)
        card.column.addWidget(self._title)
        card.column.addWidget(self._advice)
        card.column.addWidget(label(look, "small", str(self._folder), selectable=True))
        card.column.addSpacing(16)
        folder = quiet(look, self.tr("Open that folder"))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        leave = quiet(look, self.tr("Quit"))
        leave.clicked.connect(self.quit_asked)
        row = Flow()
        for button in (self._again, folder, leave):
            row.addWidget(button)
        card.column.addLayout(row)
        return card
