"""Choosing places in the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.noticing import Place
from guesthouse.qt.look import Look
from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.noticing.chip_row import ChipRow


class PlacePicker(QWidget):
    """A chip for each place; any number can be chosen. ``changed`` tells of what the person does."""

    changed = Signal()

    def __init__(self, look: Look, places: Sequence[Place], parent: QWidget | None = None) -> None:
        """Nothing is chosen."""
        super().__init__(parent)
        self._chosen: list[str] = []
        self._row = ChipRow(self.tr("Places in the body"))
        self._row.fill(Chip(look, place.word, "sage") for place in places)
        for chip in self._row.chips:
            chip.toggled.connect(partial(self._toggled, chip.words))
        self.setFocusProxy(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def chosen(self) -> list[str]:
        """The places, in the order they were chosen in."""
        return list(self._chosen)

    def set_chosen(self, places: Iterable[str]) -> None:
        """Choose these and no others."""
        there = {chip.words for chip in self._row.chips}
        self._chosen = [place for place in dict.fromkeys(places) if place in there]
        for chip in self._row.chips:
            chip.put(chip.words in self._chosen)

    def _toggled(self, place: str, on: bool) -> None:
        self._chosen = [one for one in self._chosen if one != place] + ([place] if on else [])
        self.changed.emit()
