"""Something stands for a thought or a feeling, and sliders say how big it is, how heavy, how far away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from guesthouse.domain.practice import Answer, Step
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.form import START, Form
from guesthouse.ui.steps.reading import add_frame

KEY = "shape-values"
"""Where the shape is kept; no gap can be called so. It is the same one through all steps of a practice."""

STEP = 5
SIDE_BY_SIDE = 560


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
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(24)
        self._row.addWidget(self._form, 6)
        sliders = QVBoxLayout()
        sliders.setSpacing(4)
        sliders.addStretch(1)
        for slider in step.sliders:
            self._add(sliders, slider)
        sliders.addStretch(1)
        self._row.addLayout(sliders, 5)
        card = Card()
        card.column.addLayout(self._row)
        self.column.addWidget(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= self.around.look.px(SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)

    def answers(self) -> dict[str, Answer]:
        """The shape, as a list of "size 40"; nothing while nobody has moved it."""
        if self._values == START:
            return {}
        return {KEY: [f"{name} {value}" for name, value in self._values.items()]}

    def first(self) -> QWidget:
        """The first slider."""
        return next(iter(self.sliders.values()))

    def _add(self, sliders: QVBoxLayout, slider: str) -> None:
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
        title = label(look, "body", name, wrap=False)
        title.setBuddy(made)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(look, "small", low, wrap=False))
        row.addWidget(made, 1)
        row.addWidget(label(look, "small", high, wrap=False))
        sliders.addWidget(title)
        sliders.addLayout(row)
        sliders.addSpacing(8)
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
