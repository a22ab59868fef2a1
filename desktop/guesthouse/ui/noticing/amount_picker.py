"""Choosing how much."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.noticing import Amount
from guesthouse.qt.look import Look
from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.noticing.chip_row import ChipRow


class AmountPicker(QWidget):
    """A chip for each amount; one or none is chosen. ``changed`` tells of what the person does."""

    changed = Signal()

    def __init__(self, look: Look, amounts: Sequence[Amount], parent: QWidget | None = None) -> None:
        """None is chosen."""
        super().__init__(parent)
        self._row = ChipRow(self.tr("How much"))
        self._chips = {amount.id: Chip(look, amount.title, "honey") for amount in amounts}
        self._row.fill(self._chips.values())
        for amount, chip in self._chips.items():
            chip.toggled.connect(partial(self._toggled, amount))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the chip itself: with a focus proxy this would be told as focused, too."""
        self._row.setFocus(reason)

    def chosen(self) -> str:
        """The id of the amount, or nothing."""
        return next((amount for amount, chip in self._chips.items() if chip.isChecked()), "")

    def set_chosen(self, amount: str) -> None:
        """Choose this one, or none."""
        for other, chip in self._chips.items():
            chip.put(other == amount)

    def _toggled(self, amount: str, on: bool) -> None:
        if on:
            self.set_chosen(amount)
        self.changed.emit()
