"""A step that is done on the canvas: an exercise, here, or a scene in the room of visitors."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from guesthouse.domain.errand import Watch
from guesthouse.domain.practice import Step, said
from guesthouse.ui.exercises.every import CLASSES
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.around import Around, StepView

VISITORS = "visitors"


class ExerciseStep(StepView):
    """A way to it; it can also be done without."""

    def __init__(self, step: Step, around: Around) -> None:
        """With the way."""
        super().__init__(step, around)
        self.button = quiet(around.look, self._invitation())
        self.button.setParent(self)  # where it is not wanted it is no window of its own either
        self.button.clicked.connect(self._go)
        if step.scene in CLASSES and step.carries and not self._words().strip():
            self.button.setEnabled(False)
            self.column.addWidget(label(around.look, "soft", self.tr("There are no words yet. “Back” leads to them.")))
        if self._is_elsewhere():
            self.button.setEnabled(False)
            self.button.hide()
            self.column.addWidget(label(around.look, "body", self.tr("Look out of your own window.")))
            return
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)

    def first(self) -> QWidget | None:
        """The way."""
        return self.button if self.button.isEnabled() else None

    def say_once(self) -> None:
        """It was done in this visit of the app, and is not done again in it."""
        self.button.setEnabled(False)
        text = self.tr("This one is done once in a visit. “Next” goes on.")
        said = label(self.around.look, "soft", text)
        self.column.addWidget(said)
        said.show()
        self.tell(text)

    def _go(self) -> None:
        if self.step.scene in CLASSES:
            self.exercise_wanted.emit()
        else:
            self.carried.emit(VISITORS, Watch(self._words(), scene=self._scene()))

    def _words(self) -> str:
        return said(self.around.answer(self.step.carries)) if self.step.carries else ""

    def _is_elsewhere(self) -> bool:
        """Whether what was chosen is on no canvas."""
        for before in self.around.practice.steps:
            scenes = {option.text: option.scene for option in before.options}
            chosen = self.around.listed(before.key) if before.key and any(scenes.values()) else []
            if any(text in scenes and not scenes[text] for text in chosen):
                return True
        return False

    def _scene(self) -> str:
        """The one that was chosen in a step before, or the step's own."""
        for before in self.around.practice.steps:
            chosen = self.around.listed(before.key) if before.key else []
            for option in before.options:
                if option.scene and option.text in chosen:
                    return option.scene
        return self.step.scene

    def _invitation(self) -> str:
        places = {
            "garden": self.tr("Go to the garden"),
            "stream": self.tr("Go to the stream"),
            "sky": self.tr("Go to the sky"),
            "railway": self.tr("Go to the bridge"),
            "carousel": self.tr("Go to the carousel"),
            "bench": self.tr("Go to the park bench"),
        }
        return places.get(self._scene(), self.tr("Do it here"))
