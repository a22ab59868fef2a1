"""Lengths to choose from, among which is always the one that there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guesthouse.ui.parts.form import choice


class Numbers:
    """A ``box`` of a few usual lengths; one that is none of them is put in its place."""

    def __init__(self, usual: Sequence[tuple[int, int]], name: Callable[[tuple[int, int]], str]) -> None:
        """``usual`` are lengths, each from and to; ``name`` says one."""
        self._usual, self._say = tuple(usual), name
        self._shown: list[tuple[int, int]] = []
        self.box = choice([], "")
        self.show_length(self._usual[0])

    @property
    def length(self) -> tuple[int, int]:
        """The one that is chosen."""
        return self._shown[max(0, self.box.currentIndex())]

    def show_length(self, length: tuple[int, int]) -> None:
        """Choose this one; says nothing."""
        shown = sorted({*self._usual, length}, key=lambda each: (each[1], each[0]))
        self.box.blockSignals(True)
        if shown != self._shown:
            self._shown = shown
            self.box.clear()
            self.box.addItems([self._say(each) for each in shown])
        self.box.setCurrentIndex(shown.index(length))
        self.box.blockSignals(False)
