"""A thought that is not one to play with: it stays as it is, and two other ways are there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from guesthouse.domain.exercise import RunWords
from guesthouse.qt.look import Look
from guesthouse.ui.exercises.asking import MOST_SHOWN
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import readable
from guesthouse.ui.practices.screen import Screen
from guesthouse.ui.steps.inline import Inline


class LeftAsItIs(Screen):
    """Acknowledge, Validate, another thought; and the mark that nothing playful is offered for it."""

    acknowledge_asked = Signal()
    validate_asked = Signal()
    lighter_asked = Signal()
    marked = Signal(bool)

    def __init__(self, look: Look) -> None:
        """Of no thought yet."""
        super().__init__(look, least=0)
        self._putting = False
        self.thought = label(look, "words-large")
        self.heavy = look.dress(QCheckBox(self.tr("Too heavy for this")), "body")
        self.heavy.setAccessibleName(self.tr("Too heavy for this"))
        self._note = label(look, "small")
        self.acknowledge = primary(look, self.tr("Acknowledge"))
        self.acknowledge.setAccessibleDescription(self.tr("A practice of two minutes: put plain names on what is here"))
        self.validate = quiet(look, self.tr("Validate"))
        self.validate.setAccessibleDescription(self.tr("A practice of three minutes: where the feeling comes from"))
        self.lighter = quiet(look, self.tr("A lighter one"))
        card = Card()
        card.column.addWidget(self.thought)
        card.column.addSpacing(8)
        card.column.addWidget(self.heavy)
        card.column.addWidget(self._note)
        self.body.addWidget(card)
        ways = QWidget()
        row = Inline(ways, gap=12, between=8, centred=True)
        for button in (self.acknowledge, self.validate, self.lighter):
            row.addWidget(button)
        self.foot.addWidget(ways)
        self.acknowledge.clicked.connect(self.acknowledge_asked)
        self.validate.clicked.connect(self.validate_asked)
        self.lighter.clicked.connect(self.lighter_asked)
        self.heavy.toggled.connect(self._toggled)
        self.start = self.acknowledge

    def leave(self, words: str, said: RunWords, *, refused: bool, heavy: bool) -> None:
        """Leave these words; ``refused``: they were never offered play, ``heavy``: the person has marked them."""
        self.thought.setText(readable(words, MOST_SHOWN))
        self.thought.setAccessibleName(words[:MOST_SHOWN])
        self._note.setText(said.heavy_note)
        self.put(heavy)
        title, note = (said.refused, said.refused_note) if refused else (said.left, said.left_note)
        self.say(title, note)
        self.arrive()
        self.announce(f"{title} {note}")

    def put(self, heavy: bool) -> None:
        """Show whether it is marked; nobody is told."""
        self._putting = True
        self.heavy.setChecked(heavy)
        self._putting = False

    def clear(self) -> None:
        """Hold no words any more."""
        self.thought.setText("")
        self.thought.setAccessibleName("")

    def _toggled(self, on: bool) -> None:
        if not self._putting:
            self.marked.emit(on)
