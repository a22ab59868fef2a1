"""Follow the ball: it touches each word in turn, at walking pace, twice over, and then it rests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRadialGradient, QTextLine
from PySide6.QtWidgets import QWidget

from guesthouse.qt.look import Look
from guesthouse.sim.exercises import ball as sim
from guesthouse.sim.exercises.passage import ease
from guesthouse.ui.exercises.dressed import Dressed, Setting
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.paper import Caption, words_font
from guesthouse.ui.exercises.shape import Exercise, Given
from guesthouse.ui.exercises.words import words_of
from guesthouse.ui.parts.buttons import quiet

GROUND = "quiet"
SIZES = (36, 30, 25)
"""Design pixels; the last one scrolls."""

LINES = 190
WIDEST, LEAST, TALLEST = 880, 240, 460
RADIUS, RISE = 0.24, 0.4
ABOVE = 0.72
"""Shares of the type's size: how large the ball is, how high it rises, and the room for it above the first line."""

RESTS = 3


class Ball(Exercise):
    """A line on a paper, and a soft ball over it. In Still each word is marked when the person's key says so."""

    moves = True

    def __init__(self, given: Given) -> None:
        """The ball waits at the first word."""
        super().__init__(given)
        self._ground = Ground(given.look, GROUND)
        self._row = words_of(given.words)
        self._step, self._since, self._slow_from = 0, 0.0, -1.0
        self._slow_step = 0
        self.page = Dressed(given.look, given.words, self)
        self.over = _Over(self)
        self.caption = Caption(given.look, self)
        self.slowly = given.look.dress(Caption(given.look, self), "title")
        self.next = quiet(given.look, self.tr("Next word"))
        self.next.setAccessibleName(self.tr("Next word"))
        self.next.clicked.connect(self.step)
        self.slow = quiet(given.look, self.tr("Slow caption"))
        self.slow.setCheckable(True)
        self.slow.setAccessibleName(self.tr("Slow caption"))
        self.slow.setAccessibleDescription(given.text.lines["caption"])
        self.slow.setToolTip(given.text.lines["caption"])
        self.slow.toggled.connect(self._slow_toggled)
        for key in (self.next, self.slow):  # they come and go: without a parent they would be windows
            key.setParent(self)
        self.slow.setVisible(given.again)
        self._passing = -1
        self._follow()

    # ------------------------------------------------------------------------------------------ where it is

    @property
    def at(self) -> sim.Ball:
        """Where the ball is now."""
        return sim.ball(len(self._row), self._time)

    @property
    def rests(self) -> bool:
        """Whether both passes are over."""
        return self.at.passing == RESTS

    @property
    def slow_word(self) -> str:
        """The word of the slow caption, or nothing."""
        if self._slow_from < 0:
            return ""
        word = sim.slow_word(len(self._row), self.beat.seconds - self._slow_from)
        if self.still:
            word = self._slow_step if self._slow_step < len(self._row) else None
        return "" if word is None else self._row[word].text

    def step(self) -> None:
        """The next word, by the person's key."""
        if self._slow_from >= 0:
            self._slow_step += 1
        else:
            self._step = min(2 * len(self._row), self._step + 1)
        self._follow()
        self.shifted.emit()

    @property
    def _time(self) -> float:
        if not self.still:
            return max(0.0, self.beat.seconds - self._since)
        touched = sim.touches(len(self._row))
        return touched[self._step][0] if self._step < len(touched) else sim.lasts(len(self._row))

    # ---------------------------------------------------------------------------------- as every exercise

    def paint(self, painter: QPainter) -> None:
        """The quiet ground; the paper, and the ball over it, are widgets of their own."""
        self._ground.paint(painter, QRectF(self.rect()))

    def equivalent(self) -> str:
        """What is said, the word that is marked in Still, and the line."""
        said = f"{self.caption.text()} “{self.words}”"
        if self.slow_word:
            return f"{self.slow_word}. {said}"
        if self.still and self._row and not self.rests:
            return f"{self._row[self.at.word].text}. {said}"
        return said

    def controls(self) -> Sequence[QWidget]:
        """The key of Still; from the second time on the slow caption, which waits until the ball rests."""
        return (self.next, self.slow)

    def first(self) -> QWidget | None:
        """The key in Still; otherwise there is nothing to press."""
        return self.next if self.still else None

    def wait(self) -> int | None:
        """Frames until it rests; one for each word of the slow caption."""
        if self.still:
            return None
        if self._slow_from >= 0:
            gone = self.beat.seconds - self._slow_from
            return max(1, round(1000 * (sim.SLOWLY - gone % sim.SLOWLY)))
        return None if self.rests else super().wait()

    def ticked(self) -> None:
        """The ball is a little further."""
        self._follow()

    def set_motion(self, level: str) -> None:
        """From Still it goes on at the word that was marked; into Still it marks the word it is at."""
        was_still, at = self.still, self.at
        touched = sim.touches(len(self._row))
        if not was_still and level == "still":
            self._step = {0: 0, RESTS: len(touched)}.get(at.passing, (at.passing - 1) * len(self._row) + at.word)
        elif was_still and level != "still":
            self._since = self.beat.seconds - self._time
            self._slow_from = self.beat.seconds if self._slow_from >= 0 else -1.0
        super().set_motion(level)
        self._passing = -1
        self._follow()

    def restyle(self) -> None:
        """Set the line as large as it has room, and find its words again."""
        super().restyle()
        if not hasattr(self, "slow"):
            return
        room = self.caption.place(self.free)
        if self._slow_from >= 0:
            strip = min(self.look.px(80), round(room.height() * 0.3))
            self.slowly.place(QRectF(room.left(), room.bottom() - strip, room.width(), strip))
            room.adjust(0, 0, 0, -strip)
        wide = min(room.width() - 48, float(self.look.px(WIDEST)))
        most = min(room.height() - 24, float(self.look.px(TALLEST)))
        for size in SIZES:
            font = words_font(self.look, size)
            self.page.wear(Setting(font, self.look.colour("ink"), lines=LINES, above=ABOVE * font.pixelSize()))
            wanted = self.page.wanted(wide)
            if wanted <= most:
                break
        tall = min(most, max(wanted, float(self.look.px(LEAST))))
        at = room.center() - QPointF(wide / 2, tall / 2)
        self.page.place(QRectF(at.x(), at.y(), wide, tall))
        self.over.seek([(word.start, word.end) for word in self._row])

    def let_go(self) -> None:
        """Hold no words any more."""
        super().let_go()
        self.page.text.clear()
        self.slowly.clear()
        self._row = []
        self._ground.forget()

    # ---------------------------------------------------------------------------------------------- inside

    def _slow_toggled(self, on: bool) -> None:
        self._slow_from, self._slow_step = (self.beat.seconds if on else -1.0), 0
        self._passing = -1
        self.slowly.say("")
        self._follow()
        self.beat.plan()

    def _follow(self) -> None:
        """Put everything where it belongs at this moment."""
        at = self.at
        if self._slow_from >= 0:
            if not self.slow_word:
                self.slow.setChecked(False)
                return
            if self.slowly.text() != self.slow_word:
                self.slowly.say(self.slow_word)
                self.restyle()
        if at.passing != self._passing:
            self._passing = at.passing
            self._tell(at.passing)
        if at.passing in (1, 2) or self.still:
            self.page.text.verticalScrollBar().setValue(round(self.over.wanted(at)))
        self.over.update()

    def _tell(self, passing: int) -> None:
        """Another part of it: say so, and offer what there is."""
        said = self.text.lines["still"] if self.still and passing < RESTS else self.text.moments[passing]
        self.caption.say(self.text.lines["caption"] if self._slow_from >= 0 else said)
        self.slow.setEnabled(passing == RESTS)
        self.next.setVisible(self.still)
        self.next.setEnabled(self.still and (passing < RESTS or self._slow_from >= 0))
        self.restyle()
        self.shifted.emit()


class _Over(QWidget):
    """What is painted over the words: the ball, or the mark."""

    def __init__(self, whole: Ball) -> None:
        super().__init__(whole)
        self._whole = whole
        self._places: list[QRectF] = []
        self._corner = QPointF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def seek(self, words: Sequence[tuple[int, int]]) -> None:
        """Where these words stand on the page."""
        page = self._whole.page
        room = page.paper.toRect()
        if page.scrolls:
            room.setTop(page.sight.top())
            room.setBottom(page.sight.bottom())
        self._corner = QPointF(page.sight.topLeft() - room.topLeft())
        self.setGeometry(room)
        self.raise_()
        self._places = [self._place(start, end) for start, end in words]
        self.update()

    def wanted(self, at: sim.Ball) -> float:
        """How far the page has to be scrolled, so that the ball is a little above its middle."""
        if not self._places:
            return 0.0
        here, there = self._places[at.word], self._places[at.then]
        share = ease(at.along) if at.passing != 1 or at.then else float(at.along > 0.5)
        return here.bottom() + (there.bottom() - here.bottom()) * share - self.height() * 0.46

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ball between two words; in Still a frame around the one."""
        if not self._places:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._corner - QPointF(0, self._whole.page.text.verticalScrollBar().value()))
        at = self._whole.at
        if self._whole.still:
            if not self._whole.rests:
                self._mark(painter, self._places[at.word])
        else:
            self._ball(painter, at)
        painter.end()

    def _place(self, start: int, end: int) -> QRectF:
        """From the top of the letters to the line they stand on."""
        document = self._whole.page.text.document()
        block = document.findBlock(start)
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        line = block.layout().lineForTextPosition(start - block.position())
        if not line.isValid():
            return QRectF()
        last = min(end - block.position(), line.textStart() + line.textLength())
        sides = [_x(line, place) for place in (start - block.position(), last)]
        foot = line.y() + line.ascent()
        top = foot - document.defaultFont().pixelSize() * 0.74
        return QRectF(min(sides), top, abs(sides[1] - sides[0]), foot - top).translated(corner)

    def _mark(self, painter: QPainter, place: QRectF) -> None:
        look = self._whole.look
        room = place.adjusted(-8, -look.px(8), 8, look.px(12))
        painter.setPen(QPen(look.colour("sage"), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room, 10, 10)

    def _ball(self, painter: QPainter, at: sim.Ball) -> None:
        size = self._whole.page.setting.font.pixelSize()
        here, there = self._places[at.word], self._places[at.then]
        share = ease(at.along)
        rise = 4 * at.along * (1 - at.along) * RISE * size * (0.5 if self._whole.level == "calm" else 1.0)
        if abs(here.bottom() - there.bottom()) > 1:  # to another line it does not fly across the page
            painter.setOpacity(abs(1 - 2 * at.along))
            here = there = here if at.along < 0.5 else there
            rise = 0.0
        x = here.center().x() + (there.center().x() - here.center().x()) * share
        radius = RADIUS * size
        paint_ball(painter, self._whole.look, QPointF(x, here.top() - size * 0.08 - radius - rise), radius)


def paint_ball(painter: QPainter, look: Look, middle: QPointF, radius: float) -> None:
    """A soft ball with the light from above."""
    colour = look.colour("lamp" if look.dark else "house-wall")
    if look.theme == "contrast":
        painter.setBrush(colour)
    else:
        light = QRadialGradient(middle - QPointF(radius * 0.35, radius * 0.45), radius * 1.7)
        light.setColorAt(0, _lighter(colour, 0.45))
        light.setColorAt(0.5, _lighter(colour, 0.12))
        light.setColorAt(1, colour)
        painter.setBrush(light)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(middle, radius, radius)


def _lighter(colour: QColor, share: float) -> QColor:
    """So much nearer to white."""
    red, green, blue = (round(part + (255 - part) * share) for part in (colour.red(), colour.green(), colour.blue()))
    return QColor(red, green, blue)


def _x(line: QTextLine, place: int) -> float:
    """Where the cursor stands on a line; Qt gives it alone, or with the place it was asked for."""
    found: object = line.cursorToX(place)
    return float(found[0]) if isinstance(found, tuple) else cast(float, found)
