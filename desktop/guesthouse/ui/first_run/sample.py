"""What a level of motion looks like: one passage of a few seconds, and then nothing moves any more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from guesthouse.qt.look import Look
from guesthouse.sim.frame import Pose
from guesthouse.ui.canvas.sprites import Sprites, look_of

HEIGHT, FIGURE = 96, 52
LASTS_MS = 4500
"""What moves longer would have to have a pause."""

STRIDES = 9
RESTS, CLOUD = 0.62, 0.18
"""Where the figure stands in the end and where the cloud is at first, as parts of the width."""


class MotionSample(QWidget):
    """``level`` is "full" (all moves), "calm" (who walks does) or "still" (a card)."""

    def __init__(self, look: Look, sprites: Callable[[], Sprites], *, faces: bool) -> None:
        """Everything at its place."""
        super().__init__()
        self._look, self._sprites, self._faces = look, sprites, faces
        self.level = "full"
        self.passage = QVariantAnimation(self)
        self.passage.setStartValue(0.0)
        self.passage.setEndValue(1.0)
        self.passage.setDuration(LASTS_MS)
        self.passage.valueChanged.connect(lambda _: self.update())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_level(self, level: str, *, playing: bool) -> None:
        """This level; with ``playing`` what moves in it does so once."""
        self.level = level
        self.passage.stop()
        if playing and level != "still" and self.isVisible():
            self.passage.start()
        self.update()

    @property
    def share(self) -> float:
        """How much of the passage is over, from 0 to 1; nothing is going on at 1."""
        going = self.passage.state() != QVariantAnimation.State.Stopped
        return self.passage.currentTime() / LASTS_MS if going else 1.0

    def sizeHint(self) -> QSize:
        """A strip that grows with the text."""
        return QSize(self._look.px(HEIGHT) * 2, self._look.px(HEIGHT))

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing moves."""
        super().hideEvent(event)
        self.passage.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hill, a cloud and somebody on it, or a card."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14)
        painter.setClipPath(frame)
        painter.fillPath(frame, self._look.colour("well"))
        if self.level == "still":
            self._card(painter)
        else:
            self._hill(painter)
            self._cloud(painter)
            self._walker(painter)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawPath(frame)
        painter.end()

    def _hill(self, painter: QPainter) -> None:
        width, height = float(self.width()), float(self.height())
        hill = QPainterPath(QPointF(0, height))
        hill.lineTo(0, height * 0.82)
        hill.quadTo(QPointF(width * 0.5, height * 0.7), QPointF(width, height * 0.84))
        hill.lineTo(width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("sage-pale"))
        painter.drawPath(hill)

    def _cloud(self, painter: QPainter) -> None:
        share = self.share if self.level == "full" else 1.0
        at = QPointF(self._along(CLOUD - 0.06 * (1 - share)), self.height() * 0.28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("line"))
        unit = self._look.px(9)
        cloud = QPainterPath()
        cloud.setFillRule(Qt.FillRule.WindingFill)
        for along, up, size in ((-1.6, 0.0, 1.0), (0.0, -0.7, 1.4), (1.7, 0.0, 1.0)):
            cloud.addEllipse(at + QPointF(along * unit, up * unit), size * unit * 1.4, size * unit)
        painter.drawPath(cloud)

    def _walker(self, painter: QPainter) -> None:
        share, tall, dpr = self.share, self._look.px(FIGURE), self.devicePixelRatioF()
        walking = share < 1.0
        gone = share * (2 - share)  # slower towards its place
        stride = (gone * STRIDES) % 1.0 if walking else None
        sprites = self._sprites()
        sprite = sprites.pixmap(look_of(0, tall, Pose(stride, 0, lids=False, breath=0.0), faces=self._faces, dpr=dpr))
        at = QPointF(self._along(0.06 + (RESTS - 0.06) * gone), self.height() * 0.88)
        painter.drawPixmap((at - sprites.foot(tall)).toPoint(), sprite)

    def _card(self, painter: QPainter) -> None:
        tall, dpr = self._look.px(FIGURE) * 2 // 3, self.devicePixelRatioF()
        size = self.size() * 0.5
        card = QRectF(0, 0, min(size.width(), self._look.px(220)), self.height() * 0.66)
        card.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("card"))
        painter.drawRoundedRect(card, 12, 12)
        sprites = self._sprites()
        foot = QPointF(card.left() + card.height() * 0.55, card.bottom() - card.height() * 0.16)
        painter.drawPixmap((foot - sprites.foot(tall)).toPoint(), sprites.portrait(0, tall, dpr, faces=self._faces))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("line"))
        left, thick = card.left() + card.height() * 1.05, self._look.px(6)
        for row, share in ((0.4, 1.0), (0.6, 0.6)):
            wide = (card.right() - card.height() * 0.25 - left) * share
            painter.drawRoundedRect(QRectF(left, card.top() + card.height() * row, wide, thick), thick / 2, thick / 2)

    def _along(self, share: float) -> float:
        return self.width() * (1 - share if self.isRightToLeft() else share)
