"""Lengths to choose from, among which is always the one that there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate


class Numbers(QComboBox):
    """A few usual lengths; one that is none of them is put in its place. Hear it by ``currentIndexChanged``."""

    def __init__(self, usual: Sequence[tuple[int, int]], name: Callable[[tuple[int, int]], str]) -> None:
        """``usual`` are lengths, each from and to; ``name`` says one."""
        super().__init__()
        self._usual, self._say = tuple(usual), name
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that the style sheet reaches
        self._shown: list[tuple[int, int]] = []
        self.show_length(self._usual[0])

    @property
    def length(self) -> tuple[int, int]:
        """The one that is chosen."""
        return self._shown[max(0, self.currentIndex())]

    def show_length(self, length: tuple[int, int]) -> None:
        """Choose this one; says nothing."""
        shown = sorted({*self._usual, length}, key=lambda each: (each[1], each[0]))
        self.blockSignals(True)
        if shown != self._shown:
            self._shown = shown
            self.clear()
            self.addItems([self._say(each) for each in shown])
        self.setCurrentIndex(shown.index(length))
        self.blockSignals(False)
