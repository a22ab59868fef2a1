"""A step that is done in the garden; coming back finds it again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from guesthouse.domain.errand import Watch
from guesthouse.domain.practice import Step, said
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.steps.around import Around, StepView

GARDEN = "visitors"


class ExerciseStep(StepView):
    """A way to the garden; it can also be done without."""

    def __init__(self, step: Step, around: Around) -> None:
        """With the way."""
        super().__init__(step, around)
        self.button = quiet(around.look, self.tr("Go to the garden"))
        self.button.clicked.connect(self._go)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)

    def first(self) -> QWidget:
        """The way."""
        return self.button

    def _go(self) -> None:
        words = said(self.around.answer(self.step.carries)) if self.step.carries else ""
        self.carried.emit(GARDEN, Watch(words))
