"""How long one would like to stay: only reading the steps, a short visit, or a while."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from guesthouse.domain.practice import Practice
from guesthouse.domain.sitting import Length
from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.answers import AnswerRow
from guesthouse.ui.practices.facts import minutes_of


class Lengths(QWidget):
    """One of three, the short visit at first; and what it means."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        """A short visit."""
        super().__init__()
        self._minutes = ""
        self.length = Length.SHORT
        self._group = QButtonGroup(self)
        self.buttons: dict[Length, QPushButton] = {}
        row = AnswerRow(look)
        for length, text in (
            (Length.LOOKING, self.tr("Just looking")),
            (Length.SHORT, self.tr("Short visit")),
            (Length.LONG, self.tr("Stay a while")),
        ):
            button = row.add(text, self.tr("Length of the visit"))
            button.setChecked(length is self.length)
            button.toggled.connect(partial(self._toggled, length))
            self._group.addButton(button)
            self.buttons[length] = button
        self._told = label(look, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._told)

    def show_practice(self, practice: Practice) -> None:
        """Of this one, a short visit at first."""
        self._minutes = minutes_of(practice)
        self.buttons[Length.SHORT].setChecked(True)
        self._tell()

    def _toggled(self, length: Length, on: bool) -> None:
        if on:
            self.length = length
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        self._told.setText(
            {
                Length.LOOKING: self.tr("The steps to read, here. Nothing begins."),
                Length.SHORT: self.tr("About {minutes}. Leave at any step.").format(minutes=self._minutes),
                Length.LONG: self.tr("The same steps with longer pauses. Leave at any step."),
            }[self.length]
        )
