"""Words, places and amounts, chosen from the lists."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from guesthouse.domain.noticing import Group, wants_steadying
from guesthouse.domain.practice import Answer, Step, said
from guesthouse.ui.noticing.amount_picker import AmountPicker
from guesthouse.ui.noticing.place_picker import PlacePicker
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.chosen_words import ChosenWords

SENSATIONS = "sensations"


def groups_of(step: Step, around: Around) -> tuple[Group, ...]:
    """The lists that a step of words chooses from."""
    return around.vocabulary.sensations if step.words == SENSATIONS else around.vocabulary.feelings


class WordsStep(StepView):
    """Chips, and the lists; open at once where nothing is chosen yet."""

    def __init__(self, step: Step, around: Around) -> None:
        """With what was chosen before."""
        super().__init__(step, around)
        self.words = ChosenWords(around.look, groups_of(step, around), name=step.text, own=around.words.own)
        card = Card()
        card.column.setSpacing(12)
        card.column.addWidget(self.words.row)
        card.column.addWidget(self.words.panel)
        self.column.addWidget(card)
        self._steady = self._make_steady()
        self.column.addWidget(self._steady)
        before = around.listed(step.key)
        self.words.set_chosen(before)
        self.words.open(not before)
        self.words.changed.connect(self._changed)
        self.words.opened.connect(self.unfolded)
        self._offer_steady()

    def answers(self) -> dict[str, Answer]:
        """The words."""
        return {self.step.key: list(self.words.chosen())}

    def first(self) -> QWidget:
        """The chips, or "+ more" alone."""
        return self.words.row

    def _make_steady(self) -> QWidget:
        around = self.around
        card = Card("well")
        card.column.setContentsMargins(24, 16, 24, 16)
        card.column.addWidget(label(around.look, "body", around.words.steady))
        self.steady_button = quiet(around.look, self.tr("Feet and floor first?"))
        self.steady_button.clicked.connect(self.steady_wanted)
        card.column.addSpacing(4)
        card.column.addWidget(self.steady_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _changed(self) -> None:
        self._offer_steady()
        self.changed.emit()

    def _offer_steady(self) -> None:
        wanted = wants_steadying(self.words.chosen(), self.around.vocabulary)
        if wanted and self._steady.isHidden() and self.isVisible():
            self.tell(self.around.words.steady)
        self._steady.setVisible(wanted)


class PlaceStep(StepView):
    """Places in the body."""

    def __init__(self, step: Step, around: Around) -> None:
        """With those chosen before."""
        super().__init__(step, around)
        self.picker = PlacePicker(around.look, around.vocabulary.places)
        self.picker.set_chosen(around.listed(step.key))
        self.picker.changed.connect(self.changed)
        card = Card()
        card.column.addWidget(self.picker)
        self.column.addWidget(card)

    def answers(self) -> dict[str, Answer]:
        """The places."""
        return {self.step.key: list(self.picker.chosen())}

    def first(self) -> QWidget:
        """The chips."""
        return self.picker


class AmountStep(StepView):
    """How much."""

    def __init__(self, step: Step, around: Around) -> None:
        """With what was said before."""
        super().__init__(step, around)
        self.picker = AmountPicker(around.look, around.vocabulary.amounts)
        self.picker.set_chosen(said(around.answer(step.key)))
        self.picker.changed.connect(self.changed)
        card = Card()
        card.column.addWidget(self.picker)
        self.column.addWidget(card)

    def answers(self) -> dict[str, Answer]:
        """The id of the amount, or nothing."""
        return {self.step.key: self.picker.chosen()}

    def first(self) -> QWidget:
        """The chips."""
        return self.picker
