"""Hands: the card fills the view, and then rests low; card and room are both there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guesthouse.sim.exercises.hands import LOWERS
from guesthouse.sim.exercises.passage import lasting, passed
from guesthouse.ui.exercises.beat import FRAME_MS
from guesthouse.ui.exercises.crossing import cross_fade
from guesthouse.ui.exercises.held import HandsPicture, card_in, paint_hands
from guesthouse.ui.exercises.paper import Caption, ThoughtCard
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.parts.buttons import quiet

__all__ = ["Hands", "paint_hands"]

LOW = 300
"""A page of less height has no room for the line at its top."""


class Hands(Exercise):
    """A card in two hands, lowered and lifted with two keys."""

    def __init__(self, given: Given) -> None:
        """Before the eyes."""
        super().__init__(given)
        self.low = False
        self._moved = False
        self._picture = HandsPicture(self.look)
        self._caption = Caption(self.look, self)
        self.whole = ThoughtCard(self.look, self.words, self)
        self.whole.hide()
        self.down = quiet(self.look, self.tr("Lower it"))
        self.up = quiet(self.look, self.tr("Lift it again"))
        self.read = quiet(self.look, self.tr("All of the words"))
        for key in (self.down, self.up, self.read):  # without a parent they would be windows of their own
            key.setParent(self)
        self.read.setCheckable(True)
        self.up.setEnabled(False)
        self.down.clicked.connect(lambda: self._put(low=True))
        self.up.clicked.connect(lambda: self._put(low=False))
        self.read.toggled.connect(self._read)
        self._tell()

    def controls(self) -> Sequence[QWidget]:
        """Down, up, and all of the words where the card has no room for them."""
        return (self.down, self.up, self.read)

    def first(self) -> QWidget:
        """Down."""
        return self.down

    def equivalent(self) -> str:
        """Where the card is, what it says, and what else can be seen."""
        return self.text.lines["seen-low" if self.low else "seen-near"].replace("{words}", self.words)

    def go_on(self) -> bool:
        """It is lowered once; from there it is the way out, wherever it is held."""
        if self._moved:
            return True
        self._put(low=True)
        return False

    def wait(self) -> int | None:
        """Frames only while the card is on its way."""
        lasts = lasting(self.level, LOWERS) if self._moved else 0.0
        return FRAME_MS if self.beat.seconds < lasts else None

    @property
    def share(self) -> float:
        """Where the card is: 0 before the eyes, 1 in the lap."""
        gone = passed(self.beat.seconds, self.level, LOWERS) if self._moved and self.level == "full" else 1.0
        return gone if self.low else 1.0 - gone

    @property
    def card(self) -> QRectF:
        """Where the card is on the page."""
        return card_in(self._page, self.share)

    @property
    def pixels(self) -> float:
        """How large the words are to be seen now."""
        self._picture.whole(self._page, self.words)
        return self._picture.pixels(self._page, self.share)

    def restyle(self) -> None:
        """The line at the top, and the hands in what is left of the page."""
        if not hasattr(self, "read"):  # a base class tells of its first size before there is anything to lay
            return
        low = self.free.height() < self.look.px(LOW)
        self._caption.setVisible(not low)
        self._page = self.free if low else self._caption.place(self.free)
        spare = max(24.0, (self._page.width() - self.look.px(720)) / 2)
        self.whole.place(self._page.adjusted(spare, 8, -spare, -16))
        self.read.setVisible(not self._picture.whole(self._page, self.words))
        self.update()

    def paint(self, painter: QPainter) -> None:
        """The picture of now; with less motion one picture goes over into the other."""
        if self.level != "calm" or self.wait() is None:
            self._paint_at(painter, self.share)
            return
        now = 1.0 if self.low else 0.0
        cross_fade(
            painter,
            QRectF(self.rect()).size(),
            lambda under: self._paint_at(under, 1 - now),
            lambda over: self._paint_at(over, now),
            passed(self.beat.seconds, "calm", LOWERS),
        )

    def _paint_at(self, painter: QPainter, share: float) -> None:
        self._picture.paint(painter, QRectF(self.rect()), self._page, self.words, share)

    def _put(self, *, low: bool) -> None:
        pressed, other = (self.down, self.up) if low else (self.up, self.down)
        self.low, self._moved = low, True
        other.setEnabled(True)
        if pressed.hasFocus():  # a key that has nothing more to do loses it
            other.setFocus()
        pressed.setEnabled(False)
        self.beat.restart()
        self._tell()

    def _read(self, on: bool) -> None:
        self.whole.setVisible(on)
        self.whole.raise_()

    def _tell(self) -> None:
        self._caption.say(self.text.moments[1 if self.low else 0])
        self.restyle()
        self.shifted.emit()
