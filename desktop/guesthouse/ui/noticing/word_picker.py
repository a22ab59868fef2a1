"""Choosing words: the names of the groups side by side, and under them the words of the one that is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.domain.noticing import Group
from guesthouse.qt.look import Look
from guesthouse.ui.noticing.chip import Chip, GroupChip
from guesthouse.ui.noticing.chip_row import ChipRow
from guesthouse.ui.noticing.tints import OWN, tint_of
from guesthouse.ui.parts.labels import label


class WordPicker(QWidget):
    """What is chosen stays in the order it was chosen in. ``changed`` tells of what the person does.

    ``opened`` tells which words can be seen now, when a group was pressed.
    """

    changed = Signal()
    opened = Signal(QWidget)

    def __init__(self, look: Look, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        """Nothing is chosen, and the first group is open."""
        super().__init__(parent)
        self._look = look
        self._chosen: list[str] = []
        self._own_title = label(look, "small", self.tr("In your own words"))
        self._own = ChipRow(self._own_title.text(), self)
        self._groups = ChipRow(self.tr("Groups of words"), self)
        self._rows: list[ChipRow] = []
        self._chips: dict[str, Chip] = {}
        self._known: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for widget in (self._own_title, self._own, self._groups):
            self._column.addWidget(widget)
        self._fill(groups)
        self._show_own([])
        self.open_group(0)

    def chosen(self) -> list[str]:
        """The words that are chosen, those of the person's own among them."""
        return list(self._chosen)

    def set_chosen(self, words: Iterable[str]) -> None:
        """Choose these and no others. Words that are in no group stand apart, as the person's own."""
        self._chosen = list(dict.fromkeys(self._known.get(word, word) for word in words if word.strip()))
        for word, chip in self._chips.items():
            chip.put(word in self._chosen)
        self._show_own([word for word in self._chosen if word not in self._chips])
        self._mark_groups()

    def open_group(self, place: int) -> None:
        """Show the words of the group at this place."""
        for number, (head, row) in enumerate(zip(self._heads(), self._rows, strict=True)):
            head.put(number == place)
            row.setVisible(number == place)

    def _heads(self) -> list[Chip]:
        return self._groups.chips

    def _fill(self, groups: Sequence[Group]) -> None:
        heads = [GroupChip(self._look, group.title, tint_of(group.id)) for group in groups]
        self._groups.fill(heads)  # before the rows: Tab goes by the order in which they come here
        for number, (group, head) in enumerate(zip(groups, heads, strict=True)):
            row = ChipRow(group.title, self)
            row.fill(self._chip(word.word, tint_of(group.id)) for word in group.words)
            row.hide()
            self._chips |= {chip.words: chip for chip in row.chips}
            self._known |= {word.noun: word.word for word in group.words if word.noun}
            self._known |= {word.word: word.word for word in group.words}
            self._rows.append(row)
            self._column.addWidget(row)
            head.toggled.connect(partial(self._opened, number))

    def _chip(self, word: str, tint: str) -> Chip:
        chip = Chip(self._look, word, tint)
        chip.toggled.connect(partial(self._toggled, word))
        return chip

    def _opened(self, number: int, _on: bool) -> None:
        """One group is open, also when the open one is pressed."""
        self.open_group(number)
        self.opened.emit(self._rows[number])

    def _toggled(self, word: str, on: bool) -> None:
        self._chosen = [one for one in self._chosen if one != word] + ([word] if on else [])
        self._mark_groups()
        self.changed.emit()

    def _mark_groups(self) -> None:
        for head, row in zip(self._heads(), self._rows, strict=True):
            if isinstance(head, GroupChip):
                head.set_used(any(chip.isChecked() for chip in row.chips))

    def _show_own(self, words: Sequence[str]) -> None:
        if [chip.words for chip in self._own.chips] != list(words):
            self._own.fill(self._chip(word, OWN) for word in words)
            self._own_before_groups()
        for chip in self._own.chips:
            chip.put(True)
        self._own.setVisible(bool(words))
        self._own_title.setVisible(bool(words))

    def _own_before_groups(self) -> None:
        """Tab comes to them first, though they are made later."""
        first = self._groups.chips[0]
        ours = {*self._own.chips, *self._groups.chips} - {first}
        before = first.previousInFocusChain() or first
        while before is not first and (before in ours or not before.focusPolicy() & Qt.FocusPolicy.TabFocus):
            before = before.previousInFocusChain() or first
        for chip in self._own.chips if before is not first else ():
            self.setTabOrder(before, chip)
            before = chip
