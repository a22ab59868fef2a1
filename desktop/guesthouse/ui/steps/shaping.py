"""Something stands for a thought or a feeling, and sliders say how big it is, how heavy, how far away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QSlider, QWidget

from guesthouse.domain.practice import Answer, Step
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.form import START, Form
from guesthouse.ui.steps.reading import add_frame

KEY = "shape-values"
"""Where the shape is kept; no gap can be called so. It is the same one through all steps of a practice."""

STEP = 5


def slider_names(slider: str) -> tuple[str, str, str]:
    """What a slider is called, and its two ends."""
    say = QCoreApplication.translate
    return {
        "size": (say("ShapeStep", "Size"), say("ShapeStep", "small"), say("ShapeStep", "big")),
        "room": (say("ShapeStep", "Room around it"), say("ShapeStep", "close"), say("ShapeStep", "wide")),
        "weight": (say("ShapeStep", "Weight"), say("ShapeStep", "light"), say("ShapeStep", "heavy")),
        "edge": (say("ShapeStep", "Edge"), say("ShapeStep", "blurred"), say("ShapeStep", "clear")),
        "distance": (say("ShapeStep", "Distance"), say("ShapeStep", "near"), say("ShapeStep", "far")),
    }[slider]


class ShapeStep(StepView):
    """The form, and the sliders of this step; what other steps have set stays."""

    def __init__(self, step: Step, around: Around) -> None:
        """As it was left."""
        super().__init__(step, around)
        add_frame(self)
        self._values = dict(START) | _values_of(around.listed(KEY))
        self.sliders: dict[str, QSlider] = {}
        self._form = Form(around.look, self.tr("A soft shape"))
        self._form.show_values(self._values)
        card = Card()
        card.column.setSpacing(16)
        card.column.addWidget(self._form)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row, slider in enumerate(step.sliders):
            self._add(grid, row, slider)
        card.column.addLayout(grid)
        self.column.addWidget(card)

    def answers(self) -> dict[str, Answer]:
        """The shape, as a list of "size 40"; nothing while nobody has moved it."""
        if self._values == START:
            return {}
        return {KEY: [f"{name} {value}" for name, value in self._values.items()]}

    def first(self) -> QWidget:
        """The first slider."""
        return next(iter(self.sliders.values()))

    def _add(self, grid: QGridLayout, row: int, slider: str) -> None:
        name, low, high = slider_names(slider)
        made = QSlider(Qt.Orientation.Horizontal)
        made.setRange(0, 100)
        made.setSingleStep(STEP)
        made.setPageStep(2 * STEP)
        made.setValue(self._values[slider])
        made.setAccessibleName(name)
        made.setAccessibleDescription(self.tr("From {low} to {high}").format(low=low, high=high))
        made.valueChanged.connect(partial(self._moved, slider))
        look = self.around.look
        for column, text in ((0, name), (1, low), (3, high)):
            words = label(look, "body" if column == 0 else "small", text, wrap=False)
            grid.addWidget(words, row, column)
        grid.addWidget(made, row, 2)
        self.sliders[slider] = made

    def _moved(self, slider: str, value: int) -> None:
        self._values[slider] = value
        self._form.show_values(self._values)
        self.changed.emit()


def _values_of(kept: list[str]) -> dict[str, int]:
    """What is written of the shape; what is no part of it is passed over."""
    found: dict[str, int] = {}
    for one in kept:
        name, _, value = one.partition(" ")
        if name in START and value.isdecimal():
            found[name] = min(100, int(value))
    return found
