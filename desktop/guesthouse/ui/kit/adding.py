"""Where one adds a thing to a shelf: a field, for people a second one, and "Add"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guesthouse.domain.kit import Shelf
from guesthouse.domain.thought import is_blank
from guesthouse.qt.look import Look
from guesthouse.ui.kit.words_field import WordsField
from guesthouse.ui.parts.buttons import quiet


class Adding(QWidget):
    """Tells what is typed as it is typed (``typed``), and when it is whole (``asked``)."""

    typed = Signal(str, str)
    asked = Signal()

    def __init__(self, look: Look, which: Shelf, names: tuple[str, str], role: str) -> None:
        """``names``: of the field, and of the button."""
        super().__init__()
        self._which, self._quietly = which, False
        self.words = WordsField(look, names[0], names[0], role)
        self.detail = WordsField(look, self.tr("How to reach them"), self.tr("How to reach, if you like"))
        self.button = quiet(look, self.tr("Add"))
        self.button.setAccessibleName(names[1])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        column.addWidget(self.detail)
        self.button.clicked.connect(self.asked)
        for field in (self.words, self.detail):
            field.textChanged.connect(self._tell)
            field.submitted.connect(self.asked)
        self._fit()

    def empty(self) -> None:
        """Nothing is being added any more."""
        self._quietly = True
        self.words.clear()
        self.detail.clear()
        self._quietly = False
        self._fit()

    def _tell(self) -> None:
        if not self._quietly:
            self._fit()
            self.typed.emit(self.words.words(), self.detail.words())

    def _fit(self) -> None:
        """The second line comes with the first word."""
        begun = not is_blank(self.words.words() + self.detail.words())
        self.detail.setVisible(begun and self._which is Shelf.PEOPLE)
        self.button.setEnabled(not is_blank(self.words.words()))
