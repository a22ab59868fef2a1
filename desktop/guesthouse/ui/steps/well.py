"""A quiet well with words in it, to be read: what was written before, with a frame around it."""

from __future__ import annotations

from guesthouse.qt.look import Look
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label

MOST = 600
"""So many characters are set large; what is longer is set smaller."""


class Well(Card):
    """Words that can be selected and copied."""

    def __init__(self, look: Look, words: str) -> None:
        """A well with these words."""
        super().__init__("well")
        self.column.setContentsMargins(24, 16, 24, 16)
        self.label = label(look, "words-large" if len(words) <= MOST else "words", words, selectable=True)
        self.label.setAccessibleName(words)
        self.column.addWidget(self.label)
