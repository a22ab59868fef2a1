"""Before an exercise: a line that acknowledges, the thought as it was typed, and whether it is one to play with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from guesthouse.domain.exercise import ExerciseText, RunWords
from guesthouse.qt.look import Look
from guesthouse.ui.exercises.sting import Sting
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import readable
from guesthouse.ui.practices.screen import Screen
from guesthouse.ui.steps.inline import Inline

MOST_SHOWN = 5000
"""So many characters of a thought are shown here; all of it is in the exercise."""


class Asking(Screen):
    """Nothing has to be answered but by going on, leaving it, or taking another thought."""

    agreed = Signal()
    refused = Signal()
    lighter_asked = Signal()
    steady_asked = Signal()
    left_alone = Signal()

    def __init__(self, look: Look) -> None:
        """Of no thought yet."""
        super().__init__(look, least=0)
        self._words: RunWords | None = None
        self._asks = True
        self.thought = label(look, "words-large")
        self.not_for = label(look, "soft")
        self._question = label(look, "subheading")
        self._steady_words = label(look, "body")
        self._steady_card = Card("sage")
        self._sting_title = label(look, "subheading")
        self._sting_note = label(look, "small")
        self._size = label(look, "small")
        self.sting = Sting(look, self.tr("How much does it sting?"))
        self.steady = quiet(look, self.tr("Feet and floor first"))
        self.yes = primary(look, self.tr("Yes"))
        self.no = quiet(look, self.tr("Not this one"))
        self.lighter = quiet(look, self.tr("A lighter one"))
        self.leave = quiet(look, self.tr("Leave it"))
        self._lay_out_cards()
        self._wire()

    def ask(self, text: ExerciseText, words: str, said: RunWords, *, asks: bool) -> None:
        """Say the line of this exercise to these words; ``asks`` whether they are OK to play with."""
        self._words, self._asks = said, asks
        self.thought.setText(readable(words, MOST_SHOWN))
        self.thought.setAccessibleName(words[:MOST_SHOWN])
        told = self.tr("Not for: {cases}").format(cases=readable(text.not_for)) if text.not_for else ""
        self.not_for.setText(told)
        self.not_for.setVisible(bool(told))
        self._sting_title.setText(said.sting)
        self._sting_note.setText(said.sting_note)
        self._size.setText(said.size)
        self._steady_words.setText(said.steady)
        self._question.setText(said.ask)
        self._question.setVisible(asks)
        self.yes.setText(self.tr("Yes") if asks else self.tr("Begin"))
        self.yes.setAccessibleName(self.yes.text())
        self.no.setVisible(asks)
        self.leave.setVisible(not asks)
        self.sting.clear()
        self._follow()
        self.say(text.acknowledging)
        self.start = self.yes

    def begin(self) -> None:
        """It is shown: put the focus, and tell what stands here."""
        self.arrive()
        self.announce(f"{self.title.text()} {self._question.text() if self._asks else ''}".strip())

    def clear(self) -> None:
        """Hold no words any more."""
        self.thought.setText("")
        self.thought.setAccessibleName("")
        self.sting.clear()

    def _lay_out_cards(self) -> None:
        card = Card()
        card.column.setSpacing(8)
        card.column.addWidget(self.thought)
        self.body.addWidget(card)
        self.body.addWidget(self.not_for)
        soft = Card("well")
        for part in (self._sting_title, self.sting, self._sting_note, self._size):
            soft.column.addWidget(part)
        self.body.addWidget(soft)
        self._steady_card.column.setContentsMargins(24, 16, 24, 16)
        self._steady_card.column.addWidget(self._steady_words)
        self.body.addWidget(self._steady_card)
        self.foot.addWidget(self._question_row())
        ways = QWidget()
        row = Inline(ways, gap=12, between=8, centred=True)
        for button in (self.steady, self.yes, self.no, self.lighter, self.leave):
            row.addWidget(button)
        self.foot.addWidget(ways)

    def _question_row(self) -> QWidget:
        line = QWidget()
        row = Inline(line, centred=True)
        row.addWidget(self._question)
        return line

    def _wire(self) -> None:
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self.refused)
        self.lighter.clicked.connect(self.lighter_asked)
        self.leave.clicked.connect(self.left_alone)
        self.steady.clicked.connect(self.steady_asked)
        self.sting.changed.connect(self._stung)

    def _stung(self) -> None:
        self._follow()
        if self.sting.high:
            self.announce(self._steady_words.text())
            self.show_whole(self._steady_card)

    def _follow(self) -> None:
        """At 8 and more, feet and floor come first, and everything else is still there."""
        high = self.sting.high
        self._steady_card.setVisible(high)
        self.steady.setVisible(high)
        self._put_on(self.steady, "primary" if high else "quiet")
        self._put_on(self.yes, "quiet" if high else "primary")

    def _put_on(self, button: QPushButton, role: str) -> None:
        if button.property("role") != role:
            self._look.dress(button, role)
