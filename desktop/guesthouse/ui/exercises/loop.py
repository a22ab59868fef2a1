"""One word, thirty seconds: when not to, a try with a word that means little, one mild word, and a hard stop."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from guesthouse.domain.practice import Answer
from guesthouse.sim.exercises import loop as sim
from guesthouse.ui.exercises.beat import FRAME_MS, Beat
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.loop_pages import WHEN_NOT, Afterwards, OneWord, WhenNot
from guesthouse.ui.exercises.paper import Caption
from guesthouse.ui.exercises.ring import margin, paint_ring, paint_word
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.parts.buttons import quiet

GROUND = "quiet"
WORD, THERE = "word", "there"
WIDEST = 640
LOW = 320
"""A page of less height has no room for the line at its top."""


class Stage(IntEnum):
    """Where one is; the number is that of what is said then."""

    WARNING = 0
    TRYING = 1
    CHOOSING = 2
    LOOPING = 3
    OVER = 4


class Steady(Beat):
    """A time that ends when it ends: the slower pace makes fewer beats, and no longer time."""

    beat = sim.BEAT

    def set_slower(self, slower: bool) -> None:
        """A beat in two seconds instead of one."""
        self.beat = sim.SLOWER if slower else sim.BEAT
        self.plan()


class Loop(Exercise):
    """Five stages, of which none can be come back to."""

    def __init__(self, given: Given) -> None:
        """A plain page first. Where the word was already used, there is only the way on."""
        super().__init__(given)
        self.beat = self._steady = Steady(self.wait, given.clock, self)
        self.beat.ticked.connect(self.ticked)
        self._ground = Ground(given.look, GROUND)
        self._shown = ""
        self._running = False
        self.caption = Caption(given.look, self)
        look, text = given.look, given.text
        self.warning = WhenNot(look, text, self)
        self.choosing = OneWord(look, text, given.words, self)
        self.after = Afterwards(look, text, str(given.answers.get(THERE, "")), self)
        for page in (self.warning, self.choosing, self.after):
            page.grown.connect(self.restyle)
        self.after.there.textChanged.connect(lambda _text: self.changed.emit())
        self._make_keys()
        self.word = str(given.answers.get(WORD, ""))
        self.stage = Stage.OVER if self.word else Stage.WARNING
        self.counts = bool(self.word)  # whoever does not want it today has not done it
        self._show()

    @property
    def used(self) -> bool:
        """Whether the thirty seconds have begun: then they do not begin again."""
        return self.stage >= Stage.LOOPING

    @property
    def moves(self) -> bool:  # type: ignore[override]
        """The ring closes only while a word is looked at."""
        return self._running

    @property
    def covered(self) -> bool:
        """A word that stands paused is not looked at: the thirty seconds would have no end else."""
        return self._running and self.beat.paused

    @property
    def lasts(self) -> float:
        """Seconds of what runs now."""
        return sim.LASTS if self.stage is Stage.LOOPING else sim.TRIAL

    @property
    def risen(self) -> list[float]:
        """How far each mark of the ring has come up."""
        seconds, beat = self.beat.seconds if self._running else 0.0, self._steady.beat
        numbers = range(sim.marks(self.lasts))
        return [sim.mark(number, seconds, beat=beat, stepped=self.still) for number in numbers]

    # ---------------------------------------------------------------------------------- as every exercise

    def paint(self, painter: QPainter) -> None:
        """The quiet ground; and while a word is looked at the word, and the ring around it."""
        self._ground.paint(painter, QRectF(self.rect()))
        if not self._running and self.stage is not Stage.TRYING:
            return
        room = (self.free if self.caption.isHidden() else self.caption.place(self.free)).adjusted(16, 8, -16, -8)
        word = self._shown or str(self.lemon.property("word"))
        paper = paint_word(painter, self.look, room, word, covered=self.covered)
        paint_ring(painter, self.look, paper, self.risen, margin(room))

    def equivalent(self) -> str:
        """What is said now, and the words it is about."""
        if self.covered:
            return self.text.lines["covered"]
        if self._running:
            return f"{self.caption.text()} “{self._shown}”"
        if self.stage is Stage.WARNING:
            return " ".join([self.text.moments[0], *(f"{self.text.lines[name]}." for name in WHEN_NOT)])
        return f"{self.text.moments[self.stage]} “{self.words}”"

    def controls(self) -> Sequence[QWidget]:
        """The keys of all stages; each is there when it means something."""
        return self._keys

    def first(self) -> QWidget | None:
        """The answer to the plain page, or the field."""
        return {
            Stage.WARNING: self.none_of_these,
            Stage.TRYING: self.lemon,
            Stage.CHOOSING: self.choosing.field,
            Stage.OVER: self.after.there,
        }.get(self.stage)

    def answers(self) -> dict[str, Answer]:
        """The word, once it was used, and what was noticed."""
        said = {WORD: self.word if self.used else "", THERE: self.after.there.text()}
        return {name: text for name, text in said.items() if text}

    def wait(self) -> int | None:
        """Frames while the ring closes, and never past its end; in Still one a beat."""
        if not self._running:
            return None
        left = sim.until_next(self.beat.seconds, self.lasts, beat=self._steady.beat)
        return max(1, round(left * 1000)) if self.still else max(1, min(FRAME_MS, round(left * 1000)))

    def ticked(self) -> None:
        """The ring is a little further, or closed."""
        if self._running and sim.is_over(self.beat.seconds, self.lasts):
            self._go_to(Stage.CHOOSING if self.stage is Stage.TRYING else Stage.OVER)
        self.update()

    def stood(self) -> None:
        """The word is covered, or to be seen again."""
        self.update()
        self.shifted.emit()

    def go_on(self) -> bool:
        """To the next stage; from the thirty seconds on it is the way out. The plain page wants an answer."""
        if self.stage >= Stage.LOOPING:
            return True
        if self.stage is Stage.WARNING:
            self.none_of_these.setFocus()
        elif self.stage is Stage.CHOOSING:
            self._begin()
        elif self._running:
            self._go_to(Stage.CHOOSING)
        else:
            self._try(self.lemon)
        return False

    def restyle(self) -> None:
        """Whatever is there finds its place."""
        super().restyle()
        if not hasattr(self, "stage"):
            return
        low = self.free.height() < self.look.px(LOW)
        self.caption.setVisible(bool(self.caption.text()) and not low)
        room = self.free if low else self.caption.place(self.free)
        wide = min(room.width() - 48, float(self.look.px(WIDEST)))
        for panel in (self.warning, self.choosing, self.after):
            panel.place(QRectF(room.center().x() - wide / 2, room.top() + 8, wide, room.height() - 16))

    def let_go(self) -> None:
        """Hold no words any more."""
        super().let_go()
        self.word = self._shown = ""
        self.choosing.field.clear()
        self.choosing.thought.clear()
        self.choosing.chips.fill([])
        self.after.there.clear()
        self._ground.forget()

    # ------------------------------------------------------------------------------------ from stage to stage

    def _go_to(self, stage: Stage) -> None:
        self.stage, self._running, self._shown = stage, False, ""
        self._show()
        if there := self.first():
            there.setFocus()
        self.changed.emit()

    def _try(self, key: QPushButton) -> None:
        self._run(key.property("word"))

    def _begin(self) -> None:
        word = self.choosing.word()
        if not word:
            self.choosing.field.setFocus()
            return
        self.word, self.stage = word, Stage.LOOPING
        self.counts = True
        self._run(word)
        self.changed.emit()

    def _run(self, word: str) -> None:
        self._shown, self._running = word, True
        self._show()
        self.beat.restart()

    def _show(self) -> None:
        """Only what belongs to this stage."""
        stage, runs = self.stage, self._running
        self.goes_on = stage is not Stage.WARNING  # the plain page wants an answer first
        self.warning.setVisible(stage is Stage.WARNING)
        self.choosing.setVisible(stage is Stage.CHOOSING)
        self.after.setVisible(stage is Stage.OVER)
        self.none_of_these.setVisible(stage is Stage.WARNING)
        for key in (self.lemon, self.milk):
            key.setVisible(stage is Stage.TRYING and not runs)
        self.begin.setVisible(stage is Stage.CHOOSING)
        self.not_today.setVisible(stage < Stage.LOOPING)
        said = self.text.moments[stage] if stage in (Stage.TRYING, Stage.LOOPING) else ""
        self.caption.say(said)
        self.restyle()
        self.beat.plan()
        self.shifted.emit()

    # ---------------------------------------------------------------------------------------- furnishing

    def _make_keys(self) -> None:
        self.none_of_these = self.look.dress(self._key(self.tr("None of these is here")), "primary")
        self.lemon, self.milk = self._key(self.tr("Try “lemon”")), self._key(self.tr("Try “milk”"))
        self.begin = self._key(self.tr("Begin the thirty seconds"))
        self.not_today = self._key(self.tr("Not today"))
        for key, word in ((self.lemon, self.tr("lemon")), (self.milk, self.tr("milk"))):
            key.setProperty("word", word)
            key.clicked.connect(lambda _on=False, key=key: self._try(key))
        self.none_of_these.clicked.connect(lambda: self._go_to(Stage.TRYING))
        self.begin.clicked.connect(self._begin)
        self.not_today.clicked.connect(self.ended)
        self._keys = (self.none_of_these, self.lemon, self.milk, self.begin, self.not_today)

    def _key(self, text: str) -> QPushButton:
        made = quiet(self.look, text)
        made.setParent(self)  # else it would be a window of its own
        made.setAccessibleName(text)
        return made
