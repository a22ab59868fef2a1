"""A line, or a page, in the person's own words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from guesthouse.domain.practice import Answer, Kind, Step, said
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.around import Around, StepView
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
        self._marks = mark_shoulds(self.field, around)
        if step.copy:
            self._add_copy(card)

    def answers(self) -> dict[str, Answer]:
        """What stands in the field."""
        return {self.step.key: self.field.words()}

    def first(self) -> WordsField:
        """The field."""
        return self.field

    def _add_copy(self, card: Card) -> None:
        self.copy_button = quiet(self.around.look, self.tr("Copy"))
        self.copy_button.setAccessibleDescription(self.tr("Puts your words on the clipboard; nothing is sent"))
        self._copied = label(self.around.look, "small", wrap=False)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.copy_button)
        row.addWidget(self._copied, 1, Qt.AlignmentFlag.AlignVCenter)
        card.column.addSpacing(4)
        card.column.addLayout(row)
        self.copy_button.clicked.connect(self._copy)
        self.field.edited.connect(lambda: self._copied.setText(""))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.field.words())
        self._copied.setText(self.tr("Copied."))
        self.tell(self._copied.text())
