"""A card held in two hands: before the eyes at first, and then low, in the lap, with the room around it.

``paint_hands`` can be used by itself, with a share from 0 (before the eyes) to 1 (in the lap).
"""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen

from guesthouse.qt.look import Look
from guesthouse.sim.exercises.hands import carried
from guesthouse.ui.canvas.lines import LEADING, Setting, balanced
from guesthouse.ui.exercises.coarse import Coarse, is_large
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.paper import RADIUS, paint_paper, words_font

LEAST = 17
"""Design pixels in which the words are set at the least, also in the lap."""

SIZES = (76, 64, 56, 48, 40, 34, 28)

SKIN = {
    "light": ("#D9A78C", "#B97F66", "#E7BFA6"),
    "night": ("#8E6A6C", "#5F4656", "#A98683"),
    "contrast": ("#000000", "#000000", "#000000"),
}
"""Light side, dark side, nail."""

SLEEVE = {
    "light": ("#5E8374", "#47685B"),
    "night": ("#3B5668", "#27394E"),
    "contrast": ("#000000", "#000000"),
}
BLANKET = {
    "light": ("#C98F7C", "#A96F5F", "#DDAE9B"),
    "night": ("#5D4357", "#3E2E42", "#745669"),
    "contrast": ("#000000", "#000000", "#FFFFFF"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """Words as they stand on the card when it is before the eyes."""

    setting: Setting
    font: QFont


class HandsPicture:
    """The room, the lap, the hands and the card."""

    def __init__(self, look: Look) -> None:
        """Nothing is rendered yet."""
        self._look = look
        self._ground = Ground(look, "hands")
        self._coarse = Coarse()
        self._set: tuple[object, Held] | None = None

    def paint(self, painter: QPainter, room: QRectF, page: QRectF, words: str, share: float) -> None:
        """The room fills ``room``; card and hands stay in ``page``."""
        card = card_in(page, share)
        scale = card.width() / card_in(page, 0).width()
        if 0 < share < 1 and is_large(painter, room):
            self._coarse.paint(painter, room, lambda small: self._paint_behind(small, room, page, share))
        else:
            self._coarse.forget()
            self._paint_behind(painter, room, page, share)
        self._paint_words(painter, page, card, words, scale)
        for side in (-1, 1):
            _hand(painter, self._look, card, side, room.bottom(), front=True)

    def whole(self, page: QRectF, words: str) -> bool:
        """Whether all words have room on the card."""
        return not self._held(page, words).setting.cut

    def pixels(self, page: QRectF, share: float) -> float:
        """How large the words are to be seen."""
        scale = card_in(page, share).width() / card_in(page, 0).width()
        return self._set[1].font.pixelSize() * scale if self._set else 0.0

    def _paint_behind(self, painter: QPainter, room: QRectF, page: QRectF, share: float) -> None:
        """Everything that is behind the words."""
        look, card = self._look, card_in(page, share)
        self._ground.paint(painter, room, back=0.55 + 0.45 * share)
        _paint_lap(painter, look, room, (page.height() * 0.29 + room.bottom() - page.bottom()) * share, card.width())
        for side in (-1, 1):
            _hand(painter, look, card, side, room.bottom(), front=False)
        scale = card.width() / card_in(page, 0).width()
        paint_paper(painter, look, card, radius=RADIUS * (0.6 + 0.4 * scale), lift=0.7)

    def _paint_words(self, painter: QPainter, page: QRectF, card: QRectF, words: str, scale: float) -> None:
        setting = self._held(page, words).setting
        painter.save()
        painter.translate(card.center())
        painter.scale(scale, scale)
        painter.setPen(self._look.colour("ink"))
        setting.draw(painter, QPointF(-setting.size.width() / 2, -setting.size.height() / 2))
        painter.restore()

    def _held(self, page: QRectF, words: str) -> Held:
        key = (words, page.size().toTuple(), self._look.scale)
        if self._set is None or self._set[0] != key:
            self._set = (key, _held(self._look, page, words))
        return self._set[1]


_PICTURES: WeakKeyDictionary[Look, HandsPicture] = WeakKeyDictionary()


def paint_hands(painter: QPainter, look: Look, rect: QRectF, words: str, share: float) -> None:
    """The card with ``words`` in two hands, in ``rect``; ``share`` is 0 before the eyes and 1 in the lap."""
    picture = _PICTURES.get(look)
    if picture is None:
        picture = _PICTURES[look] = HandsPicture(look)
    picture.paint(painter, rect, rect, words, share)


def card_in(page: QRectF, share: float) -> QRectF:
    """Where the card is: all of it is always inside ``page``."""
    at = carried(page.width(), page.height(), share)
    size = QSizeF(at.width, at.height)
    return QRectF(page.topLeft() + QPointF(at.x - at.width / 2, at.y - at.height / 2), size)


def _held(look: Look, page: QRectF, words: str) -> Held:
    """The largest type in which the words fit on the card; no smaller than can be read in the lap, too."""
    near, low = card_in(page, 0), card_in(page, 1)
    least = LEAST * near.width() / low.width()
    inner = QSizeF(near.width() * 0.74, near.height() * 0.84)
    for size in (*(one for one in SIZES if one > least), least):
        font = words_font(look, size)
        most = max(1, int((inner.height() / QFontMetricsF(font).height() + LEADING - 1) / LEADING))
        setting = balanced(words, font, inner.width(), most)
        if not setting.cut:
            break
    return Held(setting, font)


def _paint_lap(painter: QPainter, look: Look, room: QRectF, tall: float, card: float) -> None:
    """A blanket over two knees, that comes into view as the eyes follow the card down."""
    light, dark, fold = BLANKET[look.theme]
    if tall < 1:
        return
    foot = room.bottom() + 2
    top, middle = foot - tall, room.center().x()
    reach = min(room.width() * 0.42, card * 1.15)
    shade = QLinearGradient(0, top, 0, foot)
    shade.setColorAt(0, QColor(light))
    shade.setColorAt(1, QColor(dark))
    painter.save()
    painter.setClipRect(room)
    painter.setBrush(shade)
    painter.setPen(_edge(look))
    painter.drawPath(_knees(middle, reach, top, foot))
    pen = QPen(QColor(fold), 3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for at in (-0.98, -0.72, 0.72, 0.98):
        line = QPainterPath(QPointF(middle + reach * at, foot - tall * 0.12))
        line.quadTo(
            QPointF(middle + reach * at * 0.94, foot - tall * 0.45),
            QPointF(middle + reach * at * 0.82, foot - tall * 0.62),
        )
        painter.setOpacity(0.35)
        painter.drawPath(line)
    painter.restore()


def _knees(middle: float, reach: float, top: float, foot: float) -> QPainterPath:
    """The outline of a blanket over two knees, each ``reach`` wide."""
    tall = foot - top
    path = QPainterPath(QPointF(middle - reach * 1.5, foot))
    curves = (
        ((-1.25, -0.6), (-0.95, -1), (-0.55, -1)),
        ((-0.2, -1), (-0.16, -0.78), (0, -0.78)),
        ((0.16, -0.78), (0.2, -1), (0.55, -1)),
        ((0.95, -1), (1.25, -0.6), (1.5, 0)),
    )
    for curve in curves:
        path.cubicTo(*(QPointF(middle + reach * x, foot + tall * y) for x, y in curve))
    path.closeSubpath()
    return path


def _hand(painter: QPainter, look: Look, card: QRectF, side: int, foot: float, *, front: bool) -> None:
    """One hand at the side of the card: palm and sleeve behind it, or the thumb before it. Drawn for the right."""
    unit = min(card.height() * 0.62, card.width() * 0.34)
    painter.save()
    painter.translate(card.right() if side > 0 else card.left(), card.top() + card.height() * 0.64)
    painter.scale(side * unit, unit)
    if front:
        _paint_thumb(painter, look, unit)
    else:
        _paint_palm(painter, look, (foot - card.top() - card.height() * 0.64) / unit, unit)
    painter.restore()


def _paint_palm(painter: QPainter, look: Look, foot: float, unit: float) -> None:
    """The side of a hand whose fingers are behind the card, and the sleeve down to the foot of the page."""
    foot = max(foot, 0.7) + 0.1
    sleeve = QPainterPath(QPointF(0.0, 0.62))
    sleeve.cubicTo(QPointF(0.02, 0.8), QPointF(0.05, foot * 0.9), QPointF(0.04, foot))
    sleeve.lineTo(0.86, foot)
    sleeve.cubicTo(QPointF(0.74, foot * 0.9), QPointF(0.56, 0.8), QPointF(0.44, 0.5))
    sleeve.closeSubpath()
    palm = QPainterPath(QPointF(-0.2, -0.4))
    palm.cubicTo(QPointF(-0.02, -0.52), QPointF(0.13, -0.46), QPointF(0.17, -0.3))
    palm.cubicTo(QPointF(0.26, -0.27), QPointF(0.28, -0.16), QPointF(0.26, -0.1))
    palm.cubicTo(QPointF(0.36, 0.06), QPointF(0.42, 0.28), QPointF(0.46, 0.6))
    palm.lineTo(0.02, 0.72)
    palm.cubicTo(QPointF(-0.02, 0.52), QPointF(-0.1, 0.42), QPointF(-0.2, 0.36))
    palm.closeSubpath()
    light, dark, _ = SKIN[look.theme]
    painter.setPen(_edge(look, unit))
    painter.setBrush(_across(light, dark, -0.1, 0.5))
    painter.drawPath(palm)
    knuckle = QPen(QColor(dark), 0.014)
    knuckle.setCapStyle(Qt.PenCapStyle.RoundCap)
    if look.theme != "contrast":
        painter.setPen(knuckle)
        painter.drawLine(QPointF(0.06, -0.3), QPointF(0.16, -0.29))
        painter.drawLine(QPointF(0.14, -0.1), QPointF(0.25, -0.1))
    painter.setPen(_edge(look, unit))
    painter.setBrush(_across(*SLEEVE[look.theme], 0.0, 0.7))
    painter.drawPath(sleeve)
    cuff = QPainterPath(QPointF(-0.03, 0.62))
    cuff.cubicTo(QPointF(0.12, 0.68), QPointF(0.32, 0.6), QPointF(0.46, 0.46))
    cuff.lineTo(0.53, 0.58)
    cuff.cubicTo(QPointF(0.36, 0.74), QPointF(0.14, 0.82), QPointF(-0.02, 0.76))
    cuff.closeSubpath()
    painter.setBrush(QColor(SLEEVE[look.theme][1]))
    painter.drawPath(cuff)


def _paint_thumb(painter: QPainter, look: Look, unit: float) -> None:
    """The thumb that holds the card from before, with its nail, and its shade on the paper."""
    thumb = QPainterPath(QPointF(0.27, 0.5))
    thumb.cubicTo(QPointF(0.02, 0.42), QPointF(-0.12, 0.26), QPointF(-0.24, 0.06))
    thumb.cubicTo(QPointF(-0.31, -0.05), QPointF(-0.27, -0.14), QPointF(-0.19, -0.15))
    thumb.cubicTo(QPointF(-0.11, -0.16), QPointF(-0.06, -0.09), QPointF(-0.02, -0.01))
    thumb.cubicTo(QPointF(0.04, 0.09), QPointF(0.16, 0.14), QPointF(0.3, 0.16))
    light, dark, nail = SKIN[look.theme]
    if look.theme != "contrast":
        shade = QColor("#3A2A22")
        shade.setAlphaF(0.05)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        for step in (0.012, 0.024, 0.036):
            painter.drawPath(thumb.translated(-step * 0.6, step))
    painter.setPen(_edge(look, unit))
    painter.setBrush(_across(light, dark, -0.3, 0.42))
    painter.drawPath(thumb)
    painter.save()
    painter.translate(-0.2, -0.06)
    painter.rotate(-32)
    painter.setBrush(QColor(nail))
    painter.drawRoundedRect(QRectF(-0.042, -0.06, 0.084, 0.12), 0.04, 0.05)
    painter.restore()


def _across(one: str, other: str, begin: float, end: float) -> QBrush:
    shade = QLinearGradient(begin, 0, end, 0.2)
    shade.setColorAt(0, QColor(one))
    shade.setColorAt(1, QColor(other))
    return QBrush(shade)


def _edge(look: Look, unit: float = 1.0) -> QPen:
    """No edge; a clear one where contrast is high."""
    return QPen(look.colour("ink"), 2.0 / unit) if look.theme == "contrast" else QPen(Qt.PenStyle.NoPen)
