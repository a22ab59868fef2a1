"""A shelf with a few quiet books, and one of them with a title on its spine."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from guesthouse.qt.look import Look
from guesthouse.ui.canvas.lines import Setting, balanced
from guesthouse.ui.exercises.paper import paint_shadow, words_font

OTHERS_LEFT = ((0.17, 0.86, 3, 2), (0.13, 0.78, 0, 1), (0.2, 0.94, 4, 0), (0.12, 0.82, 1, 2))
OTHERS_RIGHT = ((0.15, 0.9, 2, 1), (0.19, 0.8, 0, 2), (0.12, 0.86, 3, 0))
"""Books beside it: width and height in parts of a book's height, colour, ornament."""

CLOTHS = {
    "light": ("#7F9A86", "#B98A72", "#8C8AA6", "#C2A878", "#7E93A6"),
    "night": ("#3E5A58", "#6B4D52", "#4D4A6E", "#6A5D4C", "#405676"),
    "contrast": ("#000000",) * 5,
}
WOOD = {"light": ("#B78A66", "#8D6348"), "night": ("#5F4648", "#3C2D38"), "contrast": ("#000000", "#000000")}
MOST_LINES, TITLE_SIZES = 3, (21, 18, 16)


@dataclass(frozen=True, slots=True)
class Spine:
    """The book with the title: where it stands on the page, and its title laid out along it."""

    place: QRectF
    title: Setting


def spine_in(look: Look, room: QRectF, title: str) -> Spine:
    """The book with ``title`` on the shelf of ``room``."""
    high = book_height(room)
    for size in TITLE_SIZES:
        setting = balanced(title or " ", words_font(look, size), high - 48, MOST_LINES)
        if not setting.cut:
            break
    wide = max(high * 0.2, setting.size.height() + look.px(20))
    return Spine(QRectF(room.center().x() - wide / 2, board(room) - high, wide, high), setting)


def book_height(room: QRectF) -> float:
    """How high the tallest book is."""
    return min(room.height() * 0.74, 320.0)


def board(room: QRectF) -> float:
    """The upper edge of the shelf."""
    return room.center().y() + book_height(room) * 0.5


def paint_shelf(painter: QPainter, look: Look, room: QRectF, spine: Spine) -> None:
    """The board and the books beside the one with the title."""
    high, line = book_height(room), board(room)
    painter.save()
    _paint_board(painter, look, room, line)
    gap = 3.0
    x = spine.place.left() - gap
    for wide, tall, cloth, ornament in reversed(OTHERS_LEFT):
        x -= wide * high
        _paint_book(painter, look, QRectF(x, line - tall * high, wide * high, tall * high), cloth, ornament)
        x -= gap
    x = spine.place.right() + gap
    for wide, tall, cloth, ornament in OTHERS_RIGHT:
        _paint_book(painter, look, QRectF(x, line - tall * high, wide * high, tall * high), cloth, ornament)
        x += wide * high + gap
    _paint_leaning(painter, look, QPointF(x + high * 0.05, line), high)
    painter.restore()


def paint_spine(painter: QPainter, look: Look, spine: Spine, *, up: float = 0.0) -> None:
    """The book with the title, drawn ``up`` a little out of its row."""
    place = spine.place.translated(0, -up)
    painter.save()
    painter.setPen(_edge(look))
    painter.setBrush(_round(look.colour("tint-clay"), place))
    painter.drawRoundedRect(place, 5, 5)
    painter.setPen(QPen(look.colour("tint-clay-ink"), 1.4))
    for at in (place.top() + 14, place.bottom() - 14):
        painter.drawLine(QPointF(place.left() + 5, at), QPointF(place.right() - 5, at))
    painter.translate(place.center())
    painter.rotate(90)
    painter.setPen(look.colour("tint-clay-ink"))
    size = spine.title.size
    spine.title.draw(painter, QPointF(-size.width() / 2, -size.height() / 2))
    painter.restore()


def paint_gap(painter: QPainter, look: Look, spine: Spine) -> None:
    """Where it stood, or will stand."""
    dark = QColor("#000000")
    dark.setAlphaF(0.25 if look.dark else 0.10)
    painter.save()
    painter.setPen(QPen(look.colour("control"), 1.5, Qt.PenStyle.DashLine) if look.theme == "contrast" else dark)
    painter.setBrush(Qt.BrushStyle.NoBrush if look.theme == "contrast" else dark)
    painter.drawRoundedRect(spine.place.adjusted(2, spine.place.height() * 0.06, -2, 0), 4, 4)
    painter.restore()


def paint_open(painter: QPainter, look: Look, place: QRectF, title: str, *, double: bool) -> None:
    """The open book: two pages with a fold between them, or one; the title is on the first of two."""
    paint_shadow(painter, look, place, radius=8)
    painter.save()
    painter.setPen(_edge(look))
    painter.setBrush(look.colour("tint-clay"))
    painter.drawRoundedRect(place.adjusted(-7, -5, 7, 7), 8, 8)
    paper = look.colour("card")
    pages = QLinearGradient(place.topLeft(), place.topRight())
    fold = 0.5 if double else 0.0
    for at, darker in ((0.0, 102), (fold - 0.06, 101), (fold, 112), (fold + 0.06, 101), (1.0, 103)):
        if 0 <= at <= 1:
            pages.setColorAt(at, paper if look.theme == "contrast" else paper.darker(darker))
    painter.setBrush(pages)
    painter.drawRoundedRect(place, 5, 5)
    if double and look.theme == "contrast":
        painter.drawLine(QPointF(place.center().x(), place.top()), QPointF(place.center().x(), place.bottom()))
    if title:
        wide = place.width() / 2 - 64
        lines = max(1, int((place.height() - 48) / (look.px(26) * 1.8)))
        setting = balanced(title, words_font(look, 26), wide, lines)
        painter.setPen(look.colour("clay"))
        middle = QPointF(place.left() + place.width() / 4, place.center().y())
        setting.draw(painter, middle - QPointF(setting.size.width() / 2, setting.size.height() / 2))
    painter.restore()


def _paint_board(painter: QPainter, look: Look, room: QRectF, line: float) -> None:
    light, dark = WOOD[look.theme]
    left, wide = room.left() - 40, room.width() + 80
    if look.theme != "contrast":
        shade = QLinearGradient(0, line + 18, 0, line + 64)
        under = QColor("#1A100A")
        under.setAlphaF(0.22)
        shade.setColorAt(0, under)
        shade.setColorAt(1, Qt.GlobalColor.transparent)
        painter.fillRect(QRectF(left, line + 18, wide, 46), shade)
    wood = QLinearGradient(0, line, 0, line + 20)
    wood.setColorAt(0, QColor(light))
    wood.setColorAt(1, QColor(dark))
    painter.setPen(_edge(look))
    painter.setBrush(wood)
    painter.drawRect(QRectF(left, line, wide, 20))


def _paint_book(painter: QPainter, look: Look, place: QRectF, cloth: int, ornament: int) -> None:
    colour = QColor(CLOTHS[look.theme][cloth])
    painter.setPen(_edge(look))
    painter.setBrush(_round(colour, place))
    painter.drawRoundedRect(place, 4, 4)
    gilt = look.colour("line") if look.theme == "contrast" else QColor("#F4E3BE")
    gilt.setAlphaF(0.9 if look.theme == "contrast" else 0.42)
    painter.setPen(QPen(gilt, 1.6))
    inset = place.width() * 0.16
    for at in (0.1, 0.13) if ornament == 0 else (0.12, 0.88) if ornament == 1 else (0.22, 0.26, 0.74, 0.78):
        y = place.top() + place.height() * at
        painter.drawLine(QPointF(place.left() + inset, y), QPointF(place.right() - inset, y))
    if ornament == 1:
        painter.drawEllipse(place.center(), place.width() * 0.14, place.width() * 0.14)


def _paint_leaning(painter: QPainter, look: Look, foot: QPointF, high: float) -> None:
    """The last one leans against the others."""
    painter.save()
    painter.translate(foot)
    painter.rotate(-11)
    tall = high * 0.8
    _paint_book(painter, look, QRectF(QPointF(high * 0.12, -tall + high * 0.02), QSizeF(high * 0.14, tall)), 1, 2)
    painter.restore()


def _round(colour: QColor, place: QRectF) -> QLinearGradient:
    """A cloth that is a little darker where the spine turns away."""
    shade = QLinearGradient(place.topLeft(), place.topRight())
    plain = colour.lightness() < 4
    shade.setColorAt(0, colour if plain else colour.darker(112))
    shade.setColorAt(0.3, colour if plain else colour.lighter(105))
    shade.setColorAt(1, colour if plain else colour.darker(118))
    return shade


def _edge(look: Look) -> QPen:
    return QPen(look.colour("ink"), 1.6) if look.theme == "contrast" else QPen(Qt.PenStyle.NoPen)
