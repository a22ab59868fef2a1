"""What happens on a call, and a sentence to begin with."""

from __future__ import annotations

from guesthouse.domain.care import CallText
from guesthouse.qt.look import Look
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.support.marked import Bullet


class CallCard(Card):
    """Point by point; the sentences stand apart, to be read out or copied."""

    def __init__(self, look: Look, words: CallText) -> None:
        """With these words."""
        super().__init__()
        self.heading = label(look, "subheading", words.title)
        self.column.addWidget(self.heading)
        for point in words.points:
            self.column.addWidget(Bullet(look, point))
        self.column.addSpacing(8)
        well = Card("well")
        well.column.setSpacing(10)
        well.column.addWidget(label(look, "button", words.first))
        for sentence in words.sentences:
            well.column.addWidget(label(look, "words", sentence, selectable=True))
        self.column.addWidget(well)
        self.column.addStretch(1)
