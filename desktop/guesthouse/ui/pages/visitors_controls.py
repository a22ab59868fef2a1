"""The bars over the canvas: what is watched on the left; Slower, Pause, Stop and Still on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from guesthouse.domain.scene import Scene
from guesthouse.domain.thought import Wording
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import LENGTHS
from guesthouse.ui.canvas.wording import choices
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.floating import Floating
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import choice, name_control
from guesthouse.ui.parts.labels import label
from guesthouse.ui.visitors.lines import Ends

WORDING_LETTERS = 9
"""So many of a wording can be seen in the bar; all of it where one chooses."""


class VisitorsControls(QWidget):
    """The only controls of the canvas. There is none that makes anyone go."""

    scene = Signal(str)
    wording = Signal(object)
    length = Signal(str)
    exercises = Signal()
    explainer = Signal()
    slower = Signal(bool)
    paused = Signal(bool)
    stopped = Signal()
    still = Signal(bool)

    def __init__(self, look: Look, scenes: list[Scene], parent: QWidget | None = None) -> None:
        """Controls for these scenes, the first of them chosen. The ways out of the room are hidden at first."""
        super().__init__(parent)
        self._look = look
        self._is_paused = False
        self._lines = Ends(self, gap=8)
        self._lines.addWidget(self._choices(scenes))
        self._lines.addWidget(self._ways_out())
        self._lines.addWidget(self._buttons())
        self._wire()

    def height_wanted(self, width: int) -> int:
        """Pixels that the bars need in this width."""
        for layout in (self._choosing, self._left.row, self._ways.row, self._right.row, self._lines):
            layout.invalidate()
        return self._lines.heightForWidth(width)

    def choose_scene(self, scene_id: str) -> None:
        """Show another scene as the one that is watched; nobody is told that it was chosen."""
        _show(self.scene_box, scene_id)

    def choose(self, wording: Wording, length: str) -> None:
        """Show what was chosen last time; nobody is told."""
        _show(self.wording_box, wording)
        _show(self.length_box, length)

    def lead_to(self, *, exercises: bool, explainer: bool) -> None:
        """Which ways out of the room there are."""
        self.exercises_button.setVisible(exercises)
        self.explainer_button.setVisible(explainer)
        self._ways.setVisible(exercises or explainer)

    def reset(self) -> None:
        """A new visit: not paused."""
        if self._is_paused:
            self._turn_pause()

    def _choices(self, scenes: list[Scene]) -> Floating:
        self._left = Floating(self._look)
        self._left.row.setContentsMargins(8, 4, 8, 4)
        self.scene_box = choice([(scene.id, self.tr(scene.title)) for scene in scenes], scenes[0].id)
        self.wording_box = choice([], "")
        for value, text in choices():
            self.wording_box.addItem(text, value)
        self.wording_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.wording_box.setMinimumContentsLength(WORDING_LETTERS)
        self.length_box = choice(self._lengths(), LENGTHS[0])
        self._choosing = Flow(gap=4)
        self._choosing.addWidget(self._named(self.tr("Scene"), self.scene_box))
        self._choosing.addWidget(self._named(self.tr("Wording"), self.wording_box))
        self._choosing.addWidget(self._named(self.tr("Length"), self.length_box))
        self.length_box.setAccessibleDescription(
            self.tr("How long you watch; at the end there is a quiet card, and no clock before it")
        )
        self._left.row.addLayout(self._choosing)
        return self._left

    def _lengths(self) -> list[tuple[str, str]]:
        """Open, and some minutes."""
        minutes = self.tr("{minutes} minutes")
        texts = [minutes.format(minutes=length) for length in LENGTHS[1:]]
        return list(zip(LENGTHS, [self.tr("Open"), *texts], strict=True))

    def _named(self, text: str, box: QComboBox) -> QWidget:
        """A box with its visible label, which stay together."""
        self._look.dress(box, "pill")
        box.setProperty("tight", True)
        name = label(self._look, "small", text, wrap=False)
        name.setBuddy(box)
        name_control(box, text)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(name)
        row.addWidget(box)
        return pair

    def _ways_out(self) -> Floating:
        self._ways = Floating(self._look)
        self._ways.row.setContentsMargins(4, 4, 4, 4)
        self.exercises_button = self._button(self._ways, self.tr("Word exercises"))
        self.explainer_button = self._button(self._ways, self.tr("What is this?"))
        self.exercises_button.setAccessibleDescription(self.tr("Other ways of looking at one thought"))
        self.explainer_button.setAccessibleDescription(self.tr("Two minutes about looking at thoughts"))
        self.lead_to(exercises=False, explainer=False)
        return self._ways

    def _buttons(self) -> Floating:
        self._right = Floating(self._look)
        self._right.row.setContentsMargins(4, 4, 4, 4)
        self.slower_button = self._button(self._right, self.tr("Slower"), checkable=True)
        self.pause_button = self._button(self._right, self.tr("Pause"))
        self.stop_button = self._button(self._right, self.tr("Stop"))
        self.still_button = self._button(self._right, self.tr("Still"), checkable=True)
        self.slower_button.setAccessibleDescription(
            self.tr("Everything at a slower pace; press again for the usual one")
        )
        self.stop_button.setAccessibleDescription(self.tr("End this visit and go to a quiet page"))
        self.still_button.setAccessibleDescription(self.tr("The same visit as cards that do not move"))
        return self._right

    def _button(self, bar: Floating, text: str, *, checkable: bool = False) -> QPushButton:
        made = pill(self._look, text, checkable=checkable)
        made.setAccessibleName(text)
        bar.row.addWidget(made)
        return made

    def _wire(self) -> None:
        self.scene_box.currentIndexChanged.connect(lambda: self.scene.emit(self.scene_box.currentData()))
        self.wording_box.currentIndexChanged.connect(lambda: self.wording.emit(self.wording_box.currentData()))
        self.length_box.currentIndexChanged.connect(lambda: self.length.emit(self.length_box.currentData()))
        self.exercises_button.clicked.connect(self.exercises)
        self.explainer_button.clicked.connect(self.explainer)
        self.slower_button.toggled.connect(self.slower)
        self.pause_button.clicked.connect(self._turn_pause)
        self.stop_button.clicked.connect(self.stopped)
        self.still_button.toggled.connect(self.still)

    def _turn_pause(self) -> None:
        """Pause, or go on; the button says what it does next."""
        self._is_paused = not self._is_paused
        text = self.tr("Resume") if self._is_paused else self.tr("Pause")
        self.pause_button.setText(text)
        self.pause_button.setAccessibleName(text)
        self.paused.emit(self._is_paused)


def _show(box: QComboBox, value: str) -> None:
    blocked = box.blockSignals(True)
    box.setCurrentIndex(max(0, box.findData(value)))
    box.blockSignals(blocked)
