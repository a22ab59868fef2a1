"""What lies on the desk of the pop-ups: the page before it, the line to copy, the note at the side, and the tray."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.exercises.desk import Desk, line_field
from guesthouse.ui.exercises.shape import Given
from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.noticing.chip_row import ChipRow
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.fields import WordsField

POPUPS, SENDER, TASK, COPIED = "popups", "sender", "task", "copied"
SENDERS = ("sender_one", "sender_two", "sender_three", "sender_four")


class Before(Desk):
    """Which lines like to interrupt, who sends them, and what is to be copied out."""

    edited = Signal()

    def __init__(self, look: Look, given: Given, parent: QWidget) -> None:
        """With neutral words in the fields, or those of before."""
        super().__init__(look, parent)
        text, words, answers = given.text, given.words, given.answers
        self.thought = label(look, "words", words, selectable=True)
        self.thought.setAccessibleName(words)
        more = answers.get(POPUPS, [])
        came = more if isinstance(more, list) else []
        self.others = [line_field(look, self.tr("Another one")), line_field(look, self.tr("And another"))]
        self.from_whom = line_field(look, self.tr("Sender"))
        self.task = line_field(look, self.tr("The line to copy"))
        for field, said in zip(self.others, came, strict=False):
            field.setText(said)
        self.left_out = text.lines["first_come"] if len(came) > len(self.others) else ""
        told = [label(look, "soft", self.left_out)] if self.left_out else []
        self.from_whom.setText(str(answers.get(SENDER, text.lines["sender_one"])))
        self.task.setText(str(answers.get(TASK, text.lines["line_one"])))
        self.chips = ChipRow(self.tr("Senders"))
        self.chips.fill([self._chip(look, text.lines[name]) for name in SENDERS])
        self._add(label(look, "body", text.moments[0]), self.thought, *self.others, *told)
        self._add(label(look, "body", text.lines["sender"]), self.from_whom, self.chips)
        self._add(label(look, "body", text.lines["task"]), self.task)
        for field in (*self.others, self.from_whom, self.task):
            field.textChanged.connect(self._typed)
        self._typed()

    def lines(self) -> list[str]:
        """What was added to the thought, as typed; empty ones are none."""
        return [field.text() for field in self.others if field.text().strip()]

    def _add(self, *parts: QWidget) -> None:
        for part in parts:
            self.column.addWidget(part)
        self.column.addSpacing(8)

    def _chip(self, look: Look, name: str) -> Chip:
        chip = Chip(look, name, "sage")
        chip.toggled.connect(lambda on: self.from_whom.setText(name) if on else self._typed())
        return chip

    def _typed(self) -> None:
        for chip in self.chips.chips:
            chip.put(chip.words == self.from_whom.text())
        self.edited.emit()


class Copying(Desk):
    """The small task: a line, and a field to copy it into."""

    edited = Signal()

    def __init__(self, look: Look, said: str, copied: str, parent: QWidget) -> None:
        """``copied`` is as far as one has come."""
        super().__init__(look, parent)
        self.line = label(look, "words-large", selectable=True)
        self.field = WordsField(look, self.tr("Your copy"), least=2, most=4, role="words")
        self.field.set_words(copied)
        self.field.textChanged.connect(self.edited)
        for part in (label(look, "soft", said), self.line, self.field):
            self.column.addWidget(part)

    def show_line(self, line: str) -> None:
        """This is what is to be copied."""
        self.line.setText(line)
        self.line.setAccessibleName(line)


class Note(Desk):
    """One note at the side, with its sender. It can be moved to the tray, or stay; it cannot be closed."""

    moved = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Nothing has come in."""
        super().__init__(look, parent)
        self.from_whom = label(look, "small")
        self.words = label(look, "words", selectable=True)
        self.move_aside = quiet(look, self.tr("Move it to the tray"))
        self.move_aside.setAccessibleName(self.tr("Move it to the tray"))
        self.move_aside.clicked.connect(self.moved)
        for part in (self.from_whom, self.words):
            self.column.addWidget(part)
        if around := self.layout():
            around.addWidget(self.move_aside)  # in sight, however long the words are

    def wanted(self, wide: float) -> float:
        """With the one key under it."""
        return super().wanted(wide) + self.move_aside.sizeHint().height() + 8

    def say(self, sender: str, words: str) -> None:
        """It is from this one, and says this."""
        self.from_whom.setText(sender)
        self.words.setText(words)
        self.words.setAccessibleName(words)


class Tray(Desk):
    """Everything that was moved aside, to be read at any time."""

    def __init__(self, look: Look, said: str, parent: QWidget) -> None:
        """Empty, which ``said`` says."""
        super().__init__(look, parent)
        self._look = look
        self.setAccessibleName(self.tr("The tray"))
        self.empty = label(look, "soft", said)
        self.column.addWidget(label(look, "subheading", self.tr("The tray")))
        self.column.addWidget(self.empty)
        self._inside: list[str] = []
        self._rows: list[QFrame] = []

    @property
    def lines(self) -> list[str]:
        """What lies in it, in its order."""
        return list(self._inside)

    def hold(self, sender: str, lines: Sequence[str]) -> None:
        """Exactly these lie in it."""
        for words in lines[len(self._inside) :]:
            row = self._row(sender, words)
            self.column.addWidget(row)
            row.show()
            self._inside.append(words)
        self.empty.setVisible(not self._inside)

    def forget(self) -> None:
        """It is over: hold no words any more."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self._inside = [], []

    def _row(self, sender: str, words: str) -> QFrame:
        row = QFrame()
        row.setProperty("ground", "well")
        column = QVBoxLayout(row)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(2)
        said = label(self._look, "words", words, selectable=True)
        said.setAccessibleName(words)
        column.addWidget(label(self._look, "small", sender))
        column.addWidget(said)
        self._rows.append(row)
        return row


def fields_of(before: Before) -> tuple[QLineEdit, ...]:
    """Where one types before it begins."""
    return (*before.others, before.from_whom, before.task)
