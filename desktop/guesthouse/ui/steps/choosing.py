"""One of several, or several of them, or a line of one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from guesthouse.domain.kit import Shelf
from guesthouse.domain.practice import GAP, Answer, Step, said
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.choice import Choices
from guesthouse.ui.steps.copying import CopyRow
from guesthouse.ui.steps.fields import WordsField
from guesthouse.ui.steps.marking import mark_shoulds
from guesthouse.ui.steps.reading import add_frame


class ChooseStep(StepView):
    """The options, what lies on a shelf of the kit, and a line where one may say it otherwise.

    A line of one's own stands beside what is chosen, and takes nothing from it.
    """

    def __init__(self, step: Step, around: Around) -> None:
        """With what was chosen before."""
        super().__init__(step, around)
        add_frame(self)
        if step.copy and self._shown():
            self.column.addWidget(CopyRow(around.look, self._shown, self.tell))
        self.choices = Choices(around.look, step.text, several=step.several)
        self.choices.fill(self._texts())
        self.field: WordsField | None = None
        card = Card()
        card.column.setSpacing(8)
        card.column.addWidget(self.choices)
        self.choices.setVisible(bool(self.choices.buttons))
        if step.own:
            self._add_own(card)
        self.column.addWidget(card)
        self._show(around.listed(step.key))
        self.choices.changed.connect(self.changed)

    def answers(self) -> dict[str, Answer]:
        """A text where one thing was chosen or written, else a list."""
        own = self.field.words() if self.field is not None else ""
        found = [*self.choices.chosen(), *([own] if own.strip() else [])]
        if self.step.several:
            return {self.step.key: found}
        return {self.step.key: found if len(found) > 1 else "".join(found)}

    def leads(self) -> str:
        """Where what is chosen leads: the id of a practice, "start", or nothing for the next step."""
        chosen = self.choices.chosen()
        return next((option.goes for option in self.step.options if option.text in chosen and option.goes), "")

    def first(self) -> QWidget:
        """The options, or the line where there are none."""
        return self.choices if self.choices.buttons or self.field is None else self.field

    def _shown(self) -> str:
        """What was answered before and is shown in the frame, to the letter."""
        found = (said(self.around.answer(gap)) for gap in GAP.findall(self.step.frame))
        return "\n".join(answer for answer in found if answer.strip())

    def _texts(self) -> list[str]:
        texts = [option.text for option in self.step.options]
        if self.step.kit:
            texts += [comfort.words for comfort in self.around.comforts(Shelf(self.step.kit))]
        return list(dict.fromkeys(texts))

    def _add_own(self, card: Card) -> None:
        name = self.around.words.own
        self.field = WordsField(self.around.look, name, role="words", most=6)
        self.field.edited.connect(self.changed)
        self.field.done.connect(self.done)
        self._marks = mark_shoulds(self.field, self.around)
        title = label(self.around.look, "small", name)
        title.setBuddy(self.field)
        card.column.addSpacing(4)
        card.column.addWidget(title)
        card.column.addWidget(self.field)

    def _show(self, before: list[str]) -> None:
        texts = {button.words for button in self.choices.buttons}
        self.choices.set_chosen([one for one in before if one in texts])
        own = [one for one in before if one not in texts]
        if self.field is not None:
            self.field.set_words("\n".join(own))
        elif own:  # what was chosen once is not on the shelf any more
            self.choices.fill(own)
            self.choices.set_chosen(before)
