"""The first two screens: what this is and that it stays here, and what it is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal

from guesthouse.domain.greeting import Limits, Welcome
from guesthouse.qt.look import Look
from guesthouse.ui.first_run.picture import GardenPicture
from guesthouse.ui.first_run.screen import Screen
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.house_mark import HouseMark
from guesthouse.ui.parts.labels import label

MARK = 64


class WelcomeScreen(Screen):
    """The house, and what it is for."""

    wanted = Signal(str)

    def __init__(self, look: Look, words: Welcome, picture: GardenPicture) -> None:
        """``picture`` stands above the words where there is room for it, else a small mark does."""
        super().__init__(look, words.title)
        self.picture, self.mark = picture, HouseMark(look, MARK)
        self.column.addWidget(picture)
        self.column.addWidget(self.mark)
        self.column.addSpacing(8)
        self.column.addWidget(self.title)
        self.column.addWidget(label(look, "words", words.text))
        self.column.addWidget(label(look, "body", words.stays))
        self.film = quiet(look, self.tr("What is this?"))
        self.film.setAccessibleDescription(self.tr("Two minutes about looking at thoughts"))
        self.film.clicked.connect(lambda: self.wanted.emit("explainer"))
        row = Flow()
        row.addWidget(self.film)
        self.column.addLayout(row)
        self.settle()

    def make_room(self) -> None:
        """The picture takes what the words leave."""
        self.picture.hide()
        self.mark.hide()
        super().make_room()
        left = self.viewport().height() - self.height_for(self.viewport().width()) - self.column.spacing()
        self.picture.fit(left)
        self.mark.setVisible(not self.picture.fits(left) and left >= self._look.px(MARK))

    def minimumSizeHint(self) -> QSize:
        """As small as one likes: it scrolls."""
        return QSize(0, 0)


class LimitsScreen(Screen):
    """The disclaimer, and where else one can turn."""

    wanted = Signal(str)

    def __init__(self, look: Look, words: Limits) -> None:
        """With a way to all of it in Help."""
        super().__init__(look, words.title)
        self.column.addWidget(self.title)
        card = Card()
        card.column.setSpacing(12)
        card.column.addWidget(label(look, "body", words.disclaimer))
        card.column.addWidget(label(look, "soft", words.age))
        self.column.addWidget(card)
        self.column.addWidget(label(look, "body", words.support))
        self.help = quiet(look, self.tr("Who this is for"))
        self.help.setAccessibleDescription(self.tr("Opens Help"))
        self.help.clicked.connect(lambda: self.wanted.emit("help"))
        row = Flow()
        row.addWidget(self.help)
        self.column.addLayout(row)
        self.settle()
