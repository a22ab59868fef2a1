"""Still lines to stand on: all of them are there at once, and nothing moves."""

from __future__ import annotations

from collections.abc import Iterable

from guesthouse.domain.practice import Step
from guesthouse.qt.look import Look
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.around import Around, StepView


class SteadyStep(StepView):
    """Its lines in a card."""

    def __init__(self, step: Step, around: Around) -> None:
        """All of its lines."""
        super().__init__(step, around)
        self.column.addWidget(still_lines(around.look, step.lines))


def still_lines(look: Look, lines: Iterable[str]) -> Card:
    """A card with these lines, as on the grounding page."""
    card = Card()
    card.column.setSpacing(18)
    for line in lines:
        card.column.addWidget(label(look, "words-large", line))
    return card
