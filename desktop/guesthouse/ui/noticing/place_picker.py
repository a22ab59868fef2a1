"""Choosing places in the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from guesthouse.domain.noticing import Place
from guesthouse.qt.look import Look
from guesthouse.ui.noticing.body_outline import BodyOutline
from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.noticing.chip_row import ChipRow

ROOMY = 420
"""From this width on (design pixels) there is room for the body beside the chips."""


class PlacePicker(QWidget):
    """A chip for each place, and a body to point at where there is room; any number can be chosen.

    ``changed`` tells of what the person does.
    """

    changed = Signal()

    def __init__(self, look: Look, places: Sequence[Place], parent: QWidget | None = None) -> None:
        """Nothing is chosen."""
        super().__init__(parent)
        self._look = look
        self._chosen: list[str] = []
        self._body = BodyOutline(look, [place.word for place in places])
        self._row = ChipRow(self.tr("Places in the body"))
        self._row.fill(Chip(look, place.word, "sage") for place in places)
        for chip in self._row.chips:
            chip.toggled.connect(partial(self._toggled, chip.words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._row, 1)
        row.addWidget(self._body, 0, Qt.AlignmentFlag.AlignTop)
        self._body.pointed.connect(self._pointed)
        self._body.hide()
        look.changed.connect(self._fit)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the chip itself: with a focus proxy this would be told as focused, too."""
        self._row.setFocus(reason)

    def chosen(self) -> list[str]:
        """The places, in the order they were chosen in."""
        return list(self._chosen)

    def set_chosen(self, places: Iterable[str]) -> None:
        """Choose these and no others."""
        there = {chip.words for chip in self._row.chips}
        self._chosen = [place for place in dict.fromkeys(places) if place in there]
        for chip in self._row.chips:
            chip.put(chip.words in self._chosen)
        self._body.show_chosen(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The body is there where it leaves room for the chips."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._body.setVisible(self._body.is_known and self.width() >= self._look.px(ROOMY))

    def _pointed(self, place: str) -> None:
        next(chip for chip in self._row.chips if chip.words == place).click()

    def _toggled(self, place: str, on: bool) -> None:
        self._chosen = [one for one in self._chosen if one != place] + ([place] if on else [])
        self._body.show_chosen(self._chosen)
        self.changed.emit()
