"""The still page that Stop and Esc lead to: feet, floor and room, and what the kit holds. Nothing on it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from guesthouse.domain.care import Grounding
from guesthouse.domain.practice import Sense
from guesthouse.qt.look import Look
from guesthouse.ui.kit.offered import Offered
from guesthouse.ui.pages.page import BACK, Page
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.hills import paint_hills
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes
    from guesthouse.services.wishes import Wishes


class GroundingPage(Page):
    """A few lines to look at, in one's own time. Esc does nothing here: it is where Esc has led."""

    name = "grounding"

    def __init__(self, *, look: Look, words: Grounding) -> None:
        """The page with these words."""
        super().__init__()
        self._look, self._words = look, words
        sheet = Sheet(look, widest=640)
        sheet.column.addStretch(1)
        self._heading = self._line("display", words.title)
        sheet.column.addWidget(self._heading)
        sheet.column.addWidget(self._line("soft", words.lead))
        sheet.column.addSpacing(8)
        sheet.column.addWidget(self._card(words))
        sheet.column.addSpacing(8)
        sheet.column.addLayout(self._ways_on())
        self._offer = QVBoxLayout()
        self._offer.setContentsMargins(0, 16, 0, 0)
        sheet.column.addLayout(self._offer)
        sheet.column.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self._sheet = sheet
        self._house: House | None = None
        self._wishes: Wishes | None = None
        self._offered: Offered | None = None
        look.changed.connect(self.update)

    def welcome(self, house: House) -> None:
        """Offer what stands first in this house's kit, and ask for no sense that is switched off in it."""
        self.let_go()
        self._house, self._wishes = house, house.wishes
        self._show_steps()
        self._offered = Offered(self._look)
        self._offered.wanted.connect(self.wanted)
        self._offered.unfolded.connect(self._bring_into_sight)
        self._offer.addWidget(self._offered)
        self._offered.show_kit(house)
        self._offered.show()

    def let_go(self) -> None:
        """Without a house the page is what it always was."""
        if self._offered is not None:
            self._offered.hide()
            self._offered.deleteLater()
        self._house = self._offered = self._wishes = None
        self._show_steps()

    def refresh(self, changes: Changes | None) -> None:
        """The kit or the wishes have changed."""
        if changes is None or changes.wishes:
            self._show_steps()
        if self._house is not None and self._offered is not None and (changes is None or changes.kit):
            self._offered.show_kit(self._house)

    def come_from(self, room: str) -> None:
        """Say where "Back" leads; nothing else leads there, too."""
        text = self.tr("Back to {room}").format(room=room)
        self._back.setText(text)
        self._back.setAccessibleName(text)
        self._support.setVisible(room != self._support.text())

    def arrive(self) -> None:
        """Begin at the top, with the focus on the heading: it is read aloud, and a key still held presses nothing."""
        self._sheet.verticalScrollBar().setValue(0)
        self._heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two quiet hills at the foot of the page."""
        painter = QPainter(self)
        paint_hills(painter, self._look, self.size())
        painter.end()

    def _card(self, words: Grounding) -> Card:
        card = Card()
        card.column.setSpacing(18)
        self._steps = [label(self._look, "words-large", step) for step in words.steps]
        for step in self._steps:
            card.column.addWidget(step)
        line = QFrame()
        line.setProperty("ground", "line")
        card.column.addWidget(line)
        for ending in (words.room, words.next):
            card.column.addWidget(label(self._look, "words-large", ending))
        return card

    def _show_steps(self) -> None:
        without = self._wishes is not None and Sense.TOUCH in self._wishes.off()
        texts = self._words.without_touch if without else self._words.steps
        for shown, text in zip(self._steps, texts, strict=True):
            shown.setText(text)

    def _ways_on(self) -> Flow:
        flow = Flow()
        self._back = back = primary(self._look, self.tr("Back"))
        back.clicked.connect(lambda: self.wanted.emit(BACK))
        self._support = support = quiet(self._look, self.tr("Support"))
        support.clicked.connect(lambda: self.wanted.emit("support"))
        flow.addWidget(back)
        flow.addWidget(support)
        return flow

    def _bring_into_sight(self, panel: QWidget) -> None:
        """Once it has its place."""
        QTimer.singleShot(0, panel, lambda: self._sheet.ensureWidgetVisible(panel, 0, 16))

    def _line(self, role: str, text: str) -> QLabel:
        return label(self._look, role, text)
