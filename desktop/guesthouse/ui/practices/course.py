"""The steps, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from guesthouse.domain.practice import Answer
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill, primary, quiet
from guesthouse.ui.parts.tab_order import chain, stops_in
from guesthouse.ui.practices.dots import Dots
from guesthouse.ui.practices.fade import Fade
from guesthouse.ui.practices.screen import Screen
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.inline import Inline
from guesthouse.ui.steps.leaving import ExerciseStep
from guesthouse.ui.steps.views import view_of


class Course(Screen):
    """Shows a step. Which one comes next is the player's business."""

    next_asked = Signal()
    back_asked = Signal()
    unwell_asked = Signal()
    changed = Signal()
    carried = Signal(str, object)
    steady_wanted = Signal()
    exercise_wanted = Signal()

    def __init__(self, look: Look) -> None:
        """No step yet."""
        super().__init__(look)
        self.view: StepView | None = None
        self.dots = Dots(look)
        self.back = quiet(look, self.tr("Back"))
        self.next = primary(look, self.tr("Next"))
        self.unwell = pill(look, self.tr("That didn’t sit well"))
        self.unwell.setAccessibleName(self.tr("That didn't sit well"))
        self.next.clicked.connect(self.next_asked)
        self.back.clicked.connect(self.back_asked)
        self.unwell.clicked.connect(self.unwell_asked)
        self.after: list[QWidget] = []
        """What Tab comes to after all of it."""
        self._order: list[QWidget] = []
        self._fade = Fade(self)
        outer = self.layout()
        outer.insertWidget(0, self.dots)  # type: ignore[union-attr]
        self._fill_foot()
        for button in (self.next, self.back):
            button.installEventFilter(self)
        look.changed.connect(self._size_buttons)
        self._size_buttons()

    def show_step(self, at: int, around: Around) -> None:
        """Show the ``at``-th step (from 0) in the place of the one before."""
        step = around.practice.steps[at]
        if self.view is not None and around.motion.level != "still":
            self._fade.begin(self.sheet)
        self.clear()
        self.view = view_of(step, around)
        self.view.changed.connect(self._order_tabs)
        self.view.changed.connect(self.changed)
        self.view.carried.connect(self.carried)
        self.view.steady_wanted.connect(self.steady_wanted)
        self.view.exercise_wanted.connect(self.exercise_wanted)
        self.view.unfolded.connect(self.show_whole)
        self.view.done.connect(lambda: self.next.setFocus(Qt.FocusReason.OtherFocusReason))
        self.view.went.connect(self.next_asked)
        self.body.addWidget(self.view)
        self.dots.show_place(at, len(around.practice.steps))
        self.back.setEnabled(at > 0)
        self.say(step.text, step.note)
        self.view.show()
        self._order_tabs()

    def arrive(self) -> None:
        """Put the focus where one answers, else on Next, and say the step."""
        self.announce(". ".join(part for part in (self.dots.place(), self.title.text(), self.note.text()) if part))
        there = self.view.first() if self.view is not None else None
        self.focus_on(there or self.next)

    def say_once(self) -> None:
        """The exercise of this step was done in this visit of the app, and is not done again in it."""
        if isinstance(self.view, ExerciseStep):
            self.view.say_once()

    def answers(self) -> dict[str, Answer]:
        """What stands in the step that is shown."""
        return self.view.answers() if self.view is not None else {}

    def clear(self) -> None:
        """Hold nothing that the person has written."""
        if self.view is not None:
            self.view.hide()
            self.body.removeWidget(self.view)
            self.view.setParent(None)
            self.view.deleteLater()
            self.view = None
            self._order = []

    def forget(self) -> None:
        """As :meth:`clear`, and without the words of the step."""
        self.clear()
        self.say("")

    def settle(self) -> None:
        """Nothing fades any more."""
        self._fade.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that is held goes one step and not through all of them."""
        held = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.isAutoRepeat()
        if held and watched in (self.next, self.back):
            return True
        return super().eventFilter(watched, event)

    def set_low(self, low: bool) -> None:
        """In a low page all buttons stand in one line, where they fit."""
        super().set_low(low)
        (self._beside if low else self._under).addWidget(self.unwell)
        self._look.dress(self.unwell, "pill")  # a widget that has moved has its first font again
        self._size_buttons()

    def _fill_foot(self) -> None:
        row, under = QWidget(), QWidget()
        self._beside = Inline(row, gap=16, between=4, centred=True)
        self._under = Inline(under, centred=True)
        for button in (self.back, self.next):
            self._beside.addWidget(button)
        self._under.addWidget(self.unwell)
        self.foot.addWidget(row)
        self.foot.addWidget(under)

    def _size_buttons(self) -> None:
        self.next.setMinimumWidth(self._look.px(120 if self._low else 200))
        self.back.setMinimumWidth(self._look.px(0 if self._low else 110))

    def _order_tabs(self) -> None:
        """Field, then Next, Back and the rest; chips come and go, so it is looked at after each change."""
        fields = list(stops_in(self.view)) if self.view is not None else []
        order = [*fields, self.next, self.back, self.unwell, *self.after]
        if order != self._order:
            self._order = order
            chain(order)
