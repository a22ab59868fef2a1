"""A sentence with gaps: fields and chips stand in it where its words leave room."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from guesthouse.domain.practice import GAP, Answer, Kind, Step, said
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.chosen_words import ChosenWords
from guesthouse.ui.steps.fields import WordsField
from guesthouse.ui.steps.inline import FILLS, Inline
from guesthouse.ui.steps.marking import mark_shoulds
from guesthouse.ui.steps.picking import groups_of

LOOSE = " .,;:"
"""What stands between a gap and the next words in print, and would hang alone between fields."""


class SentenceStep(StepView):
    """What was answered before stands in its gap, and can be changed there."""

    def __init__(self, step: Step, around: Around) -> None:
        """The sentence in a card."""
        super().__init__(step, around)
        self.fields: dict[str, WordsField] = {}
        self.words: dict[str, ChosenWords] = {}
        self._marks: list[object] = []
        card = Card()
        card.column.setSpacing(16)
        holder = QWidget()
        self._inline = Inline(holder, gap=10, between=16)
        card.column.addWidget(holder)
        self._set(step.sentence)
        for words in self.words.values():
            card.column.addWidget(words.panel)
        card.column.addWidget(label(around.look, "small", around.words.gaps))
        self.column.addWidget(card)

    def answers(self) -> dict[str, Answer]:
        """What stands in each gap."""
        found: dict[str, Answer] = {key: list(words.chosen()) for key, words in self.words.items()}
        return found | {key: field.words() for key, field in self.fields.items()}

    def first(self) -> QWidget | None:
        """The first gap without an answer, else the first."""
        gaps: list[QWidget] = [*self.fields.values(), *(words.row for words in self.words.values())]
        empty = (field for field in self.fields.values() if not field.words().strip())
        return next(empty, gaps[0] if gaps else None)

    def _set(self, sentence: str) -> None:
        """Words and gaps by turns, as ``split`` gives them."""
        parts = GAP.split(sentence)
        for at, part in enumerate(parts):
            if at % 2:
                self._add_gap(part, parts[at - 1].strip(LOOSE) or parts[at + 1].strip(LOOSE))
            elif part.strip(LOOSE):
                text = label(self.around.look, "words-large", part.strip(LOOSE))
                text.setProperty("quiet", True)
                self._inline.addWidget(text)

    def _add_gap(self, key: str, before: str) -> None:
        if key in self.fields or key in self.words:
            return
        chosen = next((one for one in self.around.practice.steps if one.key == key and one.kind is Kind.WORDS), None)
        if chosen is not None:
            self._add_words(key, before, chosen)
            return
        field = WordsField(self.around.look, before, most=6)
        field.setProperty(FILLS, True)
        field.set_words(said(self.around.answer(key)))
        field.edited.connect(self.changed)
        field.done.connect(self.done)
        self._marks.append(mark_shoulds(field, self.around))
        self.fields[key] = field
        self._inline.addWidget(field)

    def _add_words(self, key: str, before: str, chosen: Step) -> None:
        groups = groups_of(chosen, self.around)
        words = ChosenWords(self.around.look, groups, name=before, own=self.around.words.own)
        words.set_chosen(self.around.listed(key))
        words.changed.connect(self.changed)
        words.opened.connect(self.unfolded)
        self.words[key] = words
        self._inline.addWidget(words.row)
