"""A thought that is not one to play with: it stays as it is, and other ways are there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from guesthouse.domain.exercise import RunWords
from guesthouse.domain.heavy_kinds import PLAIN, Kind
from guesthouse.qt.look import Look
from guesthouse.ui.exercises.asking import MOST_SHOWN
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import readable
from guesthouse.ui.practices.screen import Screen
from guesthouse.ui.steps.inline import Inline


class LeftAsItIs(Screen):
    """Acknowledge, Validate, another thought; and the mark that nothing playful is offered for it.

    For words about dying, harm or danger: Support, steadying, Acknowledge, and the way back to where one writes.
    """

    wanted = Signal(str)
    """Another page, by its name."""

    acknowledge_asked = Signal()
    validate_asked = Signal()
    lighter_asked = Signal()
    marked = Signal(bool)

    def __init__(self, look: Look) -> None:
        """Of no thought yet."""
        super().__init__(look, least=0)
        self._look, self._putting = look, False
        self.thought = label(look, "words-large")
        self.heavy = look.dress(QCheckBox(self.tr("Too heavy for this")), "body")
        self.heavy.setAccessibleName(self.tr("Too heavy for this"))
        self._note = label(look, "small")
        self.support = quiet(look, self.tr("Support"))
        self.steady = quiet(look, self.tr("Steady for a minute"))
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
        for button in (self.support, self.steady, self.acknowledge, self.validate, self.lighter):
            row.addWidget(button)
        self.foot.addWidget(ways)
        self.support.clicked.connect(lambda: self.wanted.emit("support"))
        self.steady.clicked.connect(lambda: self.wanted.emit("grounding"))
        self.acknowledge.clicked.connect(self.acknowledge_asked)
        self.validate.clicked.connect(self.validate_asked)
        self.lighter.clicked.connect(self.lighter_asked)
        self.heavy.toggled.connect(self._toggled)
        self._offer(None)

    def leave(self, words: str, said: RunWords, *, refused: bool, heavy: bool, kind: Kind | None = None) -> None:
        """Leave these words; ``refused``: they were never offered play, ``heavy``: the person has marked them.

        ``kind`` is what they read like, where that alone is why.
        """
        self._offer(kind)
        self.thought.setText(readable(words, MOST_SHOWN))
        self.thought.setAccessibleName(words[:MOST_SHOWN])
        self._note.setText(said.heavy_note)
        self.put(heavy)
        title, note = said.refusal(kind) if refused else (said.left, said.left_note)
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

    def _offer(self, kind: Kind | None) -> None:
        """The ways for words of this kind: a person first, where it may be needed."""
        heavy = kind in PLAIN
        for button in (self.support, self.steady):
            button.setVisible(heavy)
        self.validate.setVisible(not heavy)
        for widget in (self.heavy, self._note):
            widget.setVisible(kind is None)  # it would change nothing
        self.lighter.setText(self.tr("Keep writing") if heavy else self.tr("A lighter one"))
        self.lighter.setAccessibleName(self.lighter.text())
        self.start = self.support if heavy else self.acknowledge
        for button in (self.support, self.acknowledge):
            self._put_on(button, "primary" if button is self.start else "quiet")

    def _put_on(self, button: QPushButton, role: str) -> None:
        if button.property("role") != role:
            self._look.dress(button, role)

    def _toggled(self, on: bool) -> None:
        if not self._putting:
            self.marked.emit(on)
