"""A mind talking: what it says comes up around one's head, one thing after the other, and stays there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from guesthouse.qt.look import Look
from guesthouse.ui.canvas.artwork import rendered
from guesthouse.ui.canvas.bubbles import SHADE, Bubble, BubbleStyle, bubble
from guesthouse.ui.canvas.styling import variant

PLACES = ((0.19, 0.36), (0.79, 0.30), (0.17, 0.68), (0.82, 0.64))
"""Where each voice is: shares of the picture."""

THOUGHT = (0.5, 0.14)
COMES = 0.9
"""Seconds in which one comes up."""

ALL = float("inf")
"""Seconds after which everything has been said."""

EDGE = 12
"""Pixels between what is said and the edge of the picture."""

EVERY = 1.3
TALL = 0.62
"""How much of the room's height somebody takes."""


class Voices:
    """Head and shoulders, and what is said so far: the thought comes up last."""

    def __init__(self, look: Look, said: tuple[str, ...], art: Path) -> None:
        """``said`` is the thought first; ``art`` has a folder for each variant."""
        self._look, self._said, self._art = look, said, art
        self._somebody = QPixmap()
        self._bubbles: list[Bubble] = []
        self._for: tuple[object, ...] = ()

    def paint(self, painter: QPainter, room: QRectF, seconds: float) -> None:
        """What is to be seen ``seconds`` after the first voice."""
        self._render(painter.device().devicePixelRatioF(), room)
        painter.drawPixmap(self._stands(room), self._somebody, QRectF(self._somebody.rect()))
        thought, *others = self._bubbles
        for number, (one, (x, y)) in enumerate(zip(others, PLACES, strict=False)):
            _say(painter, one, _inside(room, one, _at(room, x, y)), seconds - number * EVERY)
        middle = _inside(room, thought, _at(room, *THOUGHT))
        _say(painter, thought, middle, seconds - (len(others) + 1) * EVERY)

    def _render(self, dpr: float, room: QRectF) -> None:
        wanted = (self._look.theme, self._look.scale, dpr, room.width())
        if wanted != self._for:
            style = _style(self._look, dpr, room)
            self._bubbles, self._for = [bubble(words, "", style) for words in self._said], wanted
            self._somebody = rendered(self._art / variant(self._look) / "somebody.svg", self._stands(room).size(), dpr)

    def _stands(self, room: QRectF) -> QRectF:
        """At the foot, in the middle; seen from behind, since it may be anyone."""
        tall = min(room.height() * TALL, room.width() * 0.36)
        wide = tall * 520 / 420
        return QRectF(room.center().x() - wide / 2, room.bottom() - tall + room.height() * 0.03, wide, tall)


def _say(painter: QPainter, one: Bubble, middle: QPointF, since: float) -> None:
    share = min(1.0, max(0.0, since / COMES))
    if share <= 0:
        return
    painter.setOpacity(share * share * (3 - 2 * share))
    size = one.size
    painter.drawPixmap(
        QPointF(middle.x() - size.width() / 2 - SHADE, middle.y() - size.height() / 2 - SHADE), one.pixmap
    )
    painter.setOpacity(1.0)


def _style(look: Look, dpr: float, room: QRectF) -> BubbleStyle:
    return BubbleStyle(
        words=look.font("words"),
        frame=look.font("small"),
        ground=look.colour("bubble"),
        ink=look.colour("bubble-ink"),
        soft=look.colour("bubble-soft"),
        line=look.colour("line") if look.theme == "contrast" else None,
        more="",
        widest=min(260.0 * look.scale, room.width() * 0.3),
        dpr=dpr,
    )


def _at(room: QRectF, x: float, y: float) -> QPointF:
    return QPointF(room.x() + room.width() * x, room.y() + room.height() * y)


def _inside(room: QRectF, one: Bubble, middle: QPointF) -> QPointF:
    """As near to ``middle`` as all of it stands in the picture."""
    wide, tall = one.size.width() / 2 + EDGE, one.size.height() / 2 + EDGE
    x = max(room.left() + wide, min(room.right() - wide, middle.x()))
    return QPointF(x, max(room.top() + tall, min(room.bottom() - tall, middle.y())))
