"""The card to keep: the numbers shown, printed or as a PDF, with one's own people only where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox

from guesthouse.domain.care import Passage, Region
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.numbers_paper import NumbersCard, show_print_dialog, write_pdf
from guesthouse.qt.printing import can_print
from guesthouse.qt.voice import words_of
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.save_place import save_place

People = tuple[tuple[str, str], ...]


class KeepCard(Card):
    """``ask_place`` asks for a file and ``send`` prints; tests answer for them."""

    def __init__(self, look: Look, words: Passage, region: Callable[[], Region], people: Callable[[], People]) -> None:
        """``region`` and ``people`` are what is shown now."""
        super().__init__()
        self._region, self._people = region, people
        self.ask_place: Callable[[], Path | None] = self._ask_place
        self.send: Callable[[NumbersCard], bool] = self._send
        self.heading = label(look, "subheading", words.title)
        self.box = look.dress(QCheckBox(self.tr("With my own people")), "body")
        self.box.setAccessibleName(self.box.text())
        self._told = label(look, "soft", selectable=True)
        self._told.hide()
        print_it = quiet(look, self.tr("Print a card"))
        print_it.clicked.connect(self._print)
        save = quiet(look, self.tr("Save as PDF"))
        save.clicked.connect(self._save)
        buttons = Flow()
        for button in (print_it, save):
            buttons.addWidget(button)
        self.column.addWidget(self.heading)
        self.column.addWidget(label(look, "body", words.text))
        self.column.addWidget(self.box)
        self.column.addSpacing(4)
        self.column.addLayout(buttons)
        self.column.addWidget(self._told)
        self.column.addStretch(1)
        self.offer_people()

    def offer_people(self) -> None:
        """Other people, or none: whether they are on it is asked anew."""
        self.box.setChecked(False)
        self.box.setVisible(bool(self._people()))
        self._told.hide()

    def card(self) -> NumbersCard:
        """What would be printed now."""
        return NumbersCard.of(self._region(), self._people() if self.box.isChecked() else ())

    def _print(self) -> None:
        if not can_print():
            self._say(self.tr("This computer has no way to print from here. You can save it as a PDF."))
            return
        try:
            if self.send(self.card()):
                self._say(self.tr("It is on its way to the printer."))
        except Trouble:
            self._say(self.tr("Nothing was printed: the printer did not answer."))

    def _save(self) -> None:
        to = self.ask_place()
        if to is None:
            return
        try:
            write_pdf(self.card(), to)
        except Trouble as trouble:
            self._say(" ".join(words_of(trouble)))
            return
        self._say(self.tr("Saved as {file}. Whoever opens that folder can find it.").format(file=to))

    def _send(self, card: NumbersCard) -> bool:
        return show_print_dialog(card, self.window())

    def _ask_place(self) -> Path | None:
        name = f"{self.tr('Numbers')}.pdf"
        return save_place(self.window(), self.tr("Save as PDF"), name, [("PDF", ".pdf")])

    def _say(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()
        announce(self, text)
