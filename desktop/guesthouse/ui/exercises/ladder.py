"""The noticing ladder: a frame grows around the same words, and one stands further back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guesthouse.domain.practice import Answer
from guesthouse.sim.exercises.ladder import RUNGS, STEP, Stand, on_the_way, stand
from guesthouse.sim.exercises.passage import lasting, passed
from guesthouse.ui.exercises.beat import FRAME_MS
from guesthouse.ui.exercises.crossing import cross_fade
from guesthouse.ui.exercises.frames import SIDE, TIGHT, around, heading, paint_frame
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.keys import choices
from guesthouse.ui.exercises.paper import Caption, Panel, ThoughtCard
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.fields import WordsField

DIFFERENT, OWN = "different", "different_own"
WIDEST, TALLEST = 600, 280
ASIDE, BESIDE = 860, 400
"""From which width on the question stands beside the card (below it in its place), and how wide it is there."""

LOW = 340
"""A page of less height has no room for the line at its top: the frames say the same."""

FRAMES = ("having", "notice")
"""The lines of the inner and the outer frame, by name."""


class Ladder(Exercise):
    """Three rungs, taken with two keys at one's own pace; then a question to which "nothing" is an answer."""

    def __init__(self, given: Given) -> None:
        """On the lowest rung."""
        super().__init__(given)
        self.rung = self._before = 0
        self._asked = False
        self._ground = Ground(self.look, "ladder")
        self.card = ThoughtCard(self.look, self.words, self)
        self._caption = Caption(self.look, self)
        self.nearer = quiet(self.look, self.tr("Nearer"))
        self.back = quiet(self.look, self.tr("One step back"))
        self.ask = quiet(self.look, self.tr("What is different?"))
        for key in (self.nearer, self.back, self.ask):  # without a parent they would be windows of their own
            key.setParent(self)
        self.nearer.clicked.connect(lambda: self._step(-1))
        self.back.clicked.connect(lambda: self._step(1))
        self.ask.clicked.connect(self._ask)
        self._furnish()
        self._tell()

    # -------------------------------------------------------------------------------------------- what it says

    def controls(self) -> Sequence[QWidget]:
        """The two keys, and the question."""
        return (self.nearer, self.back, self.ask)

    def first(self) -> QWidget:
        """The way back."""
        return self.back

    def equivalent(self) -> str:
        """The words, and what is around them."""
        return self.text.lines[f"seen-{self.rung}"].replace("{words}", self.words)

    def answers(self) -> dict[str, Answer]:
        """What is different, if anything was said of it."""
        said: dict[str, Answer] = {}
        if chosen := self.choices.chosen():
            said[DIFFERENT] = chosen[0]
        if self.field.words():
            said[OWN] = self.field.words()
        return said

    def go_on(self) -> bool:
        """A step further back, and then the question; once that was there it is the way out."""
        if self._asked:
            return True
        if self.rung < RUNGS - 1:
            self._step(1)
        else:
            self._ask()
        return False

    def wait(self) -> int | None:
        """Frames only while a step is being taken."""
        return FRAME_MS if self.beat.seconds < self._lasts() else None

    @property
    def stands(self) -> Stand:
        """Where one stands now."""
        if self.level == "full":
            return on_the_way(self._before, self.rung, self.beat.seconds)
        return stand(self.rung)

    # ---------------------------------------------------------------------------------------------- what it does

    def _step(self, by: int) -> None:
        self._before, self.rung = self.rung, min(RUNGS - 1, max(0, self.rung + by))
        self.panel.hide()
        self.card.show()
        if self.rung == RUNGS - 1 and self.back.hasFocus():
            self.ask.setFocus()
        elif self.rung == 0 and self.nearer.hasFocus():
            self.back.setFocus()
        self.beat.restart()
        self._tell()

    def _ask(self) -> None:
        self._asked = True
        self.panel.show()
        self.restyle()
        self.choices.setFocus()

    def _tell(self) -> None:
        self.nearer.setEnabled(self.rung > 0)
        self.back.setEnabled(self.rung < RUNGS - 1)
        self._caption.say(self.text.moments[self.rung])
        self.restyle()
        self.shifted.emit()

    def _lasts(self) -> float:
        return lasting(self.level, STEP) if self.rung != self._before else 0.0

    # -------------------------------------------------------------------------------------------- how it looks

    def restyle(self) -> None:
        """Lay the card where both frames will have room, so that it stays there on every rung."""
        if not hasattr(self, "panel"):  # a base class tells of its first size before there is anything to lay
            return
        asking, aside = not self.panel.isHidden(), self.free.width() >= self.look.px(ASIDE)
        low = self._low()
        self._caption.setVisible(not low)
        room = self.free if low else self._caption.place(self.free)
        self._whole.setVisible(asking and not aside)
        self.card.setVisible(not asking or aside)
        beside = self.look.px(BESIDE) if aside else 0
        widest = room.width() - beside
        if asking and aside:
            self.panel.place(QRectF(room.right() - beside, room.top(), beside - 24, room.height() - 16))
            room.setWidth(widest)
        elif asking:
            wide = min(room.width() - 32, self.look.px(640))
            self.panel.place(QRectF(room.center().x() - wide / 2, room.top(), wide, room.height() - 8))
        self.card.place(self._card_in(room, widest))
        self.update()

    def paint(self, painter: QPainter) -> None:
        """The landscape, then the frames that are there; the card lies over them as a widget of its own."""
        whole = QRectF(self.rect())
        if self.level == "calm" and self.wait() is not None:
            cross_fade(
                painter,
                whole.size(),
                lambda under: self._paint_from(under, whole, stand(self._before)),
                lambda over: self._paint_from(over, whole, stand(self.rung)),
                passed(self.beat.seconds, "calm", STEP),
            )
            return
        self._paint_from(painter, whole, self.stands)

    def _paint_from(self, painter: QPainter, whole: QRectF, stands: Stand) -> None:
        self._ground.paint(painter, whole, back=stands.back, moving=self.wait() is not None)
        if self.card.isHidden():
            return
        inner, tight = around(self.look, self.card.paper, tight=self._low()), self._low()
        for number in (1, 0):
            paper = self.card.paper if number == 0 else inner
            words, share = self.text.lines[FRAMES[number]], stands.frames[number]
            paint_frame(painter, self.look, paper, number, share, words=words, tight=tight)

    def _low(self) -> bool:
        return self.free.height() < self.look.px(LOW)

    def _card_in(self, room: QRectF, widest: float) -> QRectF:
        side, head = self.look.px(TIGHT if self._low() else SIDE), heading(self.look, tight=self._low())
        around_tall, around_wide = 2 * (head + side), 4 * side
        wide = min(self.look.px(WIDEST), widest - around_wide - 32)
        tall = min(self.look.px(TALLEST), room.height() - around_tall - 24)
        wanted = max(self.look.px(156), self.card.wanted(wide))
        tall = max(72.0, min(tall, wanted))
        top = room.center().y() - (tall + around_tall) / 2 + 2 * head
        return QRectF(room.center().x() - wide / 2, top, wide, tall)

    def _furnish(self) -> None:
        lines, look = self.text.lines, self.look
        self.panel = Panel(look, self)
        framed = f"{lines['notice']} {lines['having']}: {self.words}"
        self._whole = label(look, "reading", framed, selectable=True)
        offered = [lines[name] for name in ("nothing", "room", "hard-to-say", "worse")]
        self.choices = choices(look, lines["question"], offered)
        self.field = WordsField(look, lines["own"], most=4, role="words")
        self.choices.set_chosen([str(self.given.answers.get(DIFFERENT, ""))])
        self.field.set_words(str(self.given.answers.get(OWN, "")))
        self.choices.changed.connect(self.changed)
        self.field.edited.connect(self.changed)
        own = label(look, "soft", lines["own"])
        own.setBuddy(self.field)
        parts = (
            label(look, "subheading", lines["question"]),
            label(look, "soft", lines["question-note"]),
            self.choices,
            own,
            self.field,
            self._whole,
        )
        for part in parts:
            self.panel.column.addWidget(part)
        self.panel.column.setSpacing(12)
