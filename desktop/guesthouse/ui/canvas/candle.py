"""A painted candle with a quiet flame. It moves while it can be seen and where motion is wished, and never flashes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QRadialGradient,
    QResizeEvent,
    QShowEvent,
    QWindow,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.sim.flame import Air, Flame
from guesthouse.ui.canvas.artwork import blank
from guesthouse.ui.canvas.conductor import SLACK, monotonic_clock
from guesthouse.ui.canvas.flame import BENT, BY_DAY, BY_NIGHT, Fire, Sprite, paint_flame, paint_plain_flame

INTERVALS = {"full": 33, "calm": 100}
"""Milliseconds between frames; in Still there is no timer at all."""
LIVELINESS = {"full": 1.0, "calm": 0.6}

ART = QSizeF(800, 640)
"""The units of candle.svg."""
ROOM = QSizeF(640, 720)
"""What of it must always be seen, and the room it needs above."""
STANDS = QPointF(400, 566)
"""Where in them the candle stands, and how far down the canvas that is."""
DOWN = 0.865
FOOT = QPointF(401, 241)
"""Where in them the flame begins."""
NEAR, FAR = 250.0, 640.0
"""How far its light reaches: as it wavers, and at all."""

TOOTH = 96
"""Pixels of a paper's grain before it comes again."""

# How dense the light is from the flame outwards.
FALLING = ((0.0, 1.0), (0.12, 0.86), (0.26, 0.6), (0.42, 0.36), (0.6, 0.17), (0.8, 0.05), (1.0, 0.0))


class Candle(QWidget):
    """One candle on a sill, in any size. The same ``seed`` is the same flame."""

    def __init__(
        self,
        look: Look,
        motion: Motion,
        art: Path,
        seed: int,
        *,
        clock: Callable[[], int] | None = None,
        radius: int = 0,
    ) -> None:
        """``art`` is the folder of its artwork; ``clock`` gives microseconds; ``radius`` rounds the corners."""
        super().__init__()
        self._look, self._motion, self._art, self._radius = look, motion, art, radius
        self._air = Air(seed)
        self._clock = clock or monotonic_clock()
        self._last, self._allowed, self._seen = self._clock(), 0, 0
        self._shown = False
        self._window: QWindow | None = None
        self._backdrop, self._glow = QPixmap(), QPixmap()
        self._sprite: Sprite | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.tick)
        self.setAccessibleName(self.tr("Candle"))
        self.setAccessibleDescription(self.tr("A candle with a quiet flame"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, radius == 0)
        look.changed.connect(self._dress)
        motion.changed.connect(self._follow)

    @property
    def flame(self) -> Flame:
        """How it stands now: in Still, as in still air."""
        liveliness = LIVELINESS.get(self._motion.level)
        return Flame() if liveliness is None else self._air.flame(self._seen / 1_000_000, liveliness)

    def sizeHint(self) -> QSize:
        """A picture of a usual size."""
        return QSize(480, 480)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a narrow window."""
        return QSize(200, 200)

    def set_shown(self, shown: bool) -> None:
        """Whether it can be seen; hidden time is as if it had not been."""
        self._pass_time()
        self._shown = shown
        self._plan()

    def tick(self) -> None:
        """One frame."""
        self._pass_time()
        self.update(self._light_falls().toAlignedRect())
        self._plan()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The room, the light and the flame, as far as asked for."""
        if self._backdrop.isNull():
            self._render()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRect(event.rect())
        self._paint_room(painter, event.rect())
        flame = self.flame
        if not self._glow.isNull():
            painter.setOpacity(min(1.0, 0.94 * flame.light))
            painter.drawPixmap(self._light_falls().topLeft(), self._glow)
            painter.setOpacity(1.0)
        if self._sprite is not None:
            self._sprite.paint(painter, flame, self._place(FOOT))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Render for the new size when it is painted next."""
        super().resizeEvent(event)
        self._backdrop = QPixmap()

    def showEvent(self, event: QShowEvent) -> None:
        """Time passes while it can be seen."""
        super().showEvent(event)
        window = self.window().windowHandle()
        if window is not None and window is not self._window:
            window.installEventFilter(self)
            self._window = window
        self._look_whether_shown()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves that nobody sees."""
        super().hideEvent(event)
        self.set_shown(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window was exposed or covered, minimised or brought back."""
        if watched is self._window and event.type() == QEvent.Type.Expose:
            QTimer.singleShot(0, self, self._look_whether_shown)
        return super().eventFilter(watched, event)

    def _look_whether_shown(self) -> None:
        exposed = self._window is not None and self._window.isExposed()
        self.set_shown(self.isVisible() and exposed)

    def _pass_time(self) -> None:
        now = self._clock()
        if self._shown:
            self._seen += min(max(0, now - self._last), self._allowed)
        self._last, self._allowed = now, 0

    def _plan(self) -> None:
        self.timer.stop()
        wait = INTERVALS.get(self._motion.level)
        if self._shown and wait is not None:
            self._allowed = wait * 1000 + SLACK
            self.timer.start(wait)

    def _follow(self) -> None:
        """More motion, or less."""
        self._pass_time()
        self.update()
        self._plan()

    def _dress(self) -> None:
        """Another theme."""
        self._backdrop = QPixmap()
        self.update()

    @property
    def _scale(self) -> float:
        return min(self.width() / ROOM.width(), self.height() / ROOM.height())

    def _place(self, point: QPointF) -> QPointF:
        """Where on the canvas a point of the artwork is."""
        stands = QPointF(self.width() / 2, self.height() * DOWN)
        return stands + (point - STANDS) * self._scale

    def _light_falls(self) -> QRectF:
        """Where something changes from frame to frame; on whole pixels, so that it is a blit."""
        reach = QPointF(NEAR, NEAR)
        centre = FOOT - QPointF(0, 80)
        light = QRectF(self._place(centre - reach), self._place(centre + reach))
        flame = BENT.translated(FOOT)
        light |= QRectF(self._place(flame.topLeft()), self._place(flame.bottomRight()))
        return QRectF(light.toAlignedRect())

    def _paint_room(self, painter: QPainter, rect: QRect) -> None:
        ratio = self._backdrop.devicePixelRatio()
        source = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
        painter.drawPixmap(QRectF(rect), self._backdrop, source)

    def _draw_flame(self, painter: QPainter) -> None:
        if self._look.theme == "contrast":
            paint_plain_flame(painter, self._look.colour("lamp"), self._look.colour("ink"))
        else:
            paint_flame(painter, self._fire)

    @property
    def _fire(self) -> Fire:
        return BY_NIGHT if self._look.dark else BY_DAY

    def _render(self) -> None:
        """Everything that does not move, once for a size, a theme and a pixel ratio."""
        size, ratio, theme = QSizeF(self.size()), self.devicePixelRatioF(), self._look.theme
        self._backdrop = blank(size, ratio)
        painter = QPainter(self._backdrop)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._radius:
            rounded = QPainterPath()
            rounded.addRoundedRect(QRectF(QPointF(), size), self._radius, self._radius)
            painter.setClipPath(rounded)
        QSvgRenderer(str(self._art / theme / "room.svg")).render(painter, QRectF(QPointF(), size))
        if theme != "contrast":
            self._paint_light(painter, FAR, 0.34 if self._look.dark else 0.5)
        place = QRectF(self._place(QPointF()), ART * self._scale)
        QSvgRenderer(str(self._art / theme / "candle.svg")).render(painter, place)
        if theme == "contrast":
            self._paint_edge(painter)
        else:
            _tooth(painter, self.rect())
        painter.end()
        self._sprite = Sprite(self._scale, ratio, self._draw_flame)
        self._glow = QPixmap()
        if theme != "contrast":
            falls = self._light_falls()
            self._glow = blank(falls.size(), ratio)
            painter = QPainter(self._glow)
            painter.translate(-falls.topLeft())
            self._paint_light(painter, NEAR, 0.5 if self._look.dark else 0.55)
            painter.end()

    def _paint_edge(self, painter: QPainter) -> None:
        """Where the picture ends, for those who need every edge drawn."""
        painter.setClipping(False)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius)

    def _paint_light(self, painter: QPainter, reach: float, dense: float) -> None:
        centre = self._place(FOOT - QPointF(0, 80))
        gradient = QRadialGradient(centre, reach * self._scale)
        for where, share in FALLING:
            light = _between(*self._fire.light, where**0.6)
            light.setAlphaF(dense * share)
            gradient.setColorAt(where, light)
        painter.fillRect(self.rect(), gradient)


def _between(inner: str, outer: str, share: float) -> QColor:
    near, far = QColor(inner), QColor(outer)
    return QColor.fromRgbF(
        near.redF() + (far.redF() - near.redF()) * share,
        near.greenF() + (far.greenF() - near.greenF()) * share,
        near.blueF() + (far.blueF() - near.blueF()) * share,
    )


def _tooth(painter: QPainter, rect: QRect) -> None:
    """A paper's tooth, too fine to be seen: without it wide gradients fall into rings."""
    random = Random(1)
    image = QImage(TOOTH, TOOTH, QImage.Format.Format_ARGB32)
    for x in range(TOOTH):
        for y in range(TOOTH):
            image.setPixel(x, y, random.choice((0x03FFFFFF, 0x03000000, 0x00000000)))
    painter.drawTiledPixmap(rect, QPixmap.fromImage(image))
