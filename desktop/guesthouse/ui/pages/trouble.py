"""The page shown while the house cannot be opened: what happened, what is safe, what one can do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from guesthouse.errors import FileDamaged, GuesthouseError, KeysMissing, NotADatabase
from guesthouse.qt.look import Look
from guesthouse.qt.voice import words_of
from guesthouse.ui.pages.page import Page
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.house_mark import HouseMark
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet

if TYPE_CHECKING:
    from guesthouse.ui.mending.ways import WaysOn
    from guesthouse.ui.settings.tools import Tools

DAMAGED: tuple[type[GuesthouseError], ...] = (FileDamaged, NotADatabase)
"""Troubles in which something can be taken out of the file, or put in its place."""

CLOSED: tuple[type[GuesthouseError], ...] = (KeysMissing,)
"""Troubles in which a backup leads on, while the file is well."""


class TroublePage(Page):
    """Emits ``again`` to try once more and ``quit_asked`` to give up for today."""

    name = "trouble"
    again = Signal()
    quit_asked = Signal()

    def __init__(self, *, look: Look, folder: Path, tools: Tools | None = None) -> None:
        """A page without a trouble yet; ``folder`` is where the data are, ``tools`` mend them."""
        super().__init__()
        self._look, self._folder, self._tools = look, folder, tools
        self.ways: WaysOn | None = None
        self._title = label(look, "title")
        self._advice = label(look, "body")
        self._again = primary(look, self.tr("Try again"))
        self._again.clicked.connect(self.again)
        sheet = Sheet(look, widest=600)
        sheet.column.addStretch(1)
        self._card = Card()
        self._fill()
        sheet.column.addWidget(self._card)
        sheet.column.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    def show_trouble(self, why: GuesthouseError) -> None:
        """Say it, with what can be done about it."""
        damaged, closed = isinstance(why, DAMAGED), isinstance(why, CLOSED)
        title, advice = words_of(why)
        mendable = self._tools is not None and (damaged or closed)
        self._title.setText(title)
        if mendable and damaged:
            advice = self.tr("It was left as it is. Whatever you choose here, it is kept aside and not changed.")
        self._advice.setText(advice)
        self._look.dress(self._again, "quiet" if mendable else "primary")
        if mendable:
            self._ways_on().begin(damaged=damaged)
        if self.ways is not None:
            self.ways.setVisible(mendable)

    def arrive(self) -> None:
        """Enter tries again."""
        self._again.setFocus()

    def let_go(self) -> None:
        """The file is about to be changed, or opened: nothing looks at it, and nothing opens it from here."""
        if self.ways is not None:
            self.ways.forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at what is found."""
        if self.ways is not None and not event.spontaneous():
            self.ways.rest()
        super().hideEvent(event)

    def _ways_on(self) -> WaysOn:
        """Made when it is first needed: a house that opens needs nothing of it."""
        from guesthouse.ui.mending.ways import WaysOn

        if self.ways is None:
            assert self._tools is not None
            self.ways = WaysOn(self._tools)
            self._card.column.insertWidget(self._place, self.ways)
        return self.ways

    def _fill(self) -> None:
        look, column = self._look, self._card.column
        column.addWidget(HouseMark(look, 40))
        column.addSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addWidget(label(look, "small", str(self._folder), selectable=True))
        column.addSpacing(16)
        self._place = column.count()
        folder = quiet(look, self.tr("Open that folder"))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        leave = quiet(look, self.tr("Quit"))
        leave.clicked.connect(self.quit_asked)
        row = Flow()
        for button in (self._again, folder, leave):
            row.addWidget(button)
        column.addLayout(row)
