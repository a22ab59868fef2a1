"""What the kit holds, for pages that offer it quietly: a comfort, kind words, and people one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.lines import displayed
from guesthouse.ui.kit.rows import PAD, ShelfList
from guesthouse.ui.kit.shelf_model import ShelfModel
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.unasked import comforts_unasked

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.kit import ComfortKit

MOST = 600
"""Characters of one thing that are shown where it is only offered; all of it is in the kit."""


class People(QWidget):
    """The people and places of the kit, to read and to copy from."""

    def __init__(self, look: Look, name: str) -> None:
        """A list that is called ``name``."""
        super().__init__()
        self.model = ShelfModel(self)
        self.list = ShelfList(look, name, self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_kit(self, kit: ComfortKit | None) -> bool:
        """Those in this kit, or nobody; whether there is anybody."""
        self.model.show(on_shelf(kit, Shelf.PEOPLE))
        return bool(self.model.things)


class Offered(QWidget):
    """One comfort and one line of kind words, those that stand first; it is made when there is a kit to show."""

    wanted = Signal(str)
    unfolded = Signal(QWidget)  # the people are opened

    def __init__(self, look: Look) -> None:
        """Nothing is offered yet."""
        super().__init__()
        self._look = look
        self._house: House | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._comfort = label(look, "words")
        self._words = label(look, "words")
        self._button = quiet(look, self.tr("People"))
        self._button.setCheckable(True)
        to_kit = quiet(look, self.tr("Comfort kit"))
        to_kit.clicked.connect(lambda: self.wanted.emit("kit"))
        ways = Flow()
        ways.addWidget(self._button)
        ways.addWidget(to_kit)
        self.people = People(look, self.tr("People and places"))
        self._around = Card()
        self._around.column.setContentsMargins(32 - PAD, 16, 32 - PAD, 16)
        self._around.column.addWidget(self.people)
        for widget in (self._comfort, self._words):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(ways)
        column.addWidget(self._around)
        self._button.toggled.connect(self._unfold)
        self._around.hide()

    def show_kit(self, house: House) -> None:
        """What the kit of this house has to offer now; it is read once it can be seen."""
        self._house = house
        if self.isVisible():
            self._read(house)

    def showEvent(self, event: QShowEvent) -> None:
        """It can be seen."""
        super().showEvent(event)
        if self._house is not None:
            self._read(self._house)

    def _read(self, house: House) -> None:
        for shown, frame, shelf in (
            (self._comfort, self.tr("If you like: {comfort}"), Shelf.COMFORTS),
            (self._words, self.tr("Or these words: {comfort}"), Shelf.WORDS),
        ):
            self._say(shown, frame, comforts_unasked(house, on_shelf(house.kit, shelf)))
        anybody = self.people.show_kit(house.kit)
        self._button.setVisible(anybody)
        self._around.setVisible(anybody and self._button.isChecked())

    def _unfold(self, on: bool) -> None:
        self._around.setVisible(on)
        if on:
            self.unfolded.emit(self._around)

    def _say(self, shown: QWidget, frame: str, things: list[Comfort]) -> None:
        text = displayed(things[0].words) if things else ""
        text = text if len(text) <= MOST else f"{text[:MOST].rstrip()}…"
        shown.setText(frame.format(comfort=text) if text else "")  # type: ignore[attr-defined]
        shown.setVisible(bool(text))


def on_shelf(kit: ComfortKit | None, shelf: Shelf) -> list[Comfort]:
    """What lies there, as far as it can be read: a page that steadies has no troubles to tell."""
    try:
        return kit.on(shelf) if kit is not None else []
    except Trouble:
        return []
