"""A soft form that stands for a thought or a feeling: no face, no eyes, nothing that could look back."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QSizePolicy, QWidget

from guesthouse.qt.look import Look

MIDDLE = 50
START = {"size": 50, "room": 20, "weight": 40, "edge": 70, "distance": 20}
"""Where each slider stands at first, 0 to 100."""

TALL = 216
CORNERS = 64


class Form(QWidget):
    """Painted from five numbers: how big, how much room around it, how heavy, how clear its edge, how far off."""

    def __init__(self, look: Look, name: str) -> None:
        """As it is at first; ``name`` says what it stands for."""
        super().__init__()
        self._look = look
        self._values = dict(START)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_values(self, values: Mapping[str, int]) -> None:
        """Take these on."""
        self._values = {**START, **values}
        self.update()

    def sizeHint(self) -> QSize:
        """A quiet stage for it."""
        return QSize(320, self._look.px(TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The room, its floor, and the form in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stage = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        clip = QPainterPath()
        clip.addRoundedRect(stage, 14, 14)
        painter.setClipPath(clip)
        self._paint_room(painter, stage)
        self._paint_form(painter, stage)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawPath(clip)
        painter.end()

    def _share(self, name: str) -> float:
        return self._values[name] / 100

    def _horizon(self, stage: QRectF) -> float:
        return stage.top() + stage.height() * (0.66 - 0.12 * self._share("room"))

    def _paint_room(self, painter: QPainter, stage: QRectF) -> None:
        """Sky and floor; with more room there is more of both, and rings of it around the form."""
        look = self._look
        painter.fillRect(stage, look.colour("well"))
        if look.theme == "contrast":
            horizon = self._horizon(stage)
            painter.setPen(QPen(look.colour("soft"), 1))
            painter.drawLine(QPointF(stage.left(), horizon), QPointF(stage.right(), horizon))
            return
        floor = QRectF(stage.left(), self._horizon(stage), stage.width(), stage.height())
        shade = QLinearGradient(floor.topLeft(), QPointF(floor.left(), stage.bottom()))
        shade.setColorAt(0, look.colour("well"))
        shade.setColorAt(1, look.colour("sage-pale"))
        painter.fillRect(floor, shade)

    def _paint_form(self, painter: QPainter, stage: QRectF) -> None:
        far, heavy, clear = self._share("distance"), self._share("weight"), self._share("edge")
        zoom = 1 - 0.68 * far  # room is made around it: it stays as big as it is
        radius = stage.height() * (0.10 + 0.30 * self._share("size")) * zoom
        low = stage.bottom() - stage.height() * 0.10
        feet = low - (low - self._horizon(stage)) * far * 0.86
        flat = 1 - 0.22 * heavy  # what is heavy sits lower and wider
        float_up = stage.height() * 0.16 * (1 - heavy) * zoom
        middle = QPointF(stage.center().x(), feet - radius * flat - float_up)
        self._paint_room_ring(painter, middle, radius)
        self._paint_shadow(painter, QPointF(middle.x(), feet), radius, heavy)
        colour = self._colour(heavy)
        outline = _outline(middle, radius * (1 + 0.14 * heavy), radius * flat)
        if self._look.theme == "contrast":
            painter.setBrush(self._look.colour("quiet-deep"))
            painter.setPen(QPen(self._look.colour("ink"), 1 + 4 * clear))
            painter.drawPath(outline)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._soft(middle, radius, colour, clear))
        blur = 1 + 0.5 * (1 - clear)
        painter.drawPath(_outline(middle, radius * (1 + 0.14 * heavy) * blur, radius * flat * blur))
        if clear > 0.5:
            edge = QColor(colour.darker(118))
            edge.setAlphaF((clear - 0.5) * 1.6)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(edge, 1 + 2.5 * (clear - 0.5)))
            painter.drawPath(outline)

    def _paint_room_ring(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        room = self._share("room")
        wide = radius + self.height() * 0.5 * room
        if room <= 0.02:
            return
        air = self._look.colour("card")
        air.setAlphaF(0.75 if self._look.theme != "contrast" else 0)
        glow = QRadialGradient(middle, wide * 1.25)
        clear = QColor(air)
        clear.setAlphaF(0)
        glow.setColorAt(0, air)
        glow.setColorAt(0.8, air)
        glow.setColorAt(1, clear)
        painter.setBrush(glow)
        edge = Qt.PenStyle.NoPen if self._look.theme != "contrast" else QPen(self._look.colour("soft"), 1)
        painter.setPen(edge)
        painter.drawEllipse(middle, wide * 1.25, wide * 1.25)

    def _paint_shadow(self, painter: QPainter, feet: QPointF, radius: float, heavy: float) -> None:
        if self._look.theme == "contrast":
            return
        shade = QColor(self._look.colour("ink" if not self._look.dark else "paper"))
        shade.setAlphaF(0.06 + 0.16 * heavy)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawEllipse(feet, radius * (0.7 + 0.4 * heavy), radius * 0.13)

    def _colour(self, heavy: float) -> QColor:
        light, deep = self._look.colour("tint-lilac"), self._look.colour("tint-lilac-ink")
        share = 0.18 + 0.42 * heavy
        pairs = ((light.redF(), deep.redF()), (light.greenF(), deep.greenF()), (light.blueF(), deep.blueF()))
        return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))

    def _soft(self, middle: QPointF, radius: float, colour: QColor, clear: float) -> QRadialGradient:
        """From full in the middle to the edge: sharp where the edge is clear, a mist where it is not."""
        away = QColor(colour)
        away.setAlphaF(0)
        light = QColor(colour.lighter(108))
        fill = QRadialGradient(middle, radius * (1.2 + 0.45 * (1 - clear)))
        fill.setColorAt(0, light)
        fill.setColorAt(0.25 + 0.5 * clear, colour)
        fill.setColorAt(1, colour if clear >= 0.98 else _faded(colour, clear))
        return fill


def _faded(colour: QColor, clear: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(max(0.0, 2 * clear - 1))
    return faded


def _outline(middle: QPointF, wide: float, tall: float) -> QPainterPath:
    """Nearly round, a little uneven, as a stone is."""
    points = []
    for corner in range(CORNERS):
        turn = 2 * pi * corner / CORNERS
        uneven = 1 + 0.022 * sin(3 * turn + 0.7) + 0.012 * cos(5 * turn)
        points.append(QPointF(middle.x() + wide * uneven * cos(turn), middle.y() + tall * uneven * sin(turn)))
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    path.closeSubpath()
    return path
