"""Who is on the bus: it goes while the person drives it, whoever comes to the front, and all of them stay aboard."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QPushButton, QWidget

from guesthouse.domain.practice import Answer
from guesthouse.sim.exercises import bus as sim
from guesthouse.ui.exercises.beat import FRAME_MS
from guesthouse.ui.exercises.bus_pages import DIRECTION, PASSENGERS, STOP, Arrived, Boarding
from guesthouse.ui.exercises.bus_picture import BusPicture
from guesthouse.ui.exercises.paper import Caption, ThoughtCard
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.parts.buttons import quiet

WIDEST, EDGE = 640, 24
SPEECH = 400
SIZES = (24, 20, 17)
LOW = 400
STAND = "stand"


class Stage(IntEnum):
    """Where one is; the number is that of what is said then."""

    BOARDING = 1
    DRIVING = 2
    ARRIVED = 3


class Bus(Exercise):
    """Three keys drive it; there is none to put anybody off, and none to make anybody quiet."""

    def __init__(self, given: Given) -> None:
        """It stands, and nobody has got on yet."""
        super().__init__(given)
        look = given.look
        self.stage = Stage.BOARDING
        self._turns: list[sim.Turn] = []
        self._speaker: int | None = None
        self._picture = BusPicture(look)
        self.caption = Caption(look, self)
        self.boarding, self.arrived = Boarding(look, given, self), Arrived(look, given, self)
        self.speech = ThoughtCard(look, "", self, sizes=SIZES)
        self.speech.hide()
        self._make_keys()
        for page in (self.boarding, self.arrived):
            page.grown.connect(self.restyle)
        self.boarding.edited.connect(self.changed)
        self.arrived.stop.textChanged.connect(lambda _text: self.changed.emit())
        self._show()

    @property
    def passengers(self) -> list[str]:
        """Everyone aboard; the thought sits first."""
        return [self.words, *self.boarding.lines()]

    @property
    def riders(self) -> list[sim.Rider]:
        """Where they are now."""
        return sim.riders(
            len(self.passengers), self.given.seed, self.beat.seconds if self.stage is not Stage.BOARDING else 0.0
        )

    @property
    def way(self) -> float:
        """What lies behind; in Still it is told in steps."""
        seconds = self.beat.seconds
        return sim.way(self._turns, seconds - seconds % sim.STEP if self.still else seconds)

    @property
    def pace(self) -> str:
        """What the driver wants: "drive", "slow" or "stand"."""
        return self._turns[-1].pace if self._turns else STAND

    @property
    def moves(self) -> bool:  # type: ignore[override]
        """Something may move by itself once it has begun."""
        return self.stage is Stage.DRIVING

    # ---------------------------------------------------------------------------------- as every exercise

    def paint(self, painter: QPainter) -> None:
        """The land, the bus and everyone in it; and the point of what is said at its front."""
        riders = self.riders
        if self.level != "full":
            riders = [sim.Rider(float(rider.forward > 0.5), rider.speaks) for rider in riders]
        self._picture.paint(
            painter, self.way, riders, self.boarding.direction.text() if self.stage is not Stage.BOARDING else ""
        )
        if self.speech.isVisible():
            self._paint_point(painter)

    def equivalent(self) -> str:
        """What is said, how the bus goes, who speaks, and who is aboard."""
        if self.stage is Stage.BOARDING:
            return f"{self.boarding.told()} {self.text.moments[0]} {self.text.moments[1]} “{self.words}”".strip()
        lines = self.text.lines
        aboard = lines["aboard"].replace("{words}", " ".join(f"“{words}”" for words in self.passengers))
        if self.stage is Stage.ARRIVED:
            return f"{self.text.moments[3]} {lines['driving']} {aboard}"
        said = [self.text.moments[2], lines[self.pace].replace("{direction}", self.boarding.direction.text())]
        if self._speaker is not None:
            said.append(lines["speaks"].replace("{words}", self.passengers[self._speaker]))
        return " ".join([*said, aboard])

    def controls(self) -> Sequence[QWidget]:
        """The key that starts it, and the three that drive."""
        return (self.start, *self.keys.values())

    def first(self) -> QWidget | None:
        """Where one types, or the wheel."""
        there = {Stage.BOARDING: self.boarding.direction, Stage.ARRIVED: self.arrived.stop}
        return there.get(self.stage, self.keys["drive"])

    def answers(self) -> dict[str, Answer]:
        """Where to, with whom, and the stop of today."""
        said: dict[str, Answer] = {
            DIRECTION: self.boarding.direction.text(),
            PASSENGERS: self.boarding.lines(),
            STOP: self.arrived.stop.text(),
        }
        return {name: answer for name, answer in said.items() if answer}

    def wait(self) -> int | None:
        """Frames while it goes or somebody walks; else the time until somebody does something."""
        if not self.moves:
            return None
        many, seconds = len(self.passengers), self.beat.seconds
        stands = sim.is_steady(self._turns, seconds)
        walks = self.level == "full" and sim.is_walking(many, self.given.seed, seconds)
        if not self.still and (walks or not stands):
            return FRAME_MS
        left = sim.until_change(many, seconds) or sim.STEP
        if self.still and not stands:
            left = min(left, sim.STEP - seconds % sim.STEP)
        return max(1, round(1000 * left))

    def ticked(self) -> None:
        """The land is a little further; somebody may have come to the front, or gone back."""
        if self.moves:
            speaks = next((number for number, rider in enumerate(self.riders) if rider.speaks), None)
            if speaks != self._speaker:
                self._speaker = speaks
                self._show_speech()
                self.shifted.emit()
        self.update()

    def go_on(self) -> bool:
        """From the door to the drive, from there to the last question; from that it is the way out."""
        if self.stage is Stage.ARRIVED:
            return True
        if self.stage is Stage.BOARDING:
            self._start()
        else:
            self.stage = Stage.ARRIVED
            self.drive(STAND)
            self.arrived.show_all(self.boarding.direction.text(), self.passengers)
            self._show()
            self.arrived.stop.setFocus()
        return False

    def drive(self, pace: str) -> None:
        """What the driver wants from now on."""
        if pace != self.pace:
            self._turns.append(sim.Turn(self.beat.seconds, pace))
        for name, key in self.keys.items():
            key.blockSignals(True)
            key.setChecked(name == pace)
            key.blockSignals(False)
        self.beat.plan()
        self.shifted.emit()

    def restyle(self) -> None:
        """The bus on its road, and what is said or asked above it."""
        super().restyle()
        if not hasattr(self, "start"):
            return
        free = self.free
        low = free.height() < self.look.px(LOW)
        self.caption.setVisible(bool(self.caption.text()) and not low)
        room = free if low else self.caption.place(free)
        self._picture.stand(QRectF(self.rect()), free, self.look.px(150) + room.top() - free.top())
        wide = min(room.width() - 2 * EDGE, float(self.look.px(WIDEST)))
        for page in (self.boarding, self.arrived):
            page.place(QRectF(room.center().x() - wide / 2, room.top() + 4, wide, room.height() - 12))
        self._place_speech(room)

    def let_go(self) -> None:
        """Hold no words any more."""
        super().let_go()
        self.speech.set_words("")
        self.arrived.forget()
        self.boarding.thought.clear()
        for field in (self.boarding.direction, *self.boarding.others, self.arrived.stop):
            field.blockSignals(True)
            field.clear()

    # ---------------------------------------------------------------------------------------------- inside

    def _make_keys(self) -> None:
        self.start = self._key(self.tr("Get on the bus"))
        self.start.clicked.connect(self._start)
        names = (("drive", self.tr("Drive on")), ("slow", self.tr("Slow")), (STAND, self.tr("Stand")))
        self.keys = {pace: self._key(name) for pace, name in names}
        for pace, key in self.keys.items():
            key.setCheckable(True)
            key.setChecked(pace == STAND)
            key.toggled.connect(partial(self._wheel, pace))

    def _key(self, text: str) -> QPushButton:
        made = quiet(self.look, text)
        made.setAccessibleName(text)
        made.setParent(self)  # they come and go: without a parent they would be windows
        return made

    def _wheel(self, pace: str, _on: bool) -> None:
        """Pressing the one that holds changes nothing."""
        self.drive(pace)

    def _start(self) -> None:
        if not self.boarding.is_ready():
            self.boarding.ask_where()
            self.shifted.emit()
            return
        self.stage = Stage.DRIVING
        self.beat.restart()
        self._show()
        self.keys["drive"].setFocus()

    def _show(self) -> None:
        stage = self.stage
        self.boarding.setVisible(stage is Stage.BOARDING)
        self.arrived.setVisible(stage is Stage.ARRIVED)
        self.start.setVisible(stage is Stage.BOARDING)
        for key in self.keys.values():
            key.setVisible(stage is Stage.DRIVING)
        self.caption.say(self.text.lines["steer"] if stage is Stage.DRIVING else "")
        if stage is Stage.ARRIVED:
            self._speaker = None
        self._show_speech()
        self.restyle()
        self.beat.plan()
        self.shifted.emit()

    def _show_speech(self) -> None:
        self.speech.setVisible(self._speaker is not None)
        self.speech.set_words(self.passengers[self._speaker] if self._speaker is not None else "")
        self.restyle()

    def _place_speech(self, room: QRectF) -> None:
        """Above the front of the bus."""
        if self._speaker is None:
            return
        foot = self._picture.sign_top() - 12
        wide = min(room.width() - 2 * EDGE, float(self.look.px(SPEECH)))
        most = max(60.0, foot - room.top() - 4)
        tall = min(most, max(72.0, self.speech.wanted(wide)))
        left = min(max(room.left() + EDGE, self._picture.front().x() - wide / 2), room.right() - EDGE - wide)
        self.speech.place(QRectF(left, foot - tall, wide, tall))

    def _paint_point(self, painter: QPainter) -> None:
        paper, front = self.speech.paper, self._picture.front()
        x = min(max(front.x(), paper.left() + 30), paper.right() - 30)
        painter.setBrush(self.look.colour("card"))
        painter.setPen(self.look.colour("control") if self.look.theme == "contrast" else Qt.PenStyle.NoPen)
        foot = paper.bottom() - 2
        painter.drawPolygon(QPolygonF([QPointF(x - 12, foot), QPointF(x + 12, foot), QPointF(front.x(), foot + 26)]))
