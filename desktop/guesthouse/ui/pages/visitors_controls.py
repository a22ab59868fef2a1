"""The bars over the canvas: scene and wording on the left; Slower, Pause, Stop and Still on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from guesthouse.domain.scene import Scene
from guesthouse.domain.thought import Wording
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.wording import choices
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.floating import Floating
from guesthouse.ui.parts.form import choice, name_control
from guesthouse.ui.parts.labels import label


class VisitorsControls(QWidget):
    """The only controls of the canvas. There is none that makes anyone go."""

    slower = Signal(bool)
    paused = Signal(bool)
    stopped = Signal()
    still = Signal(bool)
    wording = Signal(object)

    def __init__(self, look: Look, scenes: list[Scene], wording: Wording, parent: QWidget | None = None) -> None:
        """Controls for these scenes, with ``wording`` chosen."""
        super().__init__(parent)
        self._look = look
        self._is_paused = False
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._choices(scenes, wording))
        self._layout.addStretch(1)
        self._layout.addWidget(self._buttons())
        self._layout.setAlignment(self._left, Qt.AlignmentFlag.AlignLeft)
        self._layout.setAlignment(self._right, Qt.AlignmentFlag.AlignRight)
        self._wire()

    def arrange(self, width: int) -> None:
        """One row where there is room, else one bar under the other."""
        bars = self.wide_as_a_row
        across = QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(across if bars <= width else QBoxLayout.Direction.TopToBottom)

    def height_wanted(self) -> int:
        """Pixels that the bars need, as they are arranged now."""
        self._layout.activate()
        return self._layout.sizeHint().height()

    @property
    def wide_as_a_row(self) -> int:
        """Pixels that both bars need side by side."""
        return self._left.sizeHint().width() + self._right.sizeHint().width() + 16

    def reset(self) -> None:
        """A new visit: not paused."""
        if self._is_paused:
            self._turn_pause()

    def _choices(self, scenes: list[Scene], wording: Wording) -> Floating:
        self._left = Floating(self._look)
        self.scene_box = choice([(scene.id, self.tr(scene.title)) for scene in scenes], scenes[0].id)
        self.wording_box = QComboBox()
        for value, text in choices():
            self.wording_box.addItem(text, value)
        self.wording_box.setCurrentIndex(max(0, self.wording_box.findData(wording)))
        self.wording_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.wording_box.setMinimumContentsLength(14)
        for text, box in ((self.tr("Scene"), self.scene_box), (self.tr("Wording"), self.wording_box)):
            self._look.dress(box, "pill")
            self._left.row.addWidget(self._named(text, box))
            self._left.row.addWidget(box)
        return self._left

    def _named(self, text: str, box: QComboBox) -> QLabel:
        made = label(self._look, "small", text, wrap=False)
        made.setBuddy(box)
        name_control(box, text)
        return made

    def _buttons(self) -> Floating:
        self._right = Floating(self._look)
        self.slower_button = self._button(self.tr("Slower"), checkable=True)
        self.pause_button = self._button(self.tr("Pause"), checkable=False)
        self.stop_button = self._button(self.tr("Stop"), checkable=False)
        self.still_button = self._button(self.tr("Still"), checkable=True)
        self.slower_button.setAccessibleDescription(
            self.tr("Everything at a slower pace; press again for the usual one")
        )
        self.stop_button.setAccessibleDescription(self.tr("End this visit and go to a quiet page"))
        self.still_button.setAccessibleDescription(self.tr("The same visit as cards that do not move"))
        return self._right

    def _button(self, text: str, *, checkable: bool) -> QPushButton:
        made = pill(self._look, text, checkable=checkable)
        made.setAccessibleName(text)
        self._right.row.addWidget(made)
        return made

    def _wire(self) -> None:
        self.slower_button.toggled.connect(self.slower)
        self.pause_button.clicked.connect(self._turn_pause)
        self.stop_button.clicked.connect(self.stopped)
        self.still_button.toggled.connect(self.still)
        self.wording_box.currentIndexChanged.connect(lambda: self.wording.emit(self.wording_box.currentData()))

    def _turn_pause(self) -> None:
        """Pause, or go on; the button says what it does next."""
        self._is_paused = not self._is_paused
        text = self.tr("Resume") if self._is_paused else self.tr("Pause")
        self.pause_button.setText(text)
        self.pause_button.setAccessibleName(text)
        self.paused.emit(self._is_paused)
