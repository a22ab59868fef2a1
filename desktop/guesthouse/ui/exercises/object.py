"""If it had a shape: a plain form stands for the thought, as one sets it, and can be looked at from each side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guesthouse.domain.practice import Answer
from guesthouse.sim.exercises.object import SIDES, TURNS, Form, placed
from guesthouse.sim.exercises.passage import lasting, passed
from guesthouse.ui.exercises.beat import FRAME_MS
from guesthouse.ui.exercises.crossing import cross_fade
from guesthouse.ui.exercises.ground import Ground, covering
from guesthouse.ui.exercises.keys import choices, key
from guesthouse.ui.exercises.paper import Caption, Panel, ThoughtCard
from guesthouse.ui.exercises.saying import filled
from guesthouse.ui.exercises.sculpture import paint_form, spot
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.exercises.values import FormSliders, in_words, kept, read
from guesthouse.ui.parts.labels import label
from guesthouse.ui.steps.choice import Choices

THOUGHT, REACTION = "shape", "reaction"
USUAL = {THOUGHT: Form(), REACTION: Form(size=30, weight=35, edge=55, colour=75, surface=10, distance=45)}
HORIZON = 0.452
"""Where the plain begins, as a part of the ground's picture."""

WIDE, LOW = 380, 420
"""Design pixels: of the panel; and a page of less height has no line at its top."""


class Shaped(Exercise):
    """One form, or two, with sliders; a key turns them to their next side."""

    def __init__(self, given: Given) -> None:
        """As it was left, or as nobody has set it yet."""
        super().__init__(given)
        self.side, self._turned = 0, False
        self._ground = Ground(self.look, "object")
        self._caption = Caption(self.look, self)
        self.card = ThoughtCard(self.look, self.words, self, sizes=(23, 20), radius=12)
        self.turn = key(self.look, self, self.tr("Look from the next side"), self._turn)
        self.forms = {name: read(self._listed(name), usual) for name, usual in USUAL.items()}
        self._furnish()
        self._caption.say(self.text.moments[0])
        self.restyle()

    # -------------------------------------------------------------------------------------------- what it says

    def controls(self) -> Sequence[QWidget]:
        """Turning is the one key; all else is beside the form."""
        return (self.turn,)

    def first(self) -> QWidget:
        """The first slider."""
        return next(iter(self.sliders.sliders.values()))

    def equivalent(self) -> str:
        """The form in words, and the second one where there is one."""
        lines = self.text.lines
        side = lines["sides"].split("|")[self.side % SIDES]
        said = filled(lines["seen"], words=self.words, side=side, **in_words(self.forms[THOUGHT], lines))
        if self.both:
            said += " " + filled(lines["seen-both"], **in_words(self.forms[REACTION], lines))
        return said

    def answers(self) -> dict[str, Answer]:
        """The forms, as far as anybody has set them."""
        said: dict[str, Answer] = {}
        if self.forms[THOUGHT] != USUAL[THOUGHT]:
            said[THOUGHT] = kept(self.forms[THOUGHT])
        if self.both:
            said[REACTION] = kept(self.forms[REACTION])
        return said

    def wait(self) -> int | None:
        """Frames only while it is turned."""
        return FRAME_MS if self.beat.seconds < self._lasts() else None

    @property
    def both(self) -> bool:
        """Whether the reaction has a shape, too."""
        return bool(self.second.chosen())

    @property
    def turns(self) -> float:
        """Quarter turns so far."""
        if self._turned and self.level == "full":
            return self.side - 1 + passed(self.beat.seconds, "full", TURNS)
        return float(self.side)

    # ---------------------------------------------------------------------------------------------- what it does

    def _turn(self) -> None:
        self.side, self._turned = self.side + 1, True
        self._caption.say(self.text.moments[1])
        self.beat.restart()
        self.restyle()
        self.shifted.emit()

    def _lasts(self) -> float:
        return lasting(self.level, TURNS) if self._turned else 0.0

    def _shaped(self) -> str:
        """Which of the two the sliders shape."""
        return REACTION if self.both and self.which.buttons[1].isChecked() else THOUGHT

    def _moved(self) -> None:
        self.forms[self._shaped()] = self.sliders.form
        self.update()
        self.changed.emit()

    def _second(self) -> None:
        self._which.setVisible(self.both)
        self.which.setVisible(self.both)
        self.which.set_chosen([self.text.lines["which-reaction" if self.both else "which-thought"]])
        self._other()
        self.restyle()
        self.changed.emit()
        self.shifted.emit()

    def _other(self) -> None:
        if not self.which.chosen():  # one of the two is always shaped
            self.which.set_chosen([self.text.lines["which-thought"]])
        self.sliders.show_form(self.forms[self._shaped()])

    # -------------------------------------------------------------------------------------------- how it looks

    def restyle(self) -> None:
        """The panel at one side; the words over the plain at the other."""
        if not hasattr(self, "panel"):  # a base class tells of its first size before there is anything to lay
            return
        low = self.free.height() < self.look.px(LOW)
        self._caption.setVisible(not low)
        room = (self.free if low else self._caption.place(self.free)).adjusted(0, 8, 0, -12)
        wide = min(self.look.px(WIDE), room.width() * 0.54)
        self.panel.place(QRectF(room.right() - wide - 16, room.top(), wide, room.height()))
        self._scene = QRectF(room.left(), room.top(), room.width() - wide - 16, room.height())
        across = min(self._scene.width() - 32, self.look.px(440))
        tall = min(max(self.look.px(72), self.card.wanted(across)), max(72.0, self._scene.height() * 0.32))
        self.card.place(QRectF(self._scene.center().x() - across / 2, self._scene.top(), across, tall))
        self.update()

    def spots(self) -> dict[str, tuple[QPointF, float]]:
        """Where each form lies now, and how large a unit of it is."""
        whole = covering(QRectF(self.rect()).size())
        horizon = min(whole.top() + whole.height() * HORIZON, self._scene.bottom() - 96)
        plain = QRectF(self._scene.left(), horizon, self._scene.width(), self._scene.bottom() - horizon)
        if not self.both:
            return {THOUGHT: spot(self.forms[THOUGHT], plain, 0.5)}
        places = {THOUGHT: 0.3, REACTION: 0.72}
        return {name: spot(self.forms[name], plain, across) for name, across in places.items()}

    def paint(self, painter: QPainter) -> None:
        """The plain, and what lies on it, the farthest first."""
        self._ground.paint(painter, QRectF(self.rect()))
        if self.level != "calm" or self.wait() is None:
            self._paint_forms(painter, self.turns)
            return
        cross_fade(
            painter,
            QRectF(self.rect()).size(),
            lambda under: self._paint_forms(under, self.side - 1),
            lambda over: self._paint_forms(over, self.side),
            passed(self.beat.seconds, "calm", TURNS),
        )

    def _paint_forms(self, painter: QPainter, turns: float) -> None:
        spots = self.spots()
        for name in sorted(spots, key=lambda one: placed(self.forms[one]).depth):
            seed = self.given.seed * 2 + (1 if name == REACTION else 0)
            paint_form(painter, self.look, self.forms[name], spots[name], turn=turns, seed=seed)

    # ----------------------------------------------------------------------------------------- how it is furnished

    def _furnish(self) -> None:
        look, lines = self.look, self.text.lines
        self.panel = Panel(look, self)
        self._which = label(look, "soft", lines["which"])
        self.which: Choices = choices(look, lines["which"], [lines["which-thought"], lines["which-reaction"]])
        self.second: Choices = choices(look, lines["reaction"], [lines["reaction-on"]], several=True)
        self.sliders = FormSliders(look, lines)
        self.which.set_chosen([lines["which-thought"]])
        if self._listed(REACTION):
            self.second.set_chosen([lines["reaction-on"]])
        self.sliders.show_form(self.forms[THOUGHT])
        question = label(look, "body", lines["reaction"])
        question.setBuddy(self.second)
        for part in (self._which, self.which, self.sliders, question, self.second):
            self.panel.column.addWidget(part)
        self._which.setVisible(self.both)
        self.which.setVisible(self.both)
        self.panel.show()
        self.sliders.moved.connect(self._moved)
        self.which.changed.connect(self._other)
        self.second.changed.connect(self._second)

    def _listed(self, name: str) -> list[str]:
        answer = self.given.answers.get(name, [])
        return answer if isinstance(answer, list) else []
