"""The card "Heavy words": whether it is looked for them at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.wished import Wished
from guesthouse.ui.settings.tools import Tools, reason_closed

if TYPE_CHECKING:
    from guesthouse.house import House

HELP = "help"


class HeedingCard(Card):
    """The wish is in the file: without a house it is said that it can be changed once one is open."""

    wanted = Signal(str)  # another page, by its name

    def __init__(self, tools: Tools, *, origin: object) -> None:
        """``origin`` is who changes wishes here."""
        super().__init__()
        look, self._origin = tools.look, origin
        self._wished = Wished(self._show)
        self.box = look.dress(QCheckBox(self.tr("Answer heavy words")), "body")
        self.box.setAccessibleName(self.tr("Answer heavy words with a note"))
        told = self.tr(
            "When you have written something, this app looks in it for certain English phrases, on this computer,"
            " and shows a quiet note with a way to Support. Nothing is stored about it, and it misses things."
        )
        off = self.tr("With this off nothing is looked for, and these words come and go as any others.")
        self.box.setAccessibleDescription(off)
        self._closed = label(look, "soft", reason_closed())
        self.more = quiet(look, self.tr("What it looks for"))
        self.column.addWidget(label(look, "subheading", self.tr("Heavy words")))
        self.column.addSpacing(4)
        self.column.addWidget(label(look, "soft", told))
        self.column.addSpacing(8)
        self.column.addWidget(self.box)
        self.column.addWidget(label(look, "small", off))
        self.column.addWidget(self._closed)
        self.column.addSpacing(4)
        row = Flow()
        row.addWidget(self.more)
        self.column.addLayout(row)
        self.box.toggled.connect(self._switch)
        self.more.clicked.connect(lambda: self.wanted.emit(HELP))
        self.let_go()

    def welcome(self, house: House) -> None:
        """Show what is wished in this house."""
        self._wished.open(house)

    def let_go(self) -> None:
        """Know no house."""
        self._wished.open(None)

    def read(self) -> None:
        """Show the wish as it is."""
        self._wished.read()

    def _show(self, house: House | None) -> None:
        self.box.setEnabled(house is not None)
        self.box.setChecked(house is not None and house.heavy.heeds)
        self._closed.setVisible(house is None)

    def _switch(self, on: bool) -> None:
        self._wished.change(lambda house: house.heavy.heed(on, origin=self._origin))
