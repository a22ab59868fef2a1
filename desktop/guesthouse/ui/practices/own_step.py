"""One step of an own practice, to be changed, moved and taken out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from guesthouse.domain.differing import StepDifference
from guesthouse.domain.listing import joined
from guesthouse.domain.practice import Kind, Step
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import choice
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import seconds_said, sense_name
from guesthouse.ui.practices.own_head import labelled
from guesthouse.ui.practices.own_kinds import (
    FIXED,
    SECONDS,
    fixed_kind,
    kind_id,
    kinds,
    lines_of,
    options_of,
    with_kind,
)
from guesthouse.ui.practices.own_numbers import Numbers
from guesthouse.ui.practices.own_parts import NamedText, Otherwise, shortened


class OwnStep(Card):
    """The fields of one step. ``origin`` is the place (from 0) of the step of the original it came from, or None."""

    edited = Signal()
    up = Signal()
    down = Signal()
    taken_out = Signal()
    back_asked = Signal()
    grown = Signal()
    """There is a control that was not there before."""

    def __init__(self, look: Look, step: Step, origin: int | None, taken: Callable[[], Collection[str]]) -> None:
        """With this step; ``taken`` tells the names of answers that are in use."""
        super().__init__()
        self._look, self._taken = look, taken
        self._step = step
        self.origin = origin
        self._showing = False
        self.column.setContentsMargins(32, 20, 32, 24)
        self.column.setSpacing(12)
        self._title = label(look, "subheading", wrap=False)
        self.move_up, self.move_down = self._icon(), self._icon()
        self.take_out = self._icon()
        self.otherwise: Otherwise | None = None
        self.text = NamedText(look, "", hint=self.tr("What it says"), bare=True)
        self.note = NamedText(look, "", role="body", hint=self.tr("A softer line below it, if you like"), bare=True)
        self.other: NamedText | None = None
        self.inside: NamedText | None = None
        self.kind = choice(kinds(), "read")
        self.seconds: Numbers | None = None
        self._lay_out()
        self._wire()
        self.show_step(step)
        self._dress()

    def read(self) -> Step:
        """The step with what stands in the fields."""
        step = replace(self._step, text=self.text.words(), note=self.note.words())
        if step.needs and self.other is not None:
            step = replace(step, other=self.other.words())
        if self.seconds is not None and self._timed(step):
            step = replace(step, seconds=self.seconds.length[1])
        inside = self.inside.words() if self.inside is not None else _inside(self._step)
        if step.kind is Kind.CHOOSE and inside != _inside(self._step):
            step = replace(step, options=options_of(inside, self._step.options))
        if step.kind is Kind.STEADY and inside != _inside(self._step):
            step = replace(step, lines=lines_of(inside))
        return step

    def show_step(self, step: Step) -> None:
        """Put this one in the fields; says nothing."""
        self._showing = True
        self._step = step
        self.text.set_words(step.text)
        self.note.set_words(step.note)
        at = self.kind.findData(kind_id(step))
        self.kind.setCurrentIndex(max(0, at))
        self._show_kind()
        if self.other is not None:
            self.other.set_words(step.other)
        if self.inside is not None:
            self.inside.set_words(_inside(step))
        if self.seconds is not None and step.seconds:
            self.seconds.show_length((step.seconds, step.seconds))
        self._showing = False

    def controls(self) -> list[QWidget]:
        """Everything one can go to, in the order in which it stands."""
        texts = [text.field for text in (self.text, self.note, self.inside, self.other) if text is not None]
        seconds = [self.seconds.box] if self.seconds is not None else []
        back = [self.otherwise.back] if self.otherwise is not None else []
        return [self.move_up, self.move_down, self.take_out, *texts, self.kind, *seconds, *back]

    def place(self, number: int, many: int) -> None:
        """Stand at this place (from 1) among so many."""
        self._title.setText(self.tr("Step {number}").format(number=number))
        self.text.rename(self.tr("Step {number}").format(number=number))
        self.note.rename(self.tr("A softer line below step {number}").format(number=number))
        self.kind.setAccessibleDescription(self._title.text())
        if self.seconds is not None:
            self.seconds.box.setAccessibleDescription(self._title.text())
        for button, name in (
            (self.move_up, self.tr("Move step {number} up")),
            (self.move_down, self.tr("Move step {number} down")),
            (self.take_out, self.tr("Take out step {number}")),
        ):
            button.setAccessibleName(name.format(number=number))
            button.setToolTip(name.format(number=number))
        self.move_up.setEnabled(number > 1)
        self.move_down.setEnabled(number < many)

    def tell_original(self, difference: StepDifference | None) -> None:
        """Say what is otherwise than in the original; None where there is no original."""
        told: list[str] = []
        if difference is None or not (difference.new or difference.moved or difference.changed):
            if self.otherwise is not None:
                self.otherwise.tell("")
            return
        if difference.new:
            told.append(self.tr("New: the original has no such step."))
        if difference.moved and difference.there is not None:
            told.append(self.tr("Moved: it was step {number}.").format(number=difference.there + 1))
        if difference.changed and difference.original is not None:
            told.append(self._what_was(difference.original))
        number = self._title.text()
        back = self.tr("Back to the original: {field}").format(field=number) if difference.changed else ""
        self._otherwise().tell("\n".join(told), back=back)

    def _what_was(self, original: Step) -> str:
        if original.text != self.text.words():
            return self.tr("Changed. It was: “{text}”").format(text=shortened(original.text))
        if original.note != self.note.words():
            return self.tr("Changed. Below it was: “{text}”").format(text=shortened(original.note))
        return self.tr("Changed. Its words are the same.")

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addStretch(1)
        for button in (self.move_up, self.move_down, self.take_out):
            head.addWidget(button)
        self.column.addLayout(head)
        for widget in (self.text, self.note):
            self.column.addWidget(widget)
        self._fixed = label(self._look, "small")
        self._choices = QWidget()
        self._row = Flow(self._choices, gap=24)
        self._row.addWidget(labelled(self._look, self.tr("What is done"), self.kind))
        self._seconds_box: QWidget | None = None
        self.column.addWidget(self._choices)
        self.column.addWidget(self._fixed)

    def _wire(self) -> None:
        for text in (self.text, self.note):
            text.edited.connect(self.edited)
        self.kind.currentIndexChanged.connect(self._choose_kind)
        self.move_up.clicked.connect(self.up)
        self.move_down.clicked.connect(self.down)
        self.take_out.clicked.connect(self.taken_out)
        self._look.changed.connect(self._dress)

    def _choose_kind(self) -> None:
        if not self._showing:
            self.show_step(with_kind(self.read(), self.kind.currentData(), self._taken()))
            self.edited.emit()

    def _show_kind(self) -> None:
        """What this kind of step has."""
        step = self._step
        fixed = step.kind in FIXED
        self._choices.setVisible(not fixed)
        self._fixed.setVisible(fixed)
        if fixed:
            told = self.tr("{kind}. Its words can be changed; what is done in it stays.")
            self._fixed.setText(told.format(kind=fixed_kind(step.kind)))
        self._show_seconds(self._timed(step))
        self._show_inside(step.kind is Kind.STEADY or (step.kind is Kind.CHOOSE and not step.kit))
        self._show_other(bool(step.needs))

    # What few steps have is made for the first that has it: there may be many steps.

    def _show_seconds(self, on: bool) -> None:
        if on and self.seconds is None:
            self.seconds = Numbers([(each, each) for each in SECONDS], seconds_said)
            self._seconds_box = labelled(self._look, self.tr("How long"), self.seconds.box)
            self._row.addWidget(self._seconds_box)
            self.seconds.box.setAccessibleDescription(self._title.text())
            self.seconds.box.currentIndexChanged.connect(self._edited)
            self.grown.emit()
        if self._seconds_box is not None:
            self._seconds_box.setVisible(on)

    def _show_inside(self, on: bool) -> None:
        if on and self.inside is None:
            self.inside = self._text_after(self.note, most=20)
        if self.inside is not None:
            lines, options = (
                self.tr("Lines, one below the other"),
                self.tr("What there is to choose from, one on a line"),
            )
            self.inside.call(lines if self._step.kind is Kind.STEADY else options)
            self.inside.setVisible(on)

    def _show_other(self, on: bool) -> None:
        if on and self.other is None:
            self.other = self._text_after(self.inside or self.note)
        if self.other is not None:
            senses = joined([sense_name(sense).lower() for sense in self._step.needs])
            self.other.call(self.tr("Said instead where this is switched off: {senses}").format(senses=senses))
            self.other.setVisible(on)

    def _text_after(self, before: QWidget, *, most: int = 12) -> NamedText:
        made = NamedText(self._look, "", role="body", most=most)
        self.column.insertWidget(self.column.indexOf(before) + 1, made)
        made.edited.connect(self.edited)
        self.grown.emit()
        return made

    def _otherwise(self) -> Otherwise:
        if self.otherwise is None:
            self.otherwise = Otherwise(self._look)
            self.column.addWidget(self.otherwise)
            self.otherwise.back_asked.connect(self.back_asked)
            self.grown.emit()
        return self.otherwise

    def _timed(self, step: Step) -> bool:
        """A look has its seconds; steady lines stand as long as one likes, unless they came with some."""
        return step.kind is Kind.LOOK or (step.kind is Kind.STEADY and step.seconds > 0)

    def _edited(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _icon(self) -> QPushButton:
        button = pill(self._look, "")
        button.setProperty("tight", True)
        return button

    def _dress(self) -> None:
        for button, icon in (
            (self.move_up, "arrow-up"),
            (self.move_down, "arrow-down"),
            (self.take_out, "trash-simple"),
        ):
            button.setIcon(self._look.icon(icon, "soft", size=18))


def _inside(step: Step) -> str:
    """The options or lines of a step, one on a line."""
    texts = [option.text for option in step.options] if step.kind is Kind.CHOOSE else step.lines
    return "\n".join(texts)
