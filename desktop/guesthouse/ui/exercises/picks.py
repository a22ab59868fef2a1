"""One of a few: chips side by side under the name of what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.noticing.chip_row import ChipRow
from guesthouse.ui.parts.labels import label

SAGE = "sage"


class Picks(QWidget):
    """Exactly one of its options holds; ``picked`` tells which, whenever it is another one."""

    picked = Signal(str)

    def __init__(self, look: Look, name: str, options: Sequence[tuple[str, str]], chosen: str) -> None:
        """``options`` are ``(value, shown)``; each is called by ``name`` and what it shows."""
        super().__init__()
        self._chosen = chosen
        self.title = label(look, "small", name)
        self.row = ChipRow(name)
        self.chips = {value: Chip(look, shown, SAGE) for value, shown in options}
        for value, chip in self.chips.items():
            chip.setAccessibleDescription(name)
            chip.toggled.connect(partial(self._toggled, value))
        self.row.fill(self.chips.values())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.row)
        self._show()

    @property
    def chosen(self) -> str:
        """The value that holds."""
        return self._chosen

    @property
    def shown(self) -> str:
        """What the chosen one is called."""
        return self.chips[self._chosen].words

    def choose(self, value: str) -> None:
        """Let this one hold, and tell if it is another."""
        before, self._chosen = self._chosen, value
        self._show()
        if value != before:
            self.picked.emit(value)

    def _show(self) -> None:
        for value, chip in self.chips.items():
            chip.put(value == self._chosen)

    def _toggled(self, value: str, on: bool) -> None:
        """Pressing the one that holds changes nothing."""
        if on:
            self.choose(value)
        else:
            self._show()
