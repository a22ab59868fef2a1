"""Carry card: the line goes along on a card in a corner of the window, while one does a real thing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guesthouse.domain.errand import CORNER, Carry
from guesthouse.domain.practice import Answer
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.keys import choices, hand_on, key
from guesthouse.ui.exercises.paper import Caption, Panel
from guesthouse.ui.exercises.saying import filled
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.choice import Choices
from guesthouse.ui.steps.fields import WordsField

LINE, TASK, MINUTES, NOW = "line", "task", "minutes", "now"
LENGTHS = ("three", "five", "ten", "open")
PLACES = ("done", "begun", "left")
WRITING, ALONG = range(2)
WIDEST = 620
LOW = 420
"""On a page of less height the line at its top is left out: the panel has its room."""


class Card(Exercise):
    """First one writes the card and chooses a task; then the card is along, and one can say where the task is."""

    def __init__(self, given: Given) -> None:
        """The card begins with the thought."""
        super().__init__(given)
        self.state = WRITING
        self._ground = Ground(self.look, "noted")
        self._caption = Caption(self.look, self)
        self.take = key(self.look, self, self.tr("Put it in the corner"), self._take)
        self.change = key(self.look, self, self.tr("Write on it"), self._change)
        self.change.hide()
        self._furnish_writing()
        self._furnish_along()
        self._tell()

    # -------------------------------------------------------------------------------------------- what it says

    def controls(self) -> Sequence[QWidget]:
        """The way into the corner, and back to writing."""
        return (self.take, self.change)

    def first(self) -> QWidget:
        """Where one writes."""
        return self.task if self.state == WRITING else self.now

    def equivalent(self) -> str:
        """What lies on the desk, or where the card is."""
        said = self.text.lines["seen-writing" if self.state == WRITING else "seen-along"]
        return filled(said, words=self.words, line=self.line.words(), task=self.task.words())

    def answers(self) -> dict[str, Answer]:
        """What is on the card, the task, how long it was to take, and where it is now."""
        fields = ((LINE, self.line.words()), (TASK, self.task.words()))
        said: dict[str, Answer] = {name: words for name, words in fields if words}
        for name, offered in ((MINUTES, self.minutes), (NOW, self.now)):
            if chosen := offered.chosen():
                said[name] = chosen[0]
        return said

    def go_on(self) -> bool:
        """First the card is in its corner; from there it is the way out."""
        if self.state == ALONG:
            return True
        self._take()
        return False

    # ---------------------------------------------------------------------------------------------- what it does

    def _take(self) -> None:
        line = self.line.words()
        if not line.strip():  # an empty card would be none
            self.line.set_words(self.words)
            line = self.words
        hand_on(self.take, self.change, self)
        self._go(ALONG)
        self.carried.emit(CORNER, Carry(line))

    def _change(self) -> None:
        hand_on(self.change, self.take, self)
        self._go(WRITING)
        self.line.setFocus()

    def _go(self, state: int) -> None:
        self.state = state
        chosen = self.minutes.chosen() or [self.text.lines[LENGTHS[-1]]]
        length = next(name for name in LENGTHS if self.text.lines[name] == chosen[0])
        self._task.setText(self.task.words())
        self._task.setVisible(bool(self.task.words().strip()))
        self._length.setText(self.text.lines[f"for-{length}"])
        self._tell()

    def _tell(self) -> None:
        self._caption.say(self.text.moments[self.state])
        self.writing.setVisible(self.state == WRITING)
        self.along.setVisible(self.state == ALONG)
        self.restyle()
        self.shifted.emit()

    # -------------------------------------------------------------------------------------------- how it looks

    def restyle(self) -> None:
        """The card to write on, or what is to be done, in the middle of the desk."""
        if not hasattr(self, "along"):  # a base class tells of its first size before there is anything to lay
            return
        low = self.free.height() < self.look.px(LOW) and self.state == WRITING
        self._caption.setVisible(not low)
        room = (self.free if low else self._caption.place(self.free)).adjusted(0, 8, 0, -12)
        wide = min(room.width() - 32, self.look.px(WIDEST))
        panel = self.writing if self.state == WRITING else self.along
        panel.place(QRectF(room.center().x() - wide / 2, room.top(), wide, room.height()))
        self.update()

    def paint(self, painter: QPainter) -> None:
        """The desk. Nothing on it moves."""
        self._ground.paint(painter, QRectF(self.rect()))

    # ----------------------------------------------------------------------------------------- how it is furnished

    def _furnish_writing(self) -> None:
        look, lines, answers = self.look, self.text.lines, self.given.answers
        self.writing = Panel(look, self)
        self.line = WordsField(look, lines["line"], most=3, role="words-large")
        self.task = WordsField(look, lines["task"], most=3, role="words")
        self.task.setAccessibleDescription(lines["task-note"])
        self.minutes = choices(look, lines["minutes"], [lines[name] for name in LENGTHS])
        self.line.set_words(str(answers.get(LINE, self.words)))
        self.task.set_words(str(answers.get(TASK, "")))
        self.minutes.set_chosen([str(answers.get(MINUTES, ""))])
        self._add(self.writing, "line", self.line)
        self._add(self.writing, "task", self.task)
        self.writing.column.addWidget(label(look, "small", lines["task-note"]))
        self._add(self.writing, "minutes", self.minutes)
        self.task.done.connect(self.take.click)
        for told in (self.line.edited, self.task.edited, self.minutes.changed):
            told.connect(self.changed)

    def _furnish_along(self) -> None:
        look, lines = self.look, self.text.lines
        self.along = Panel(look, self)
        self._task = label(look, "words-large", selectable=True)
        self._length = label(look, "body")
        self.now: Choices = choices(look, lines["question"], [lines[name] for name in PLACES])
        self.now.set_chosen([str(self.given.answers.get(NOW, ""))])
        self.now.changed.connect(self.changed)
        for part in (self._task, self._length, label(look, "soft", lines["free"])):
            self.along.column.addWidget(part)
        self.along.column.addSpacing(8)
        self._add(self.along, "question", self.now)

    def _add(self, panel: Panel, name: str, control: QWidget) -> None:
        over = label(self.look, "subheading", self.text.lines[name])
        over.setBuddy(control)
        panel.column.addWidget(over)
        panel.column.addWidget(control)
