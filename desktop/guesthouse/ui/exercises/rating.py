"""The ratings before and after, as a screen of the run."""

from __future__ import annotations

from PySide6.QtCore import Qt

from guesthouse.domain.ratings import Ratings, RatingWords
from guesthouse.qt.look import Look
from guesthouse.ui.parts.rating_card import RatingCard
from guesthouse.ui.practices.screen import Screen


class Rating(Screen):
    """The card, in the middle of the page."""

    def __init__(self, look: Look) -> None:
        """It asks nothing yet."""
        super().__init__(look, least=0)
        self.card = RatingCard(look)
        self.body.addWidget(self.card)
        self.card.column.removeWidget(self.card.ways)
        self.foot.addWidget(self.card.ways, 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self.title, self.note):
            words.hide()
            self.sheet.column.removeWidget(words)
        while (item := self.sheet.column.itemAt(0)) is not None and item.spacerItem() is not None:
            self.sheet.column.takeAt(0)

    def ask(self, words: RatingWords, before: Ratings | None = None) -> None:
        """Ask before, or, with what was said then, after."""
        if before is None:
            self.card.show_before(words)
        else:
            self.card.show_after(words, before)
        self.sheet.verticalScrollBar().setValue(0)
        self.card.begin()

    def arrive(self) -> None:
        """Where one was."""
        self.card.begin()
