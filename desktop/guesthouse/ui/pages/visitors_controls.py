"""The bars over the canvas: on the left what one looks at, and in which other ways; on the right its time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from guesthouse.domain.thought import Wording
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import LENGTHS
from guesthouse.ui.canvas.wording import choices
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.floating import Floating
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.visitors.lines import Ends
from guesthouse.ui.visitors.soft_box import MOST_LETTERS, SoftBox, beside_label

GAP = 8

WORDING_LETTERS, FEW_LETTERS, FEWER_LETTERS, FEWEST_LETTERS = 18, 9, 6, 5
"""So many of a wording can be seen in the bar, and of a scene's name where there is very little room."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How much the bars show: the ways out in words or as icons, how many letters of the wording, and what is where."""

    exercises: bool
    explainer: bool
    letters: int = WORDING_LETTERS
    aside: bool = False
    """The way to what this is has its place in the other bar."""
    scene: int = MOST_LETTERS
    """How many letters of the scene's name."""


FITS = (
    Fit(True, True),
    Fit(True, True, FEW_LETTERS),
    Fit(True, False, FEW_LETTERS),
    Fit(False, False, FEW_LETTERS),
    Fit(False, False, FEWEST_LETTERS),
    Fit(False, False, FEWER_LETTERS, aside=True),
    Fit(False, False, FEWEST_LETTERS, scene=FEW_LETTERS),
    Fit(False, False, FEWEST_LETTERS, scene=FEWEST_LETTERS),
)
"""From much to little room."""


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

    def __init__(self, look: Look, titles: dict[str, str], parent: QWidget | None = None) -> None:
        """Controls for the scenes of these titles, by id; the first is chosen, and there are no ways out at first."""
        super().__init__(parent)
        self._look = look
        self._is_paused = False
        self._icons: dict[QPushButton, QIcon] = {}
        self._measure: tuple[object, ...] = ()
        self._whole = self._half = 0
        self._left, self._right = _Bar(look), _Bar(look)
        self._choices(titles)
        self._ways_out()
        self._buttons()
        self._lines = Ends(self, gap=GAP)
        self._lines.addWidget(self._left)
        self._lines.addWidget(self._right)
        self._wire()
        look.changed.connect(self._draw_icons)

    def height_wanted(self, width: int, most: int) -> int:
        """Pixels that the bars need in this width: in one line, or in two, with as many words as fit.

        Where that is more than ``most``, scene and wording wait until there is room again, and where it is still more,
        length, pace and Still do; pausing and stopping never do.
        """
        boxes = (self.scene_box, self.wording_box, self.length_box)
        measure = (width, self._look.scale, self._ways, *(box.currentText() for box in boxes))
        if measure != self._measure or (self._left.isHidden() and self._whole <= most):
            self._measure = measure
            self._spare(False)
            self._left.show()
            self._choose_fit(width)
            self._whole = self._lines.heightForWidth(width)
        if self._whole > most and not self._left.isHidden():
            self._wide(FITS[-1])
            self._left.hide()
            self._lines.invalidate()
            self._half = self._lines.heightForWidth(width)
        if self._left.isHidden():
            self._spare(self._half > most)
        return self._lines.heightForWidth(width)

    @property
    def least(self) -> int:
        """Pixels of height of what never waits."""
        return self.pause_button.sizeHint().height() + 6

    @property
    def spares(self) -> bool:
        """Whether nothing is here but what never waits."""
        return self._left.isHidden() and self.slower_button.isHidden()

    def narrow(self) -> int:
        """Pixels of width of what never waits, where the rest does."""
        return self._right.sizeHint().width()

    def _spare(self, much: bool) -> None:
        """Whether what can wait on the right waits, too."""
        pair = self.length_box.parentWidget()
        for waiting in (pair, self.slower_button, self.still_button):
            if waiting is not None:
                waiting.setHidden(much)
        self._right.forget()
        self._lines.invalidate()

    def choose_scene(self, scene_id: str) -> None:
        """Show another scene as the one that is watched; nobody is told that it was chosen."""
        self.scene_box.show_chosen(scene_id)

    def choose(self, wording: Wording, length: str) -> None:
        """Show what was chosen last time; nobody is told."""
        self.wording_box.show_chosen(wording)
        self.length_box.show_chosen(length)

    def lead_to(self, *, exercises: bool, explainer: bool) -> None:
        """Which ways out of the room there are."""
        self._ways = (exercises, explainer)
        self.exercises_button.setVisible(exercises)
        self.explainer_button.setVisible(explainer)

    def reset(self) -> None:
        """A new visit: not paused."""
        if self._is_paused:
            self._turn_pause()

    def _choices(self, titles: dict[str, str]) -> None:
        self.scene_box, self.wording_box, self.length_box = (SoftBox(self._look) for _ in range(3))
        self.scene_box.offer([(key, QCoreApplication.translate("scenes", title)) for key, title in titles.items()])
        self.wording_box.offer([(str(value), text) for value, text in choices()])
        self.length_box.offer(self._lengths())
        length = self.tr("How long you watch; at the end there is a quiet card, and no clock before it")
        self._left.flow.addWidget(beside_label(self._look, self.tr("Scene"), self.scene_box))
        self._left.flow.addWidget(beside_label(self._look, self.tr("Wording"), self.wording_box))
        self._right.flow.addWidget(beside_label(self._look, self.tr("Length"), self.length_box, length))

    def _lengths(self) -> list[tuple[str, str]]:
        """Open, and some minutes."""
        minutes = self.tr("{minutes} minutes")
        texts = [minutes.format(minutes=length) for length in LENGTHS[1:]]
        return list(zip(LENGTHS, [self.tr("Open"), *texts], strict=True))

    def _ways_out(self) -> None:
        self.exercises_button = self._button(self._left, self.tr("Word exercises"))
        self.explainer_button = self._button(self._left, self.tr("What is this?"))
        self.exercises_button.setAccessibleDescription(self.tr("Other ways of looking at one thought"))
        self.explainer_button.setAccessibleDescription(self.tr("Two minutes about looking at thoughts"))
        self.lead_to(exercises=False, explainer=False)
        self._draw_icons()

    def _draw_icons(self) -> None:
        """Anew for this theme, once they are shown."""
        self._icons.clear()
        for button in (self.exercises_button, self.explainer_button):
            button.setIconSize(QSize(self._look.px(20), self._look.px(20)))
        self._measure = ()

    def _icon(self, button: QPushButton) -> QIcon:
        if button not in self._icons:
            name = "text-aa" if button is self.exercises_button else "question"
            self._icons[button] = self._look.icon(name, "ink")
        return self._icons[button]

    def _choose_fit(self, width: int) -> None:
        stacked = None
        for fit in FITS:
            left, right = self._wide(fit)
            if left + right + GAP <= width:
                return
            if stacked is None and max(left, right) <= width:
                stacked = fit
        self._wide(stacked or FITS[-1])

    def _wide(self, fit: Fit) -> tuple[int, int]:
        """Show as much; returns how wide the two bars are then."""
        for button, in_words in ((self.exercises_button, fit.exercises), (self.explainer_button, fit.explainer)):
            name = button.accessibleName()
            button.setText(name if in_words else "")
            button.setToolTip("" if in_words else name)
            button.setIcon(QIcon() if in_words else self._icon(button))
        self._put_explainer(self._right if fit.aside else self._left)
        self._keep_pause_wide()
        self.scene_box.fit(fit.scene)
        self.wording_box.fit(fit.letters)
        self.length_box.fit()
        for bar in (self._left, self._right):
            bar.forget()
        self._lines.invalidate()
        return self._left.sizeHint().width(), self._right.sizeHint().width()

    def _put_explainer(self, bar: _Bar) -> None:
        button, other = self.explainer_button, self._left if bar is self._right else self._right
        if bar.flow.indexOf(button) < 0:
            other.flow.removeWidget(button)
            bar.flow.addWidget(button)
            button.setVisible(self._ways[1])

    def _keep_pause_wide(self) -> None:
        """As wide for what it says paused: nothing moves aside when it is pressed."""
        button, widths = self.pause_button, []
        button.setMinimumWidth(0)
        for text in (self.tr("Resume"), self.tr("Pause")):
            button.setText(text)
            widths.append(button.sizeHint().width())
        button.setText(button.accessibleName())
        button.setMinimumWidth(max(widths))

    def _buttons(self) -> None:
        self.slower_button = self._button(self._right, self.tr("Slower"), checkable=True)
        self.pause_button = self._button(self._right, self.tr("Pause"))
        self.stop_button = self._button(self._right, self.tr("Stop"))
        self.still_button = self._button(self._right, self.tr("Still"), checkable=True)
        self.slower_button.setAccessibleDescription(
            self.tr("Everything at a slower pace; press again for the usual one")
        )
        self.stop_button.setAccessibleDescription(self.tr("End this visit and go to a quiet page"))
        self.still_button.setAccessibleDescription(self.tr("The same visit as cards that do not move"))

    def _button(self, bar: _Bar, text: str, *, checkable: bool = False) -> QPushButton:
        made = pill(self._look, text, checkable=checkable)
        made.setAccessibleName(text)
        made.setProperty("tight", True)
        bar.flow.addWidget(made)
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


class _Bar(Floating):
    """A bar whose controls go on in a next line where there is no room for all in one."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.row.setContentsMargins(6, 3, 6, 3)
        self.flow = Flow(gap=1)
        self.row.addLayout(self.flow)

    def forget(self) -> None:
        """What was measured may be different now."""
        for pair in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if (inside := pair.layout()) is not None:
                inside.invalidate()
            pair.updateGeometry()  # else its size of before stands until the next layout
        self.flow.invalidate()
        self.row.invalidate()
        self.updateGeometry()  # its own size, too, which the layout around it remembers
