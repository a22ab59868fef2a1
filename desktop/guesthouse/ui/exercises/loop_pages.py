"""The three plain pages around the thirty seconds: when not to, which word, and what is there afterwards."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from guesthouse.domain.exercise import ExerciseText
from guesthouse.qt.look import Look
from guesthouse.ui.exercises.desk import Desk, line_field
from guesthouse.ui.exercises.words import words_of
from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.noticing.chip_row import ChipRow
from guesthouse.ui.parts.labels import label

WHEN_NOT = ("trauma", "slur", "name", "unreal", "voices", "checking")
LONGEST = 24
MOST_CHIPS = 24
SEVERAL = re.compile(r"\s|[,;/|、，]")


class WhenNot(Desk):
    """Words and days that this is not for."""

    def __init__(self, look: Look, text: ExerciseText, parent: QWidget) -> None:
        """All of them, and why once is enough."""
        super().__init__(look, parent)
        self.column.addWidget(label(look, "subheading", text.moments[0]))
        for name in WHEN_NOT:
            self.column.addWidget(label(look, "body", f"·  {text.lines[name]}"))
        self.column.addSpacing(8)
        self.column.addWidget(label(look, "soft", text.lines["again"]))


class OneWord(Desk):
    """A field for one mild word, and the words of the thought to pick from."""

    def __init__(self, look: Look, text: ExerciseText, words: str, parent: QWidget) -> None:
        """No word yet."""
        super().__init__(look, parent)
        self._text = text
        asked = label(look, "body", text.moments[2])
        self.field = line_field(look, self.tr("One mild word"))
        asked.setBuddy(self.field)
        self.refused = label(look, "body")
        self.refused.hide()
        self.chips = ChipRow(self.tr("Words of the thought"))
        seen = dict.fromkeys(word.text for word in words_of(words))
        self.chips.fill([self._chip(look, word) for word in list(seen)[:MOST_CHIPS]])
        self.thought = label(look, "words", words, selectable=True)
        self.thought.setAccessibleName(words)
        for part in (asked, self.field, self.refused, self.chips, self.thought):
            self.column.addWidget(part)
        self.column.addWidget(label(look, "small", text.lines["again"]))
        self.field.textChanged.connect(self._typed)

    def word(self) -> str:
        """The one word; "" where it is none yet, which is said then."""
        word = self.field.text().strip()
        refused = self._refusal(word)
        self._refuse(refused)
        return "" if refused else word

    def _refusal(self, word: str) -> str:
        if not word or SEVERAL.search(word):
            return self._text.lines["one"]
        return self._text.lines["long"] if len(word) > LONGEST else ""

    def _refuse(self, text: str) -> None:
        if text != self.refused.text() or bool(text) == self.refused.isHidden():
            self.refused.setText(text)
            self.refused.setVisible(bool(text))

    def _chip(self, look: Look, word: str) -> Chip:
        chip = Chip(look, word, "sage")
        chip.toggled.connect(lambda on: self.field.setText(word) if on else self._typed(self.field.text()))
        return chip

    def _typed(self, text: str) -> None:
        """The chip of the word that stands in the field is the chosen one; more than one word is told at once."""
        for chip in self.chips.chips:
            chip.put(chip.words == text.strip())
        self._refuse(self._refusal(text.strip()) if text.strip() else "")


class Afterwards(Desk):
    """What is there now, and the floor under one's feet."""

    def __init__(self, look: Look, text: ExerciseText, there: str, parent: QWidget) -> None:
        """With what was noticed before, if anything."""
        super().__init__(look, parent)
        asked = label(look, "body", text.moments[4])
        self.there = line_field(look, self.tr("What is there now"))
        self.there.setText(there)
        asked.setBuddy(self.there)
        for part in (asked, self.there, label(look, "soft", text.lines["feet"])):
            self.column.addWidget(part)
