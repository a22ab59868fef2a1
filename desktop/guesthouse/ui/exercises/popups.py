"""Pop-ups aside: a line is copied out, and now and then a thought comes in at the side and may be moved to a tray."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guesthouse.domain.practice import Answer
from guesthouse.sim.exercises import popups as sim
from guesthouse.sim.exercises.passage import ease
from guesthouse.ui.exercises.beat import FRAME_MS
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.paper import Caption
from guesthouse.ui.exercises.popup_parts import COPIED, POPUPS, SENDER, TASK, Before, Copying, Note, Tray, fields_of
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.parts.buttons import quiet

GROUND = "quiet"
BESIDE = 760
MARGIN = 320
"""Design pixels of the margin in which notes and tray lie; in a narrower page they lie under the line."""

APART = 560
"""Narrower than that, note and tray do not stand beside each other: the tray is in sight while no note is."""

WIDEST, ALL, EDGE, GAP = 680, 1200, 24, 16
LOW, LOWEST = 420, 250


class Stage(IntEnum):
    """Where one is; the number is that of what is said then."""

    BEFORE = 0
    COPYING = 1
    TRAY = 3


class Popups(Exercise):
    """A real line to copy. Nothing closes, nothing is counted, and the line goes on whatever comes in."""

    def __init__(self, given: Given) -> None:
        """First the lines, the sender and what is to be copied."""
        super().__init__(given)
        self._ground = Ground(given.look, GROUND)
        self._moved: list[float] = []
        self._side: int | None = None
        self.stage = Stage.BEFORE
        look, text = given.look, given.text
        self.caption = Caption(look, self)
        self.before = Before(look, given, self)
        self.copying = Copying(look, self.tr("Copy this line"), str(given.answers.get(COPIED, "")), self)
        self.tray = Tray(look, text.lines["empty_tray"], self)
        self.note = Note(look, self)
        self.begin = quiet(look, self.tr("Begin copying"))
        self.begin.setParent(self)  # else it would be a window of its own
        self.begin.setAccessibleName(self.tr("Begin copying"))
        self.begin.clicked.connect(self._begin)
        for desk in (self.before, self.copying, self.tray, self.note):
            desk.grown.connect(self.restyle)
        self.before.edited.connect(self.changed)
        self.copying.edited.connect(self.changed)
        self.note.moved.connect(self._move_aside)
        self._show()

    @property
    def lines(self) -> list[str]:
        """All that may come in; the thought is the first."""
        return [self.words, *self.before.lines()]

    @property
    def desk(self) -> sim.Desk:
        """What lies where now."""
        return sim.desk(len(self.lines), self.given.seed, self.beat.seconds, self._moved)

    @property
    def moves(self) -> bool:  # type: ignore[override]
        """Notes come in while one copies."""
        return self.stage is Stage.COPYING

    # ---------------------------------------------------------------------------------- as every exercise

    def paint(self, painter: QPainter) -> None:
        """The quiet ground; everything on it is a widget of its own."""
        self._ground.paint(painter, QRectF(self.rect()))

    def equivalent(self) -> str:
        """What is said, and the words at the side and in the tray."""
        if self.stage is Stage.BEFORE:
            return " ".join(part for part in (self.before.left_out, self.text.moments[0], f"“{self.words}”") if part)
        said = [self.caption.text()]
        if self._side is not None:
            at_side = self.text.lines["at_side"].replace("{sender}", self.before.from_whom.text())
            said.append(at_side.replace("{words}", self.lines[self._side]))
        if self.tray.lines:
            said.append(
                self.text.lines["in_tray"].replace("{words}", " ".join(f"“{line}”" for line in self.tray.lines))
            )
        return " ".join(said)

    def controls(self) -> Sequence[QWidget]:
        """The key that begins it."""
        return (self.begin,)

    def first(self) -> QWidget | None:
        """Where one types."""
        return {Stage.BEFORE: self.before.others[0], Stage.COPYING: self.copying.field}.get(self.stage)

    def answers(self) -> dict[str, Answer]:
        """The lines, who sends them, and the small task."""
        said: dict[str, Answer] = {SENDER: self.before.from_whom.text(), TASK: self.before.task.text()}
        if lines := self.before.lines():
            said[POPUPS] = lines
        if copied := self.copying.field.words():
            said[COPIED] = copied
        return {name: answer for name, answer in said.items() if answer}

    def wait(self) -> int | None:
        """Frames while a note slides in; else the time until one comes; none where none will."""
        if not self.moves:
            return None
        desk = self.desk
        if desk.side is not None:
            slides = self.level == "full" and self.beat.seconds < desk.came + sim.SLIDES
            return FRAME_MS if slides else None
        comes = sim.arrival(len(self.lines), self.given.seed, self._moved)
        return None if comes is None else max(1, round(1000 * (comes - self.beat.seconds)))

    def ticked(self) -> None:
        """A note may have come, or be a little further in."""
        side = self.desk.side if self.moves else self._side
        if side is not None and side != self._side:
            self._side = side
            self.note.say(self.before.from_whom.text(), self.lines[side])
            self.caption.say(self.text.moments[2])
            self.note.show()
            self.restyle()
            self.shifted.emit()
        elif side is not None:
            self._place_note()

    def go_on(self) -> bool:
        """From the lines to the copying, from there to the tray; from the tray it is the way out."""
        if self.stage is Stage.TRAY:
            return True
        if self.stage is Stage.BEFORE:
            self._begin()
        else:
            self.stage = Stage.TRAY
            self._show()
        return False

    def restyle(self) -> None:
        """Line, note and tray find their places."""
        super().restyle()
        if not hasattr(self, "begin"):
            return
        low = self.free.height() < self.look.px(LOW)
        self.caption.setVisible(bool(self.caption.text()) and not low)
        room = (self.free if low else self.caption.place(self.free)).adjusted(EDGE, 8, -EDGE, -8)
        wide = min(room.width(), float(self.look.px(WIDEST)))
        self.before.place(QRectF(room.center().x() - wide / 2, room.top(), wide, room.height()))
        spare = max(0.0, room.width() - self.look.px(ALL)) / 2
        page, self._note_room, tray = self._rooms(room.adjusted(spare, 0, -spare, 0))
        self.copying.place(page)
        covered = self._side is not None and self._note_room.intersects(tray)
        instead = covered and self.stage is Stage.TRAY
        self.tray.place(page if instead else tray, low=True)
        self.tray.setVisible(self.stage is not Stage.BEFORE and (instead or not covered))
        self.copying.setVisible(self.stage is not Stage.BEFORE and not instead)
        self._place_note()

    def let_go(self) -> None:
        """Hold no words any more."""
        super().let_go()
        self.note.say("", "")
        self.tray.forget()
        for field in fields_of(self.before):
            field.blockSignals(True)
            field.clear()
        self.before.thought.clear()
        self.copying.blockSignals(True)
        self.copying.field.clear()
        self._ground.forget()

    # ---------------------------------------------------------------------------------------------- inside

    def _begin(self) -> None:
        self.stage = Stage.COPYING
        self.copying.show_line(self.before.task.text())
        self._show()
        self.copying.field.setFocus()
        self.beat.restart()

    def _move_aside(self) -> None:
        if self._side is None:
            return
        self._moved.append(self.beat.seconds)
        self._side = None
        self.tray.hold(self.before.from_whom.text(), self.lines[: len(self._moved)])
        self.note.hide()
        self.caption.say(self.text.moments[1])
        self.copying.field.setFocus()
        self.restyle()
        self.beat.plan()
        self.shifted.emit()

    def _show(self) -> None:
        stage = self.stage
        self.before.setVisible(stage is Stage.BEFORE)
        self.note.setVisible(self._side is not None)
        self.begin.setVisible(stage is Stage.BEFORE)
        came = self.tray.lines or self._side is not None
        last = self.text.moments[3] if came else self.text.lines["empty_tray"]
        self.caption.say({Stage.BEFORE: "", Stage.COPYING: self.text.moments[1], Stage.TRAY: last}[stage])
        self.restyle()
        self.beat.plan()
        self.shifted.emit()

    def _rooms(self, room: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        """Where the line, the note and the tray may lie: beside each other, or the line over the two others."""
        if room.width() >= self.look.px(BESIDE):
            margin = float(self.look.px(MARGIN))
            page = QRectF(room.left(), room.top(), room.width() - margin - GAP, room.height())
            side = QRectF(page.right() + GAP, room.top(), margin, room.height())
            if self.isRightToLeft():
                page.moveRight(room.right())
                side.moveLeft(room.left())
            half = (side.height() - GAP) / 2
            note, tray = QRectF(side), QRectF(side)
            note.setHeight(half)
            tray.setTop(side.bottom() - half)
            return page, note, tray
        if room.height() < self.look.px(LOWEST):  # hardly any height: beside each other, as tall as the page
            page, side = QRectF(room), QRectF(room)
            page.setWidth(room.width() * 0.45)
            side.setLeft(page.right() + GAP / 2)
            if self.isRightToLeft():
                page.moveRight(room.right())
                side.moveLeft(room.left())
            return page, side, side
        half = (room.height() - GAP) / 2
        page = QRectF(room.left(), room.top(), room.width(), half)
        if room.width() < self.look.px(APART):  # one under the other, the note where there is one
            page.setHeight(room.height() * 0.44)
            low = room.adjusted(0, page.height() + GAP, 0, 0)
            return page, low, low
        low = QRectF(room.left(), room.bottom() - half, (room.width() - GAP) / 2, half)
        other = QRectF(low)
        other.moveRight(room.right())
        return (page, low, other) if self.isRightToLeft() else (page, other, low)

    def _place_note(self) -> None:
        """In its room, or on its way from the edge of the page into it."""
        if self._side is None:
            return
        at = QRectF(self._note_room)
        if self.level == "full" and self.stage is Stage.COPYING:
            left = 1 - ease((self.beat.seconds - self.desk.came) / sim.SLIDES)
            way = left * (at.left() if self.isRightToLeft() else self.width() - at.left())
            at.translate(-way if self.isRightToLeft() else way, 0)
        self.note.place(at)
