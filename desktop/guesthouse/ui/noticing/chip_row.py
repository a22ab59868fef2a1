"""Chips side by side that are one stop for Tab: the arrows walk among them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.parts.flow import Flow

GAP = 8


class ChipRow(QWidget):
    """Chips in a flow. Tab comes to the one that was walked to last, at first to the first."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty row that is called ``name``."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = Flow(self, gap=GAP)
        self._chips: list[Chip] = []

    @property
    def chips(self) -> list[Chip]:
        """All of them, in their order."""
        return list(self._chips)

    def fill(self, chips: Iterable[Chip]) -> None:
        """Put these in the place of what was there."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = list(chips)
        for chip in self._chips:
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            chip.walked.connect(partial(self._walk, chip))
            chip.installEventFilter(self)
            self._flow.addWidget(chip)
        if self._chips:
            self._stop_at(self._chips[0])

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the one that Tab comes to. With a focus proxy the group would be told as focused, too."""
        for one in self._chips:
            if one.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                one.setFocus(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the focus was is where Tab comes back to."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Chip):
            self._stop_at(watched)
        return False

    def _stop_at(self, chip: Chip) -> None:
        for one in self._chips:
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is chip else Qt.FocusPolicy.ClickFocus)

    def _walk(self, chip: Chip, key: Qt.Key) -> None:
        there = self._beside(chip, key) if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) else self._after(chip, key)
        if there is not None:
            self._stop_at(there)
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def _after(self, chip: Chip, key: Qt.Key) -> Chip | None:
        if key == Qt.Key.Key_Home:
            return self._chips[0]
        if key == Qt.Key.Key_End:
            return self._chips[-1]
        onwards = (key == Qt.Key.Key_Right) != self.isRightToLeft()
        place = self._chips.index(chip) + (1 if onwards else -1)
        return self._chips[place] if 0 <= place < len(self._chips) else None

    def _beside(self, chip: Chip, key: Qt.Key) -> Chip | None:
        """The nearest of the line above or below."""
        middle = chip.geometry().center()
        down = key == Qt.Key.Key_Down
        lines = {one.geometry().center().y() for one in self._chips}
        others = [y for y in lines if (y > middle.y() if down else y < middle.y())]
        if not others:
            return None
        line = min(others) if down else max(others)
        there = [one for one in self._chips if one.geometry().center().y() == line]
        return min(there, key=lambda one: abs(one.geometry().center().x() - middle.x()))
