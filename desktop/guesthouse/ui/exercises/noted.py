"""Noted, mind: a warning is a note on the desk. It gets a brief answer, and stays there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from guesthouse.domain.practice import Answer
from guesthouse.sim.exercises.passage import passed
from guesthouse.ui.exercises.beat import FRAME_MS
from guesthouse.ui.exercises.ground import Ground, covering
from guesthouse.ui.exercises.keys import choices, hand_on, key
from guesthouse.ui.exercises.paper import Caption, Panel, ThoughtCard, paint_paper
from guesthouse.ui.exercises.saying import filled
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.fields import WordsField

PROTECTS, ANSWER, OWN = "protects", "answer", "answer_own"
REPLIES = ("noted", "heard", "thanks")
ANSWERING, LAID = range(2)
LAYS = 1.0
"""Seconds it takes to lay it down where everything moves."""

ASIDE, BESIDE, NOTE = 820, 400, 440
"""Design pixels: from which width on the panel stands beside the note, how wide it is there, how wide a note is."""

LOW = 380
FALLS = 20.0
CUP = 0.37
"""The part of the desk's picture that ends where its cup does: the sheet lies below that."""


class Noted(Exercise):
    """The note with the words, a few things to answer, and the note where it was laid."""

    def __init__(self, given: Given) -> None:
        """Held, and not answered yet."""
        super().__init__(given)
        self.state = ANSWERING
        self._moved = False
        self._ground = Ground(self.look, "noted")
        self._caption = Caption(self.look, self)
        self.note = ThoughtCard(self.look, self.words, self, sizes=(28, 23, 20), token="", radius=6)
        self.reply = ThoughtCard(self.look, "", self, sizes=(23, 20), token="", radius=6)
        self.reply.set_name(self.text.lines["answered"])
        self.lay = key(self.look, self, self.tr("Lay it on the desk"), self._lay)
        self.take = key(self.look, self, self.tr("Answer it anew"), self._take)
        self.take.hide()
        self._furnish()
        self._tell()

    # -------------------------------------------------------------------------------------------- what it says

    def controls(self) -> Sequence[QWidget]:
        """To lay it down, and to take it up again."""
        return (self.lay, self.take)

    def first(self) -> QWidget:
        """What one can write."""
        return self.protects if self.state == ANSWERING else self.take

    def equivalent(self) -> str:
        """The note, and the answer on it."""
        said = "seen-answering" if self.state == ANSWERING else "seen-answered" if self.answer() else "seen-laid"
        return filled(self.text.lines[said], words=self.words, answer=self.answer())

    def answer(self) -> str:
        """What is answered: one's own words, or what was chosen."""
        chosen = self.choices.chosen()
        return self.own.words() if self.own.words().strip() else chosen[0] if chosen else ""

    def answers(self) -> dict[str, Answer]:
        """What was guessed and what was answered."""
        fields = ((PROTECTS, self.protects.words()), (OWN, self.own.words()))
        said: dict[str, Answer] = {name: words for name, words in fields if words}
        if chosen := self.choices.chosen():
            said[ANSWER] = chosen[0]
        return said

    def go_on(self) -> bool:
        """First it lies on the desk; from there it is the way out."""
        if self.state == LAID:
            return True
        self._lay()
        return False

    def wait(self) -> int | None:
        """Frames only while it is laid down."""
        moving = self._moved and self.level == "full" and self.beat.seconds < LAYS
        return FRAME_MS if moving else None

    def ticked(self) -> None:
        """It lies a little lower."""
        self._put_note()
        self.update()

    # ---------------------------------------------------------------------------------------------- what it does

    def _lay(self) -> None:
        hand_on(self.lay, self.take, self)
        self._go(LAID)

    def _take(self) -> None:
        hand_on(self.take, self.lay, self)
        self._go(ANSWERING)

    def _go(self, state: int) -> None:
        self.state, self._moved = state, True
        self.reply.set_words(self.answer() if state == LAID else "")
        self.beat.restart()
        self._tell()

    def _tell(self) -> None:
        self._caption.say(self.text.moments[self.state])
        self.panel.setVisible(self.state == ANSWERING)
        self.reply.setVisible(bool(self.reply.words))
        self.restyle()
        self.shifted.emit()

    @property
    def lies(self) -> float:
        """How far the note is laid down: 0 is held, 1 is on the desk."""
        gone = passed(self.beat.seconds, "full", LAYS) if self._moved and self.level == "full" else 1.0
        return gone if self.state == LAID else 1.0 - gone

    # -------------------------------------------------------------------------------------------- how it looks

    def restyle(self) -> None:
        """The note on one side, what one can do on the other; on a narrow page one over the other."""
        if not hasattr(self, "panel"):  # a base class tells of its first size before there is anything to lay
            return
        low = self.free.height() < self.look.px(LOW)
        self._caption.setVisible(not low)
        room = (self.free if low else self._caption.place(self.free)).adjusted(0, 8, 0, -12)
        beside = self.look.px(BESIDE)
        self._sheet = QRectF()
        if self.free.width() >= self.look.px(ASIDE):
            right = QRectF(room.right() - beside - 24, room.top(), beside, room.height())
            self.panel.place(right)
            desk = covering(QRectF(self.rect()).size())
            top = desk.top() + desk.height() * CUP
            self._sheet = QRectF(right.left() + 24, top, right.width() - 48, desk.height())
            room.setRight(right.left() - 8)
        elif self.state == ANSWERING:
            top = max(96.0, room.height() * 0.36)
            wide = min(room.width() - 32, self.look.px(600))
            below = QRectF(room.center().x() - wide / 2, room.top() + top + 8, wide, room.height() - top - 8)
            self.panel.place(below, low=True)
            room.setHeight(room.height() - self.panel.height() - 8)
        self._lay_out_note(room)
        self._put_note()
        self.update()

    def _lay_out_note(self, room: QRectF) -> None:
        wide = min(room.width() - 48, self.look.px(NOTE))
        answer = min(self.reply.wanted(wide), room.height() * 0.4) if self.reply.words else 0.0
        spare = max(64.0, room.height() - answer - 2 * FALLS)
        tall = min(spare, max(self.look.px(170) - answer / 2, self.note.wanted(wide)))
        self._note = QRectF(0, 0, wide, tall + answer)
        self._note.moveCenter(room.center() - QPointF(0, FALLS / 2))
        self._answer = answer
        self.note.place(self._note.adjusted(0, 0, 0, -answer))
        self.reply.place(self._note.adjusted(0, tall, 0, 0))

    def _put_note(self) -> None:
        down = QPointF(0, FALLS * self.lies)
        paper = self._note.translated(down)
        self.note.lie(paper.topLeft())
        self.reply.lie(QPointF(paper.left(), paper.bottom() - self._answer))

    def paint(self, painter: QPainter) -> None:
        """The desk, the sheet of what one was doing, and the note."""
        look = self.look
        self._ground.paint(painter, QRectF(self.rect()))
        if self.state == LAID and not self._sheet.isEmpty():
            self._paint_sheet(painter)
        paper = self._note.translated(0, FALLS * self.lies)
        token = "card" if look.theme == "contrast" else "tint-honey"
        paint_paper(painter, look, paper, token=token, radius=6, lift=1.7 - 1.1 * self.lies)
        if self._answer:
            line = QPointF(paper.left() + 32, paper.bottom() - self._answer)
            painter.setPen(QPen(look.colour("ink"), 1.2))
            painter.drawLine(line, QPointF(paper.right() - 32, line.y()))

    def _paint_sheet(self, painter: QPainter) -> None:
        """A sheet with a few lines on it: whatever one was doing."""
        look = self.look
        painter.save()
        paint_paper(painter, look, self._sheet, radius=4, lift=0.5)
        faint = QColor(look.colour("control"))
        faint.setAlphaF(1.0 if look.theme == "contrast" else 0.35)
        pen = QPen(faint, 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        left, gap = self._sheet.left() + 36, 34.0
        for number, share in enumerate((0.5, 0.92, 0.86, 0.9, 0.62)):
            y = self._sheet.top() + 56 + number * gap + (gap if number else 0)
            painter.drawLine(QPointF(left, y), QPointF(left + (self._sheet.width() - 72) * share, y))
        painter.restore()

    # ----------------------------------------------------------------------------------------- how it is furnished

    def _furnish(self) -> None:
        look, lines, answers = self.look, self.text.lines, self.given.answers
        self.panel = Panel(look, self)
        self.protects = WordsField(look, lines["protects"], most=3, role="words")
        self.protects.setAccessibleDescription(lines["protects-note"])
        self.choices = choices(look, lines["answer"], [lines[name] for name in REPLIES])
        self.own = WordsField(look, lines["own"], most=3, role="words")
        self.protects.set_words(str(answers.get(PROTECTS, "")))
        self.choices.set_chosen([str(answers.get(ANSWER, ""))])
        self.own.set_words(str(answers.get(OWN, "")))
        self._add("protects", self.protects, "protects-note")
        self._add("answer", self.choices, "thanks-note")
        self._add("own", self.own)
        self.own.done.connect(self.lay.click)
        for told in (self.protects.edited, self.choices.changed, self.own.edited):
            told.connect(self.changed)

    def _add(self, name: str, control: QWidget, note: str = "") -> None:
        over = label(self.look, "soft" if name == "own" else "subheading", self.text.lines[name])
        over.setBuddy(control)
        self.panel.column.addWidget(over)
        self.panel.column.addWidget(control)
        if note:
            self.panel.column.addWidget(label(self.look, "small", self.text.lines[note]))
