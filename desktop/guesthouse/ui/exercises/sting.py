"""How much a thought stings, from 0 to 10, asked softly: no answer is an answer, too."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.noticing.chip_row import ChipRow

MOST = 10
HIGH = 8
"""From here on feet and floor are offered first."""


class Sting(QWidget):
    """Eleven chips, of which one or none is chosen."""

    changed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        """None is chosen."""
        super().__init__()
        self.row = ChipRow(name)
        number = QLocale().toString
        self.chips = [Chip(look, number(value), "honey") for value in range(MOST + 1)]
        for value, chip in enumerate(self.chips):
            chip.setAccessibleName(self.tr("{value} of 10").format(value=number(value)))
            chip.setAccessibleDescription(name)
            chip.toggled.connect(partial(self._toggled, value))
        self.row.fill(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the chip itself: with a focus proxy this would be told as focused, too."""
        self.row.setFocus(reason)

    @property
    def value(self) -> int | None:
        """What is chosen, or None."""
        return next((value for value, chip in enumerate(self.chips) if chip.isChecked()), None)

    @property
    def high(self) -> bool:
        """Whether feet and floor are offered first."""
        return self.value is not None and self.value >= HIGH

    def clear(self) -> None:
        """Nothing is chosen."""
        for chip in self.chips:
            chip.put(False)

    def _toggled(self, value: int, on: bool) -> None:
        if on:
            for other, chip in enumerate(self.chips):
                chip.put(other == value)
        self.changed.emit()
