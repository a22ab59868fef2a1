"""Sliders with words at their ends and no figures, for what has no right value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.sim.exercises.object import NAMES, Form
from guesthouse.ui.parts.labels import label

STEP = 5


class FormSliders(QWidget):
    """One slider for each value of a form; ``moved`` tells of the person's hand alone."""

    moved = Signal()

    def __init__(self, look: Look, lines: Mapping[str, str]) -> None:
        """At the form's usual values."""
        super().__init__()
        self._form, self._showing = Form(), False
        self.sliders: dict[str, QSlider] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for name in NAMES:
            self._add(look, column, name, lines)
        self.show_form(self._form)

    @property
    def form(self) -> Form:
        """What is set."""
        return self._form

    def show_form(self, form: Form) -> None:
        """Stand at these values."""
        self._showing, self._form = True, form
        for name, slider in self.sliders.items():
            slider.setValue(getattr(form, name))
        self._showing = False

    def _add(self, look: Look, column: QVBoxLayout, name: str, lines: Mapping[str, str]) -> None:
        low, high = lines[f"{name}-ends"].split("|")
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setSingleStep(STEP)
        slider.setPageStep(2 * STEP)
        slider.setAccessibleName(lines[name])
        ends = QCoreApplication.translate("FormSliders", "From {low} to {high}")
        slider.setAccessibleDescription(ends.format(low=low, high=high))
        slider.valueChanged.connect(partial(self._moved, name))
        over = label(look, "soft", lines[name], wrap=False)
        over.setBuddy(slider)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(look, "small", low, wrap=False))
        row.addWidget(slider, 1)
        row.addWidget(label(look, "small", high, wrap=False))
        column.addWidget(over)
        column.addLayout(row)
        column.addSpacing(4)
        self.sliders[name] = slider

    def _moved(self, name: str, value: int) -> None:
        if not self._showing:
            self._form = replace(self._form, **{name: value})
            self.moved.emit()


def kept(form: Form) -> list[str]:
    """A form as it is written down."""
    return [f"{name} {getattr(form, name)}" for name in NAMES]


def read(written: Sequence[str], usual: Form) -> Form:
    """A form as it was written down; what is no part of it is passed over."""
    found = {}
    for one in written:
        name, _, value = one.partition(" ")
        if name in NAMES and value.isdecimal():
            found[name] = min(100, int(value))
    return replace(usual, **found)


def in_words(form: Form, lines: Mapping[str, str]) -> dict[str, str]:
    """Each value in words, by its name."""
    return {name: lines[f"{name}-words"].split("|")[min(2, getattr(form, name) * 3 // 101)] for name in NAMES}
