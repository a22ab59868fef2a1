"""The end of an exercise: the room, and the next five minutes. No praise, no figure, no way to do it again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from guesthouse.domain.exercise import ExerciseText, RunWords
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import primary
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.screen import Screen

CARD = "card"
"""The exercise that the others speak of at their end: the words go along to whatever one does next."""


class QuietEnd(Screen):
    """One button: Done."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        """Of no exercise yet."""
        super().__init__(look)
        self.ending = label(look, "reading")
        self.five = label(look, "subheading")
        self.again = label(look, "small")
        self.along = label(look, "soft")
        rule = QFrame()
        rule.setProperty("ground", "line")
        card = Card()
        card.column.setSpacing(16)
        for part in (self.ending, rule, self.five, self.along, self.again):
            card.column.addWidget(part)
        self.body.addWidget(card)
        self.done = primary(look, self.tr("Done"))
        self.done.setMinimumWidth(look.px(200))
        self.done.clicked.connect(self.left)
        self.foot.addWidget(self.done, 0, Qt.AlignmentFlag.AlignHCenter)
        self.start = self.done

    def begin(self, text: ExerciseText, said: RunWords) -> None:
        """The ending of this exercise."""
        self.ending.setText(text.ending)
        self.five.setText(said.five)
        along = "" if text.id == CARD else said.along
        self.along.setText(along)
        self.along.setVisible(bool(along))
        self.again.setText(said.again)
        self.say(said.room, said.room_note)
        self.arrive()
        told = (text.ending, said.room, said.room_note, said.five, along, said.again)
        self.announce(" ".join(part for part in told if part))
