"""The picture of the bus: the land that goes by, the bus with its windows, who sits in it, and the sign on its roof."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QRadialGradient
from PySide6.QtSvg import QSvgRenderer

from guesthouse.qt.look import Look
from guesthouse.sim.exercises.bus import Rider
from guesthouse.sim.exercises.passage import ease
from guesthouse.ui.canvas.artwork import blank, rendered
from guesthouse.ui.canvas.lines import Setting, balanced
from guesthouse.ui.canvas.styling import variant
from guesthouse.ui.exercises.ground import FULL, art

NEARNESS = (0.0, 0.05, 0.16, 0.5, 1.0)
"""How much of the way each layer of the land goes by, the farthest first."""

SLOW = (0.05, 0.16)
"""The layers that go so slowly that whole pixels would be seen."""

FOOT = 892.0
"""Where the wheels stand, in the units of the land."""

SHAPE = QSizeF(760, 330)
AXLES = ((182.0, 276.0), (598.0, 276.0))
WHEEL = 44.0
SEATS = (114.0, 232.0, 350.0, 468.0)
FRONT, DRIVER = 584.0, 672.0
HEADS = 94.0
PERSON = QSizeF(64, 112)

TINTS = ("clay", "blue", "lilac", "honey")
FIGURES = {"clay": "#D9987F", "blue": "#8C9FC8", "lilac": "#A697C4", "honey": "#DDB566", "sage": "#93B68C"}
"""Who sits in the bus, by day and by night; where contrast is high they have the colours of the theme."""

FACE = QColor("#2E2A2A")


class BusPicture:
    """Everything is rendered once for a size and a theme; then it is put where the way says."""

    def __init__(self, look: Look) -> None:
        """Not placed yet."""
        self._look = look
        self._for: tuple[object, ...] = ()
        self._land: list[tuple[QPixmap, QRectF]] = []
        self._inside = self._body = self._wheel = QPixmap()
        self._page, self.bus, self._base = QRectF(), QRectF(), 0.0
        self._tar = QColor()
        self._people: dict[str, QPixmap] = {}
        self._sign_for: tuple[tuple[str, int, float], Setting] | None = None

    def stand(self, page: QRectF, free: QRectF, least_above: float) -> None:
        """Fill ``page``; the bus stands at the foot of ``free`` and leaves so much above it."""
        self._page, self._base = page, free.bottom() - 10
        tall = max(90.0, min(free.height() - least_above, free.height() * 0.56))
        wide = min(free.width() * 0.84, tall * SHAPE.width() / SHAPE.height())
        size = QSizeF(wide, wide * SHAPE.height() / SHAPE.width())
        left = free.center().x() - size.width() / 2
        self.bus = QRectF(
            QPointF(round(left), self._base - size.height() * (AXLES[0][1] + WHEEL) / SHAPE.height()), size
        )

    def front(self) -> QPointF:
        """Above whom a passenger's words stand who has come to the front."""
        return self._at(FRONT, 40)

    def paint(self, painter: QPainter, way: float, riders: Sequence[Rider], sign: str) -> None:
        """All of it, so far on the way."""
        self._render(painter.device().devicePixelRatio())
        for (pixmap, place), nearness in zip(self._land, NEARNESS, strict=True):
            self._roll_by(painter, pixmap, place, way * nearness, whole=nearness not in SLOW)
        self._below_road(painter)
        painter.drawPixmap(self.bus.topLeft(), self._inside)
        painter.save()
        painter.setClipRect(QRectF(self.bus.left(), self.bus.top(), self.bus.width(), self.bus.height() * 0.6))
        standing = sorted(range(len(riders)), key=lambda number: riders[number].forward)
        for number in reversed(standing):  # who sits is nearer to the window
            self._sit(painter, TINTS[number], self._where(number, riders[number]))
        self._sit(painter, "sage", DRIVER)
        painter.restore()
        self._steering(painter)
        painter.drawPixmap(self.bus.topLeft(), self._body)
        self._wheels(painter, way)
        self._sign(painter, sign)

    def _sit(self, painter: QPainter, tint: str, x: float) -> None:
        painter.drawPixmap(self._at(x - PERSON.width() / 2, HEADS), self._people[tint])

    def _k(self) -> float:
        return self.bus.width() / SHAPE.width()

    def _at(self, x: float, y: float) -> QPointF:
        return self.bus.topLeft() + QPointF(x, y) * self._k()

    def _where(self, number: int, rider: Rider) -> float:
        return SEATS[number] + (FRONT - SEATS[number]) * ease(rider.forward)

    # --------------------------------------------------------------------------------------------- the land

    def _roll_by(self, painter: QPainter, pixmap: QPixmap, place: QRectF, way: float, *, whole: bool) -> None:
        """Beside each other, so far on; in ``whole`` pixels where it is quick enough that nobody sees them."""
        scale = place.width() / FULL.width()
        left = place.left() - (way * scale) % place.width()
        left = float(round(left)) if whole else left
        while left > self._page.left():
            left -= place.width()
        while left < self._page.right():
            painter.drawPixmap(QPointF(left, place.top()), pixmap)
            left += place.width()

    def _below_road(self, painter: QPainter) -> None:
        road = self._land[-1][1]
        if road.bottom() < self._page.bottom():
            below = QRectF(self._page.left(), road.bottom() - 1, self._page.width(), self._page.height())
            painter.fillRect(below, self._tar)

    def _render(self, ratio: float) -> None:
        wanted = (self._page.size().toTuple(), self.bus.size().toTuple(), self._base, ratio, self._look.theme)
        if wanted == self._for:
            return
        self._for = wanted
        scale = max(self._page.width() / FULL.width(), self._base / FOOT)
        left = self._page.center().x() - FULL.width() * scale / 2
        top = self._base - FOOT * scale
        tint = variant(self._look)
        self._land = []
        for file in art("bus", tint):
            box = QSvgRenderer(str(file)).viewBoxF()
            place = QRectF(left, round(top + box.top() * scale), round(box.width() * scale), box.height() * scale)
            self._land.append((rendered(file, place.size(), ratio), place))
        self._people = {name: self._person(name, ratio) for name in FIGURES}
        road = self._land[-1][0].toImage()
        self._tar = road.pixelColor(2, road.height() - 2)
        inside, body, wheel = art("bus-body", tint)
        self._inside, self._body = (rendered(file, self.bus.size(), ratio) for file in (inside, body))
        self._wheel = rendered(wheel, QSizeF(2 * WHEEL, 2 * WHEEL) * self._k(), ratio)

    # ---------------------------------------------------------------------------------------------- the bus

    def _wheels(self, painter: QPainter, way: float) -> None:
        """They turn by the way the road goes by."""
        road = self._land[-1][1].width() / FULL.width()
        angle = way * road / (WHEEL * self._k()) * 57.2958
        size = WHEEL * self._k()
        for x, y in AXLES:
            painter.save()
            painter.translate(self._at(x, y))
            painter.rotate(angle)
            painter.drawPixmap(QPointF(-size, -size), self._wheel)
            painter.restore()

    def _person(self, tint: str, ratio: float) -> QPixmap:
        """Somebody behind the windows: round, with a plain face that looks ahead."""
        k, look = self._k(), self._look
        colour = look.colour(f"tint-{tint}") if look.theme == "contrast" else QColor(FIGURES[tint])
        pixmap = blank(PERSON * k, ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(k, k)
        body = QPainterPath(QPointF(2, PERSON.height()))
        body.cubicTo(QPointF(2, 10), QPointF(8, 2), QPointF(32, 2))
        body.cubicTo(QPointF(56, 2), QPointF(62, 10), QPointF(62, PERSON.height()))
        light = QRadialGradient(QPointF(22, 20), 70)
        light.setColorAt(0, colour.lighter(112))
        light.setColorAt(1, colour)
        painter.setBrush(light)
        painter.setPen(QPen(look.colour("ink"), 1.5) if look.theme == "contrast" else Qt.PenStyle.NoPen)
        painter.drawPath(body)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(FACE)
        for x in (28, 45):
            painter.drawEllipse(QPointF(x, 29), 3, 3.4)
        painter.setPen(QPen(FACE, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(32, 42), QPointF(41, 42))
        painter.end()
        return pixmap

    def _steering(self, painter: QPainter) -> None:
        """The wheel, seen from the side."""
        k = self._k()
        colour = self._look.colour("ink") if self._look.theme == "contrast" else FACE
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 4.5 * k, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(self._at(708, 156), self._at(724, 184))
        painter.translate(self._at(707, 152))
        painter.rotate(-24)
        painter.drawEllipse(QPointF(0, 0), 5 * k, 21 * k)
        painter.restore()

    def _sign(self, painter: QPainter, text: str) -> None:
        """Where it goes, on the roof; it is as wide as the words need."""
        if not text:
            return
        look, laid = self._look, self._laid_sign(text)
        pad = QPointF(16, 5)
        size = QSizeF(laid.size.width() + 2 * pad.x(), laid.size.height() + 2 * pad.y())
        top = self._at(0, 40).y() - size.height() + 4
        board = QRectF(QPointF(self._at(330, 0).x() - size.width() / 2, top), size)
        painter.setBrush(look.colour("card"))
        painter.setPen(QPen(look.colour("control"), 2))
        painter.drawRoundedRect(board, 9, 9)
        painter.setPen(look.colour("ink"))
        laid.draw(painter, board.topLeft() + pad)

    def _laid_sign(self, text: str) -> Setting:
        """The words of the sign in their lines; laid out when they are others."""
        font = QFont(self._look.font("subheading"))
        font.setPixelSize(max(font.pixelSize(), round(19 * self._k())))
        wanted = (text, font.pixelSize(), self.bus.width())
        if self._sign_for is None or self._sign_for[0] != wanted:
            self._sign_for = (wanted, balanced(text, font, self.bus.width() * 0.8, 2))
        return self._sign_for[1]

    def sign_top(self) -> float:
        """The upper edge of what is on the roof, about."""
        return self._at(0, 40).y() - self._look.px(60)
