"""Choosing words: feelings and sensations, one list at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from guesthouse.domain.noticing import Group, Vocabulary
from guesthouse.qt.look import Look
from guesthouse.ui.noticing.word_picker import WordPicker
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.today.panel import Panel


class Picking(Panel):
    """Two pickers as one: a word that is in both is chosen in both. ``added`` and ``removed`` bring a word."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, words: Vocabulary) -> None:
        """Feelings are shown, and nothing is chosen."""
        super().__init__(look)
        self._words = words
        self._chosen: list[str] = []
        self.pickers = [WordPicker(look, words.feelings), WordPicker(look, words.sensations)]
        self._known = [_names(words.feelings), _names(words.sensations)]
        self._tabs = [pill(look, self.tr("Feelings")), pill(look, self.tr("Sensations"))]
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._tab_row(), 1)
        row.addWidget(self.fold)
        self.column.addLayout(row)
        for picker in self.pickers:
            self.column.addWidget(picker)
            picker.changed.connect(partial(self._changed, picker))
        self._show(0)

    @property
    def tabs(self) -> list[QPushButton]:
        """The buttons Feelings and Sensations."""
        return list(self._tabs)

    def begin(self) -> None:
        """To where choosing starts."""
        self._tabs[0 if self._tabs[0].isChecked() else 1].setFocus()

    def set_chosen(self, words: Sequence[str]) -> None:
        """These are chosen; words of one's own are passed over."""
        self._chosen = [known.word for word in words if (known := self._words.word(word.strip()))]
        for picker, names in zip(self.pickers, self._known, strict=True):
            picker.set_chosen([word for word in self._chosen if word in names])

    def _tab_row(self) -> Flow:
        row = Flow(gap=4)
        group = QButtonGroup(self)
        for place, tab in enumerate(self._tabs):
            tab.setCheckable(True)
            tab.setAccessibleName(tab.text())
            group.addButton(tab)
            row.addWidget(tab)
            tab.toggled.connect(partial(self._tab_toggled, place))
        return row

    def _tab_toggled(self, place: int, on: bool) -> None:
        if on:
            self._show(place)

    def _show(self, place: int) -> None:
        self._tabs[place].setChecked(True)
        for number, picker in enumerate(self.pickers):
            picker.setVisible(number == place)

    def _changed(self, picker: WordPicker) -> None:
        names = self._known[self.pickers.index(picker)]
        before, now = [word for word in self._chosen if word in names], picker.chosen()
        for word in before:
            if word not in now:
                self._chosen.remove(word)
                self.removed.emit(word)
        for word in now:
            if word not in before:
                self._chosen.append(word)
                self.added.emit(word)


def _names(groups: Sequence[Group]) -> set[str]:
    return {word.word for group in groups for word in group.words}
