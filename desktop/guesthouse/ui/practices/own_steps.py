"""The steps of an own practice in their order, those that were taken out of the original between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guesthouse.domain.differing import StepDifference
from guesthouse.domain.practice import MOST_STEPS, Step
from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.tab_order import chain
from guesthouse.ui.practices.own_parts import shortened, small
from guesthouse.ui.practices.own_step import OwnStep


@contextmanager
def unseen(widget: QWidget) -> Iterator[None]:
    """Out of sight meanwhile: where each part is laid out as it comes, many of them are slow."""
    seen = not widget.isHidden()
    widget.hide()
    try:
        yield
    finally:
        widget.setVisible(seen)


class OwnSteps(QWidget):
    """A column of steps."""

    edited = Signal()
    arrived = Signal(QWidget)
    """The focus went to this step, which may have come or moved out of sight."""

    back_asked = Signal(object)
    """A StepDifference: the step is to be as in the original."""

    def __init__(self, look: Look) -> None:
        """None."""
        super().__init__()
        self._look = look
        self._steps: list[OwnStep] = []
        self._told: tuple[StepDifference, ...] | None = None
        self._telling = self._tabs_old = False
        self._before: tuple[QWidget, ...] = ()
        self._after: tuple[QWidget, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_steps(self, steps: Sequence[Step], origins: Sequence[int | None]) -> None:
        """These in place of those before, each with the place of the one it came from; says nothing."""
        with unseen(self):
            for shown in self._steps:
                self._drop(shown)
            self._told = None
            self._steps = [self._made(step, origin) for step, origin in zip(steps, origins, strict=True)]
            self._lay_out(())

    def stand_between(self, before: QWidget, after: QWidget) -> None:
        """Where Tab comes from, and where it goes on to."""
        self._before, self._after = (before,), (after,)

    def shown(self) -> list[OwnStep]:
        """The steps in their order."""
        return list(self._steps)

    def read(self) -> tuple[Step, ...]:
        """The steps as they stand in the fields."""
        return tuple(step.read() for step in self._steps)

    def origins(self) -> list[int | None]:
        """For each step the place of the one it came from."""
        return [step.origin for step in self._steps]

    def tell_original(self, differences: tuple[StepDifference, ...] | None) -> None:
        """Mark what is otherwise; None where there is no original."""
        here = {each.here: each for each in differences or () if each.here is not None}
        self._telling, self._tabs_old = True, False
        for place, step in enumerate(self._steps):
            step.tell_original(here.get(place))
        self._telling = False
        if _gone(differences) != _gone(self._told):
            self._lay_out(differences or ())
        elif self._tabs_old:
            self._order_tabs()
        self._told = differences

    @property
    def full(self) -> bool:
        """Whether there are as many as a practice can have."""
        return len(self._steps) >= MOST_STEPS

    def add(self) -> None:
        """One more at the end, empty; none where it is full."""
        if self.full:
            return
        self._insert(len(self._steps), Step(""), None)

    def put_back(self, place: int, original: Step) -> None:
        """The step at ``place`` is as in the original again."""
        self._steps[place].show_step(original)
        self.edited.emit()

    def _move(self, step: OwnStep, by: int) -> None:
        place = self._steps.index(step)
        self._steps.insert(place + by, self._steps.pop(place))
        self._settle()
        button = step.move_up if by < 0 else step.move_down
        (button if button.isEnabled() else step.text.field).setFocus()
        self.arrived.emit(step)
        told = self.tr("Now step {number}").format(number=place + by + 1)
        announce(step, told)

    def _take_out(self, step: OwnStep) -> None:
        place = self._steps.index(step)
        self._steps.remove(step)
        self._drop(step)
        self._settle()
        if self._steps:
            self._go_to(self._steps[min(place, len(self._steps) - 1)])
        announce(self, self.tr("The step is taken out."))

    def _take_back(self, difference: StepDifference) -> None:
        """A step that was taken out stands again after the one it stood after."""
        if difference.original is None or difference.there is None or self.full:
            return
        there = difference.there
        before = [at for at, each in enumerate(self._steps) if each.origin is not None and each.origin < there]
        place = before[-1] + 1 if before else 0
        self._insert(place, difference.original, there)

    def _insert(self, place: int, step: Step, origin: int | None) -> None:
        made = self._made(step, origin)
        self._steps.insert(place, made)
        self._settle()
        self._go_to(made)

    def _go_to(self, step: OwnStep) -> None:
        step.text.field.setFocus()
        self.arrived.emit(step)

    def _settle(self) -> None:
        """After a step came, went or moved."""
        self._told = None
        self._lay_out(())
        self.edited.emit()

    def _lay_out(self, differences: Sequence[StepDifference]) -> None:
        """All in their order; what is gone as a line."""
        while item := self._column.takeAt(0):
            if (widget := item.widget()) is not None and not isinstance(widget, OwnStep):
                self._drop(widget)
        if differences:
            for each in differences:
                self._column.addWidget(self._steps[each.here] if each.here is not None else self._line(each))
        else:
            for step in self._steps:
                self._column.addWidget(step)
        for step in self._steps:
            step.show()
        self._number()

    def _line(self, difference: StepDifference) -> Card:
        """A step that is gone, and the way to have it back."""
        assert difference.original is not None
        made = Card("well")
        text = shortened(difference.original.text)
        made.column.addWidget(label(self._look, "soft", self.tr("Taken out: “{text}”").format(text=text)))
        back = small(self._look, self.tr("Put it back"))
        back.setAccessibleDescription(text)
        back.setEnabled(not self.full)
        back.clicked.connect(partial(self._take_back, difference))
        row = Flow()
        row.addWidget(back)
        made.column.addLayout(row)
        return made

    def _made(self, step: Step, origin: int | None) -> OwnStep:
        made = OwnStep(self._look, step, origin, self._keys)
        made.edited.connect(self.edited)
        made.grown.connect(self._grown)
        made.up.connect(partial(self._move, made, -1))
        made.down.connect(partial(self._move, made, 1))
        made.taken_out.connect(partial(self._take_out, made))
        made.back_asked.connect(partial(self._ask_back, made))
        return made

    def _ask_back(self, step: OwnStep) -> None:
        place = self._steps.index(step)
        for each in self._told or ():
            if each.here == place:
                self.back_asked.emit(each)
                return

    def _keys(self) -> set[str]:
        """The names under which answers are kept, those of steps that are gone included."""
        there = {key for each in self._told or () if each.original is not None for key in each.original.keys}
        return there | {key for step in self._steps for key in step.read().keys}

    def _number(self) -> None:
        for number, step in enumerate(self._steps, 1):
            step.place(number, len(self._steps))
        self._order_tabs()

    def _grown(self) -> None:
        """A step has a control more; where several are about to, the order is made once."""
        self._tabs_old = True
        if not self._telling:
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes from step to step as they stand, not as they were made."""
        stops: list[QWidget] = list(self._before)
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        for widget in (item.widget() for item in items if item is not None):
            if isinstance(widget, OwnStep):
                stops += widget.controls()
            elif widget is not None:
                stops += widget.findChildren(QPushButton)
        chain([*stops, *self._after])

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()


def _gone(differences: tuple[StepDifference, ...] | None) -> list[int | None]:
    """The order in which steps and lines stand."""
    return [each.here if each.here is not None else -1 - (each.there or 0) for each in differences or ()]
