"""What stands over the steps of an own practice: its title, what it is for, how long and how warm it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from guesthouse.domain.practice import Element, Practice, Tone
from guesthouse.qt.look import Look
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.form import choice, name_control
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import element_name, minutes_of, minutes_said, tone_name
from guesthouse.ui.practices.own_numbers import Numbers
from guesthouse.ui.practices.own_parts import ComparedText, Otherwise

MINUTES = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30)


class OwnHead(Card):
    """The fields, each with what the original has where that is another."""

    edited = Signal()
    back_asked = Signal(str)
    """A field is to be as in the original, by its name in the practice."""

    def __init__(self, look: Look) -> None:
        """Empty."""
        super().__init__()
        self._look = look
        self._showing = False
        self.column.setSpacing(16)
        self.title = ComparedText(
            look, self.tr("Title"), role="words-large", most=4, hint=self.tr("What you would call it")
        )
        self.purpose = ComparedText(look, self.tr("What it is for"), hint=self.tr("A line is enough"))
        self.not_for = ComparedText(look, self.tr("Not for"), hint=self.tr("When to leave it, if there is such a time"))
        self.minutes = Numbers([(each, each) for each in MINUTES], minutes_said)
        self.tone = choice([(str(tone), tone_name(tone)) for tone in Tone], Tone.NEUTRAL)
        self.element = choice([(str(element), element_name(element)) for element in Element], Element.ACKNOWLEDGE)
        self.otherwise = Otherwise(look)
        self._lay_out()
        self._wire()

    def show_practice(self, practice: Practice) -> None:
        """Put this one in the fields; says nothing."""
        self._showing = True
        for name, field in self._texts().items():
            field.set_words(getattr(practice, name))
        self.minutes.show_length(practice.minutes)
        self.tone.setCurrentIndex(self.tone.findData(str(practice.tone)))
        self.element.setCurrentIndex(self.element.findData(str(practice.element)))
        self._showing = False

    def read(self, practice: Practice) -> Practice:
        """The practice with what stands in the fields."""
        return replace(
            practice,
            title=self.title.words(),
            purpose=self.purpose.words(),
            not_for=self.not_for.words(),
            minutes=self.minutes.length,
            tone=Tone(self.tone.currentData()),
            element=Element(self.element.currentData()),
        )

    def tell_original(self, original: Practice | None, fields: Collection[str]) -> None:
        """Say what the original has in ``fields``, which are the ones that are otherwise."""
        for name, field in self._texts().items():
            field.tell_original(getattr(original, name) if original is not None else None)
        told = []
        if original is not None and {"minutes", "tone", "element"} & set(fields):
            told = [minutes_of(original), tone_name(original.tone).lower(), element_name(original.element).lower()]
        text = self.tr("Changed. It was: {facts}").format(facts=" · ".join(told)) if told else ""
        self.otherwise.tell(text, back=self.tr("Back to the original: length, tone and kind") if told else "")

    def _texts(self) -> dict[str, ComparedText]:
        return {"title": self.title, "purpose": self.purpose, "not_for": self.not_for}

    def _lay_out(self) -> None:
        for field in (self.title, self.purpose, self.not_for):
            self.column.addWidget(field)
        row = Flow(gap=24)
        for name, control in (
            (self.tr("Length"), self.minutes.box),
            (self.tr("Tone"), self.tone),
            (self.tr("Kind"), self.element),
        ):
            row.addWidget(labelled(self._look, name, control))
        self.column.addLayout(row)
        self.column.addWidget(self.otherwise)

    def _wire(self) -> None:
        for name, field in self._texts().items():
            field.edited.connect(self._edited)
            field.back_asked.connect(lambda name=name: self.back_asked.emit(name))
        self.minutes.box.currentIndexChanged.connect(self._edited)
        self.tone.currentIndexChanged.connect(self._edited)
        self.element.currentIndexChanged.connect(self._edited)
        self.otherwise.back_asked.connect(lambda: self.back_asked.emit("facts"))

    def _edited(self) -> None:
        if not self._showing:
            self.edited.emit()


def labelled(look: Look, name: str, control: QComboBox) -> QWidget:
    """A control under its name, which is its label."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    title = label(look, "small", name, wrap=False)
    name_control(control, name)
    title.setBuddy(control)
    look.dress(control, "body")
    column.addWidget(title)
    column.addWidget(control)
    return made
