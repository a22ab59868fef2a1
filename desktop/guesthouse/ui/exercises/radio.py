"""Radio in the next room: it plays what it plays, nobody can turn it off, and there is a small task on the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from guesthouse.domain.practice import Answer
from guesthouse.sim.exercises import radio as sim
from guesthouse.ui.exercises.beat import FRAME_MS
from guesthouse.ui.exercises.cups import Cups
from guesthouse.ui.exercises.desk import Desk, line_field
from guesthouse.ui.exercises.ground import FULL, Ground, covering
from guesthouse.ui.exercises.picks import Picks
from guesthouse.ui.exercises.radio_set import RadioSet
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.labels import label

TASK, OWN = "task", "own"
CUPS = "cups"
SHELF = QPointF(1220, 430)
"""Where the radio stands, in the units of the picture."""

DOORWAY = 380
LEAST = 236
EDGE = 24
TABLE = 560
PANEL = 400
PLAYS_MS = 50
"""Milliseconds between two frames of words that pass so slowly."""


class Radio(Exercise):
    """A quiet room. The words pass on the radio for as long as one is in it; the key only brings one back."""

    moves = True

    def __init__(self, given: Given) -> None:
        """It plays."""
        super().__init__(given)
        look, text = given.look, given.text
        self._ground = Ground(look, "radio")
        self.set = RadioSet(look, given.words)
        self._back_at = -1.0
        self.panel = Desk(look, self)
        self.said = label(look, "body", text.moments[0])
        tasks = [(CUPS, self.tr("Five cups")), (OWN, self.tr("One of my own"))]
        known = OWN if given.answers.get(TASK) == OWN else CUPS
        self.task = Picks(look, self.tr("A small task"), tasks, known)
        self.asked = label(look, "soft", text.lines[CUPS])
        self.own = line_field(look, self.tr("My task"))
        self.own.setText(str(given.answers.get(OWN, "")))
        for part in (self.said, self.task, self.asked, self.own):
            self.panel.column.addWidget(part)
        self.cups = Cups(look, given.seed)
        self.cups.setParent(self)
        self.back = quiet(look, self.tr("Back to the room"))
        self.back.setParent(self)  # else it would be a window of its own
        self.back.setAccessibleName(self.tr("Back to the room"))
        self.back.clicked.connect(self.come_back)
        self.panel.grown.connect(self.restyle)
        self.task.picked.connect(self._picked)
        self.own.textChanged.connect(lambda _text: self.changed.emit())
        self.cups.moved.connect(self._arranged)
        self.panel.show()
        self._furnish()

    def come_back(self) -> None:
        """Attention went to the radio, and comes back to the room: the ring widens. Nobody counts."""
        self._back_at = self.beat.seconds
        self.said.setText(self.text.lines["back"])
        self.restyle()
        self.beat.plan()
        self.shifted.emit()

    @property
    def widened(self) -> float | None:
        """How far the ring has gone from the radio to the whole room; None where there is none."""
        if self._back_at < 0:
            return None
        gone = sim.widened(self.beat.seconds - self._back_at)
        return gone if gone is None or self.level == "full" else 1.0

    # ---------------------------------------------------------------------------------- as every exercise

    def paint(self, painter: QPainter) -> None:
        """The room, the radio in the next one, the table, and the ring."""
        self._ground.paint(painter, QRectF(self.rect()))
        self.set.paint(painter, self.beat.seconds, self.given.seed, still=self.still)
        if not self.cups.isHidden():
            self._paint_table(painter)
        widened = self.widened
        if widened is not None:
            self._paint_ring(painter, widened)

    def equivalent(self) -> str:
        """What is said, what the radio says, and what lies on the table."""
        plays = self.text.lines["plays"].replace("{words}", self.words)
        if self.task.chosen == OWN:
            return f"{self.said.text()} {plays}"
        return f"{self.said.text()} {plays} {self.asked.text()}"

    def controls(self) -> Sequence[QWidget]:
        """The one key. There is none for the radio."""
        return (self.back,)

    def first(self) -> QWidget | None:
        """The small task."""
        return self.own if self.task.chosen == OWN else self.cups.cups[0]

    def answers(self) -> dict[str, Answer]:
        """Which task, and the own one."""
        said = {TASK: self.task.chosen, OWN: self.own.text()}
        return {name: text for name, text in said.items() if text}

    def wait(self) -> int | None:
        """Slow frames; in Still the time to the next piece of the words, or to the end of the ring."""
        gone = self.beat.seconds - self._back_at
        rings = self._back_at >= 0 and gone < sim.WIDENS
        if self.still:
            left = sim.until_next_page(self.beat.seconds)
            return max(1, round(1000 * (min(left, sim.WIDENS - gone) if rings else left)))
        return FRAME_MS if rings else PLAYS_MS

    def ticked(self) -> None:
        """The words are a little further; all of it is painted anew only while the ring widens."""
        if self._back_at >= 0:
            if self.widened is None:
                self._back_at = -1.0
                self.said.setText(self.text.moments[2])
                self.restyle()
            self.update()
        else:
            self.update(self.set.place.adjusted(-40, -8, 40, 8).toAlignedRect())

    def restyle(self) -> None:
        """The radio stands in the doorway; what there is to do lies beside it and below."""
        super().restyle()
        if not hasattr(self, "back"):
            return
        free, whole = self.free, covering(QRectF(self.rect()).size())
        scale = whole.width() / FULL.width()
        wide = min(max(DOORWAY * scale * 0.84, float(self.look.px(LEAST))), free.width() * 0.48, free.height() * 0.72)
        shelf = whole.topLeft() + SHELF * scale
        self.set.stand(min(shelf.x(), free.right() - wide / 2 - 40), shelf.y(), wide)
        if self.set.place.top() < free.top() + 4:
            self.set.place.moveTop(free.top() + 4)
        left = free.left() + EDGE
        room = QRectF(left, free.top() + 12, self.set.place.left() - 44 - left, free.height() - 24)
        if not self.cups.isHidden():
            self.cups.fit(free.width() - 2 * EDGE, free.height() * 0.3)
            tall, width = self.cups.sizeHint().height(), self.cups.sizeHint().width()
            at = self._table_middle() - width / 2
            self.cups.setGeometry(round(at), round(self._table_top()) - tall, width, tall)
            room.setBottom(self._table_top() - tall - 12)
        room.setWidth(min(room.width(), float(self.look.px(PANEL))))
        room.setHeight(min(room.height(), self.panel.wanted(room.width())))
        self.panel.place(room)

    def let_go(self) -> None:
        """Hold no words any more."""
        super().let_go()
        self.set.forget()
        self.own.blockSignals(True)
        self.own.clear()
        self._ground.forget()

    # ---------------------------------------------------------------------------------------------- inside

    def _picked(self, _task: str) -> None:
        self.said.setText(self.text.moments[2])
        self._furnish()
        self.changed.emit()

    def _furnish(self) -> None:
        own = self.task.chosen == OWN
        self.asked.setText(self.text.lines[OWN if own else CUPS])
        self.own.setVisible(own)
        self.cups.setVisible(not own)
        self.restyle()
        self.shifted.emit()

    def _arranged(self) -> None:
        """Two cups have changed places."""
        said = self.text.lines["in_order" if self.cups.in_order else CUPS]
        if said != self.asked.text():
            self.asked.setText(said)
            self.shifted.emit()

    def _table_top(self) -> float:
        return self.free.bottom() - self.look.px(22)

    def _table_middle(self) -> float:
        return self.free.center().x()

    def _paint_table(self, painter: QPainter) -> None:
        look = self.look
        wide = min(self.free.width() - 32, max(float(look.px(TABLE)), self.cups.width() + 48.0))
        board = QRectF(self._table_middle() - wide / 2, self._table_top() - 6, wide, look.px(20))
        painter.save()
        painter.setPen(QPen(look.colour("control"), 1.5) if look.theme == "contrast" else Qt.PenStyle.NoPen)
        wood = look.colour("paper") if look.theme == "contrast" else look.colour("house-wall")
        painter.setBrush(wood.darker(120))
        for x in (board.left() + wide * 0.08, board.right() - wide * 0.08 - 18):
            painter.drawRect(QRectF(x, board.bottom() - 4, 18, self.height() - board.bottom() + 4))
        painter.setBrush(wood)
        painter.drawRoundedRect(board, 9, 9)
        painter.restore()

    def _paint_ring(self, painter: QPainter, share: float) -> None:
        """A soft ring around what there is room for: from the radio to the whole room."""
        small = self.set.place.adjusted(-10, -10, 10, 10)
        large = self.free.adjusted(8, 4, -8, -4)
        near = [small.left(), small.top(), small.right(), small.bottom()]
        far = [large.left(), large.top(), large.right(), large.bottom()]
        left, top, right, bottom = (a + (b - a) * share for a, b in zip(near, far, strict=True))
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number in range(4):
            painter.setPen(QPen(self.look.colour("lamp" if self.look.dark else "sage"), 3.0 + 7 * number))
            painter.setOpacity(0.55 if number == 0 else 0.12)
            painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), 28, 28)
        painter.restore()
