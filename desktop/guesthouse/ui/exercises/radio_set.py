"""The radio itself: a set with a window in which the words pass, at a loudness that drifts and cannot be set."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from guesthouse.qt.look import Look
from guesthouse.sim.exercises import radio as sim
from guesthouse.ui.canvas.artwork import rendered
from guesthouse.ui.canvas.lines import LEADING, Setting, balanced
from guesthouse.ui.canvas.styling import variant
from guesthouse.ui.exercises.ground import art
from guesthouse.ui.exercises.paper import words_font

SHAPE = QSizeF(320, 210)
WINDOW = QRectF(22, 46, 276, 100)
"""Where the words pass, in the units of the shape."""

FEET = 0.97
SIZE, SHARE = 18, 0.2
"""Design pixels at the least, and the share of the window's height."""

MOST_LINES = 2000


def ink(look: Look, loud: float) -> QColor:
    """The colour of the words: a little softer when it is quieter, and always to be read."""
    soft, full = look.colour("soft"), look.colour("ink")
    parts = zip((soft.red(), soft.green(), soft.blue()), (full.red(), full.green(), full.blue()), strict=True)
    red, green, blue = (round(one + (other - one) * loud) for one, other in parts)
    return QColor(red, green, blue)


class RadioSet:
    """Rendered once for a size and a theme; then only the words move."""

    def __init__(self, look: Look, words: str) -> None:
        """Not placed yet."""
        self._look, self._words = look, words
        self._for: tuple[object, ...] = ()
        self._body = QPixmap()
        self._laid: Setting | None = None
        self.place = QRectF()

    @property
    def window(self) -> QRectF:
        """Where the words pass, in pixels."""
        k = self.place.width() / SHAPE.width()
        return QRectF(self.place.topLeft() + WINDOW.topLeft() * k, WINDOW.size() * k)

    @property
    def tall(self) -> float:
        """How high all the words are together."""
        return self._laid.size.height() if self._laid is not None else 0.0

    @property
    def pages(self) -> int:
        """How many times the words fill the window, at least in part."""
        return max(1, -(-round(self.tall + 2) // round(self._step())))

    @property
    def font(self) -> QFont:
        """What the words are set in, whatever their length; a larger set shows them larger."""
        return words_font(self._look, max(SIZE, SHARE * self.window.height() / self._look.scale))

    def stand(self, middle: float, foot: float, wide: float) -> None:
        """On its feet there, so wide."""
        tall = wide * SHAPE.height() / SHAPE.width()
        self.place = QRectF(middle - wide / 2, foot - tall * FEET, wide, tall)

    def paint(self, painter: QPainter, seconds: float, seed: int, *, still: bool) -> None:
        """The set, its sound, and the words of this moment."""
        self._render(painter.device().devicePixelRatio())
        painter.drawPixmap(self.place.topLeft(), self._body)
        loud = 0.5 if still else sim.loudness(seconds, seed)
        self._waves(painter, loud)
        window = self.window
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("card"))
        painter.drawRoundedRect(window, 8, 8)
        lower = window.top() + 6 + self._step() if still else window.bottom() - 4  # whole lines where they stand
        painter.setClipRect(QRectF(window.left() + 4, window.top() + 4, window.width() - 8, lower - window.top() - 4))
        painter.setPen(ink(self._look, loud))
        for top in self._tops(seconds, still=still):
            self._draw_words(painter, QPointF(window.center().x(), window.top() + 6 + top))
        painter.restore()

    def forget(self) -> None:
        """Hold no words any more."""
        self._words, self._laid, self._for = "", None, ()

    def _tops(self, seconds: float, *, still: bool) -> list[float]:
        """Where the words begin, above or below the upper edge of the window."""
        if still:
            return [-sim.page(seconds, self.pages) * self._step()]
        window = self.window.height()
        gone = sim.passed(seconds, self.tall, window, self._look.px(sim.PACE))
        return [-gone, -gone + sim.period(self.tall, window)]

    def _step(self) -> float:
        """So many pixels on is the next piece: whole lines."""
        line = self._line()
        return max(line, int((self.window.height() - 10) / line) * line)

    def _line(self) -> float:
        if self._laid is None:
            return 1.0
        return max(1.0, self._laid.layout.lineAt(0).height() * LEADING)

    def _draw_words(self, painter: QPainter, top: QPointF) -> None:
        laid, window = self._laid, self.window
        if laid is None or top.y() > window.bottom() or top.y() + laid.size.height() < window.top():
            return
        left = top - QPointF(laid.size.width() / 2, 0)
        for number in range(laid.layout.lineCount()):
            line = laid.layout.lineAt(number)
            y = left.y() + line.y()
            if window.top() - line.height() < y < window.bottom():
                line.draw(painter, left)

    def _waves(self, painter: QPainter, loud: float) -> None:
        """Three arcs on each side; a little clearer when it is louder."""
        painter.save()
        colour = self._look.colour("house-wall")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = self.place.center()
        for number in range(3):
            painter.setPen(QPen(colour, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setOpacity((0.3 + 0.5 * loud) * (1 - number * 0.25))
            reach = self.place.width() / 2 + 6 + 9 * number
            arc = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
            for begin in (0, 180):
                painter.drawArc(arc, (begin - 13) * 16, 26 * 16)
        painter.restore()

    def _render(self, ratio: float) -> None:
        wanted = (self.place.width(), ratio, self._look.theme, self._look.scale)
        if wanted == self._for:
            return
        self._for = wanted
        (file,) = art("radio-set", variant(self._look))
        self._body = rendered(file, self.place.size(), ratio)
        self._laid = balanced(self._words, self.font, self.window.width() - 20, MOST_LINES)
