"""A line, or a page, in the person's own words."""

from __future__ import annotations

from guesthouse.domain.practice import Answer, Kind, Step, said
from guesthouse.ui.parts.card import Card
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.copying import CopyRow
from guesthouse.ui.steps.fields import WordsField
from guesthouse.ui.steps.marking import mark_shoulds
from guesthouse.ui.steps.reading import add_frame

PAGE = (4, 12)
LINE = (1, 8)


class WriteStep(StepView):
    """A field that is named by the step's own words."""

    def __init__(self, step: Step, around: Around) -> None:
        """The field, with what was written before."""
        super().__init__(step, around)
        add_frame(self)
        least, most = PAGE if step.kind is Kind.WRITE else LINE
        role = "reading" if step.kind is Kind.WRITE else "words-large"
        self.field = WordsField(around.look, step.text, least=least, most=most, role=role)
        self.field.setAccessibleDescription(step.note)
        self.field.set_words(said(around.answer(step.key)))
        self.field.edited.connect(self.changed)
        self.field.done.connect(self.done)
        card = Card()
        card.column.addWidget(self.field)
        self.column.addWidget(card)
        self._marks = mark_shoulds(self.field, around, framing=not step.shoulds)
        if step.copy:
            self.copy_row = CopyRow(around.look, self.field.words, self.tell)
            self.field.edited.connect(self.copy_row.forget)
            card.column.addWidget(self.copy_row)

    def answers(self) -> dict[str, Answer]:
        """What stands in the field."""
        return {self.step.key: self.field.words()}

    def first(self) -> WordsField:
        """The field."""
        return self.field
