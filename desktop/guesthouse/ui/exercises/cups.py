"""Five plain cups on a table. Press one and then another, or carry one with the arrow keys: they change places."""

from __future__ import annotations

from functools import partial
from random import Random

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.tab_order import chain

MANY = 5
TALL = 84
LEAST, STEP = 0.52, 0.12
"""How high the smallest stands, and how much higher the next, as shares of the tallest."""


class Cup(QPushButton):
    """One cup: picked up or standing."""

    carried = Signal(int)

    def __init__(self, look: Look, size: int) -> None:
        """``size`` is 0 for the smallest."""
        super().__init__()
        self._look, self.size_of = look, size
        self.unit = float(look.px(TALL))
        self.setCheckable(True)
        self.setProperty("word", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The same for all of them; it grows with the text."""
        return QSize(round(self.unit * 1.1), round(self.unit) + 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from cup to cup, or carry this one; Enter and Space pick it up or put it down."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            onwards = (event.key() == Qt.Key.Key_Right) != self.isRightToLeft()
            self.carried.emit(1 if onwards else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cup on its saucer; one that is picked up is a little higher."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = LEAST + STEP * self.size_of
        tall = self.unit * share * 0.86
        wide = tall * 0.92
        lift = self._look.px(8) if self.isChecked() else 0
        foot = self.height() - 8.0 - lift
        body = QRectF((self.width() - wide) / 2 - wide * 0.08, foot - tall, wide, tall)
        self._saucer(painter, body, foot)
        self._body(painter, body)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()

    def _saucer(self, painter: QPainter, body: QRectF, foot: float) -> None:
        painter.setPen(self._edge())
        painter.setBrush(self._look.colour("quiet"))
        painter.drawEllipse(QRectF(body.center().x() - body.width() * 0.66, foot - 5, body.width() * 1.32, 9))

    def _body(self, painter: QPainter, body: QRectF) -> None:
        wide, tall, look = body.width(), body.height(), self._look
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("control"), max(3.0, wide * 0.08)))
        painter.drawEllipse(QRectF(body.right() - wide * 0.2, body.top() + tall * 0.2, wide * 0.42, tall * 0.44))
        plain = "card" if look.theme == "contrast" else "bubble"
        colour = look.colour("lamp" if self.isChecked() else plain)
        light = QLinearGradient(body.topLeft(), body.topRight())
        light.setColorAt(0, colour)
        light.setColorAt(1, colour.darker(114))
        painter.setBrush(light)
        painter.setPen(self._edge())
        painter.drawPath(_bowl(body))
        y = round(body.top() + tall * 0.16)
        painter.setPen(QPen(look.colour("house-wall"), max(2.0, tall * 0.05)))
        painter.drawLine(round(body.left() + 2), y, round(body.right() - 2), y)

    def _edge(self) -> QPen:
        return QPen(self._look.colour("control"), 1.6)


def _bowl(body: QRectF) -> QPainterPath:
    """Straight sides and a round bottom."""
    wide, low, middle = body.width(), body.bottom() - body.height() * 0.2, body.center().x()
    path = QPainterPath(body.topLeft())
    path.lineTo(body.topRight())
    path.cubicTo(body.right(), low, body.right() - wide * 0.1, body.bottom(), middle + wide * 0.2, body.bottom())
    path.lineTo(middle - wide * 0.2, body.bottom())
    path.cubicTo(body.left() + wide * 0.1, body.bottom(), body.left(), low, body.left(), body.top())
    path.closeSubpath()
    return path


class Cups(QWidget):
    """They begin in some order. ``moved`` tells that two have changed places; nothing is ever right or wrong."""

    moved = Signal()

    def __init__(self, look: Look, seed: int) -> None:
        """In an order that follows from ``seed``, and is not yet by size."""
        super().__init__()
        self._look = look
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        order = list(range(MANY))
        random = Random(seed)
        while order == sorted(order):
            random.shuffle(order)
        self.cups = [Cup(look, size) for size in order]
        for cup in self.cups:
            cup.toggled.connect(partial(self._toggled, cup))
            cup.carried.connect(partial(self._carry, cup))
            self._line.addWidget(cup, 0, Qt.AlignmentFlag.AlignBottom)
        self._name()
        look.changed.connect(self.updateGeometry)

    def fit(self, wide: float, tall: float) -> None:
        """As large as the text asks for, or as there is room for."""
        for cup in self.cups:
            cup.unit = min(float(self._look.px(TALL)), (wide - 4 * (MANY - 1)) / MANY / 1.1, max(40.0, tall))
            cup.updateGeometry()

    @property
    def order(self) -> list[int]:
        """The sizes from the side where reading starts."""
        return [cup.size_of for cup in self.cups]

    @property
    def in_order(self) -> bool:
        """Whether each is larger than the one before it."""
        return self.order == sorted(self.order)

    def names(self) -> list[str]:
        """What they are called, in their order."""
        return [cup.accessibleName() for cup in self.cups]

    def _toggled(self, cup: Cup, on: bool) -> None:
        cup.update()
        others = [other for other in self.cups if other.isChecked() and other is not cup]
        if on and others:
            for picked in (cup, others[0]):
                picked.blockSignals(True)
                picked.setChecked(False)
                picked.blockSignals(False)
                picked.update()
            self._swap(self.cups.index(cup), self.cups.index(others[0]))

    def _carry(self, cup: Cup, by: int) -> None:
        here = self.cups.index(cup)
        there = here + by
        if not 0 <= there < MANY:
            return
        if cup.isChecked():
            self._swap(here, there)
            cup.setFocus()
        else:
            self.cups[there].setFocus()

    def _swap(self, one: int, other: int) -> None:
        self.cups[one], self.cups[other] = self.cups[other], self.cups[one]
        for cup in self.cups:
            self._line.removeWidget(cup)
        for cup in self.cups:
            self._line.addWidget(cup, 0, Qt.AlignmentFlag.AlignBottom)
        chain(self.cups)
        self._name()
        self.moved.emit()

    def _name(self) -> None:
        names = [
            self.tr("The smallest cup"),
            self.tr("The small cup"),
            self.tr("The middle cup"),
            self.tr("The large cup"),
            self.tr("The largest cup"),
        ]
        places = [self.tr("First"), self.tr("Second"), self.tr("Third"), self.tr("Fourth"), self.tr("Last")]
        for cup, place in zip(self.cups, places, strict=True):
            cup.setAccessibleName(names[cup.size_of])
            cup.setAccessibleDescription(place)
