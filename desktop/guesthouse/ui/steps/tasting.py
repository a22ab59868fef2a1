"""Six cards, each a kind of small step to be met for half a minute."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from guesthouse.domain.practice import Step, Taste
from guesthouse.domain.sitting import NEW, Verdict
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.around import Around, StepView
from guesthouse.ui.steps.inline import Inline
from guesthouse.ui.steps.ring import Ring
from guesthouse.ui.steps.verdicts import Verdicts

HALF_MINUTE = 30


def verdict_said(verdict: Verdict | None) -> str:
    """What was said of a card, as it stands on it."""
    say = QCoreApplication.translate
    names = {
        Verdict.YES: say("CardsStep", "yes"),
        Verdict.MAYBE: say("CardsStep", "maybe"),
        Verdict.NO: say("CardsStep", "not for me"),
    }
    return names[verdict] if verdict is not None else ""


class CardsStep(StepView):
    """Any number of them; what is said of a card is said of its practice."""

    def __init__(self, step: Step, around: Around) -> None:
        """All of them closed."""
        super().__init__(step, around)
        self.cards: list[TasteCard] = []
        self.opened: OpenCard | None = None
        self._deck = QWidget()
        deck = Inline(self._deck, gap=16, between=16, centred=True)
        for taste in step.cards:
            card = TasteCard(around.look)
            card.clicked.connect(partial(self._open, taste, card))
            deck.addWidget(card)
            self.cards.append(card)
        self._show_verdicts()
        self.column.addWidget(self._deck)

    def first(self) -> QWidget:
        """The first card."""
        return self.cards[0]

    def _show_verdicts(self) -> None:
        standings = self.around.standings()
        for card, taste in zip(self.cards, self.step.cards, strict=True):
            said = verdict_said(standings.get(taste.practice, NEW).verdict)
            card.show_title(taste.title, said)

    def _open(self, taste: Taste, card: TasteCard) -> None:
        self.opened = OpenCard(taste, self.around)
        self.opened.closing.clicked.connect(partial(self._close, card))
        self._deck.hide()
        self.column.addWidget(self.opened)
        self.opened.show()
        self.opened.closing.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell(taste.text)

    def _close(self, card: TasteCard) -> None:
        if self.opened is not None:
            self.opened.hide()
            self.column.removeWidget(self.opened)
            self.opened.deleteLater()
            self.opened = None
        self._show_verdicts()
        self._deck.show()
        card.setFocus(Qt.FocusReason.OtherFocusReason)


class TasteCard(QPushButton):
    """A closed one: its title, and under it what was said of it."""

    def __init__(self, look: Look) -> None:
        """Without a title yet."""
        super().__init__()
        self._look = look
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.dress(self, "quiet")
        look.changed.connect(self.updateGeometry)

    def show_title(self, title: str, said: str) -> None:
        """Put these on it."""
        self.setText(f"{title}\n{said}" if said else title)
        self.setAccessibleName(f"{title}, {said}" if said else title)

    def sizeHint(self) -> QSize:
        """As large as a card of a game, or as its words."""
        return super().sizeHint().expandedTo(QSize(self._look.px(200), self._look.px(104)))


class OpenCard(Card):
    """One of them, open for as long as one likes; a ring shows half a minute."""

    def __init__(self, taste: Taste, around: Around) -> None:
        """With what was said of it before."""
        super().__init__()
        look = around.look
        self.column.setSpacing(16)
        top = QHBoxLayout()
        top.setSpacing(24)
        words = QVBoxLayout()
        words.addWidget(label(look, "subheading", taste.title))
        words.addWidget(label(look, "words-large", taste.text))
        top.addLayout(words, 1)
        if around.motion.level != "still":
            top.addWidget(Ring(look, around.motion, HALF_MINUTE * around.second_ms), 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        question = self.tr("Would you like to see it again?")
        self.column.addWidget(label(look, "body", question))
        self.verdicts = Verdicts(look, question)
        self.verdicts.put(around.standings().get(taste.practice, NEW).verdict)
        self.verdicts.said.connect(partial(around.judge, taste.practice))
        self.column.addWidget(self.verdicts)
        self.closing = quiet(look, self.tr("Close the card"))
        self.column.addWidget(self.closing, 0, Qt.AlignmentFlag.AlignLeft)
