"""The people and places of the comfort kit: who it is, how to reach them, and a button that copies the number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from guesthouse.domain.care import OwnText, contact_in
from guesthouse.domain.kit import Comfort
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.lines import displayed
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.support.copying import Copies

MOST = 12
"""So many stand here; all of them are in the kit."""

LONGEST = 400
"""Characters of one of them that are shown here."""


class OwnPeople(Card):
    """A card that is there with a house, says one sentence behind a lock, and is out of sight otherwise."""

    to_kit = Signal()

    def __init__(self, look: Look, words: OwnText) -> None:
        """Nobody yet, and out of sight."""
        super().__init__()
        self._look, self._words = look, words
        self.people: tuple[Comfort, ...] = ()
        self.heading = label(look, "subheading", words.title)
        self._told = label(look, "soft")
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(12)
        self._rows.setAccessibleName(words.title)
        self._more = quiet(look, self.tr("Comfort kit"))
        self._more.clicked.connect(self.to_kit)
        row = QHBoxLayout()
        row.addWidget(self._more)
        row.addStretch(1)
        for widget in (self.heading, self._told, self._rows):
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.show_lock(False)

    def show_people(self, people: list[Comfort]) -> None:
        """These, as a house has them."""
        self._forget()
        self.people = tuple(people)
        copies = Copies(self._look)
        for number, person in enumerate(people[:MOST]):
            if number:
                self._column.addWidget(_hairline())
            self._column.addWidget(self._row(person, copies))
        self._told.setText(self._words.text if people else self._words.none)
        self._rows.setVisible(bool(people))
        self._more.show()
        self.show()

    def show_lock(self, locked: bool) -> None:
        """No house: nobody is named. Behind a lock that is said, and else nothing of this is to be seen."""
        self._forget()
        self._told.setText(self._words.locked)
        self._rows.hide()
        self._more.hide()
        self.setVisible(locked)

    def reachable(self) -> tuple[tuple[str, str], ...]:
        """Those with a number or an address, as name and number."""
        found = ((person.words, _contact(person)) for person in self.people)
        return tuple((name.strip(), contact) for name, contact in found if contact)

    def _forget(self) -> None:
        self.people = ()
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()

    def _row(self, person: Comfort, copies: Copies) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self._look, "words", _shown(person.words), selectable=True))
        if person.detail:
            words.addWidget(label(self._look, "soft", _shown(person.detail), selectable=True))
        row.addLayout(words, 1)
        contact = _contact(person)
        if contact:
            row.addWidget(self._copy(person, contact, copies))
        return whole

    def _copy(self, person: Comfort, contact: str, copies: Copies) -> QPushButton:
        name = self.tr("Copy {number}, {name}").format(number=contact, name=_shown(person.words))
        return copies.button(contact, name)


def _contact(person: Comfort) -> str:
    return contact_in(person.detail) or contact_in(person.words)


def _shown(text: str) -> str:
    text = displayed(text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("ground", "line")
    return line
