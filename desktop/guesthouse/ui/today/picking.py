"""Choosing words: feelings and sensations, one list at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from guesthouse.domain.noticing import Group, Vocabulary
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.today.panel import Panel, follow

if TYPE_CHECKING:
    from guesthouse.ui.noticing.word_picker import WordPicker


class Picking(Panel):
    """Two pickers as one: a word that is in both is chosen in both. ``added`` and ``removed`` bring a word.

    Each is made when it is first looked at.
    """

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, words: Vocabulary) -> None:
        """Feelings are shown, and nothing is chosen."""
        super().__init__(look)
        self._look, self._words = look, words
        self._chosen: list[str] = []
        self._groups = [words.feelings, words.sensations]
        self._known = [_names(groups) for groups in self._groups]
        self._pickers: dict[int, WordPicker] = {}
        self._tabs = [pill(look, self.tr("Feelings")), pill(look, self.tr("Sensations"))]
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._tab_row(), 1)
        row.addWidget(self.fold)
        self.column.addLayout(row)
        self._show(0)

    def begin(self) -> None:
        """To where choosing starts."""
        self._tabs[0 if self._tabs[0].isChecked() else 1].setFocus()

    def set_chosen(self, words: Sequence[str]) -> None:
        """These are chosen; words of one's own are passed over."""
        self._chosen = [known.word for word in words if (known := self._words.word(word.strip()))]
        for place, picker in self._pickers.items():
            picker.set_chosen([word for word in self._chosen if word in self._known[place]])

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
        if place not in self._pickers:
            self._make(place)
        for number, picker in self._pickers.items():
            picker.setVisible(number == place)

    def _make(self, place: int) -> None:
        from guesthouse.ui.noticing.word_picker import WordPicker  # not needed before the first paint

        picker = self._pickers[place] = WordPicker(self._look, self._groups[place])
        picker.set_chosen([word for word in self._chosen if word in self._known[place]])
        picker.changed.connect(partial(self._changed, place))
        self.column.addWidget(picker)
        follow(self.fold, picker)

    def _changed(self, place: int) -> None:
        names = self._known[place]
        before, now = [word for word in self._chosen if word in names], self._pickers[place].chosen()
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
