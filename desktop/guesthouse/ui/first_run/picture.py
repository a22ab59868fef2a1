"""A strip of the garden with two who stand there, painted once for a size and a theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from guesthouse.domain.scene import Scene
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.artwork import Artwork, blank
from guesthouse.ui.canvas.lens import Lens
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.canvas.styling import variant

HEIGHT, LEAST = 272, 176
"""Pixels; where less than ``LEAST`` is left beside the words, there is no picture."""

Standing = tuple[int, float, float, float]
"""Somebody: which figure, where it stands in the scene, and how large."""

ON_THE_PATH: tuple[Standing, ...] = ((0, 388, 652, 1.03), (3, 272, 590, 0.87), (4, 798, 648, 1.0))
BY_THE_WALL: tuple[Standing, ...] = ((0, 486, 592, 0.91), (3, 272, 590, 0.87), (4, 674, 592, 0.91))
LOW = 240
"""In a strip of less than this they stand by the wall, where they are not cut."""

BOTTOM, BOTTOM_LOW = 0.925, 0.805
"""The strip ends at this part of the scene's height."""

ROUND = 20


class GardenPicture(QWidget):
    """It is a picture only: nothing in it has to be known."""

    def __init__(self, look: Look, scene: Callable[[], Scene], sprites: Callable[[], Sprites], *, faces: bool) -> None:
        """``scene`` and ``sprites`` are asked for when it is first painted."""
        super().__init__()
        self._look, self._scene, self._sprites, self._faces = look, scene, sprites, faces
        self._painted: QPixmap | None = None
        self._key: object = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(HEIGHT * 2, HEIGHT)

    def fit(self, tall: int) -> None:
        """As high as this at most; out of sight where that is little."""
        self.setFixedHeight(max(1, min(HEIGHT, tall)))
        self.setVisible(self.fits(tall))

    @staticmethod
    def fits(tall: int) -> bool:
        """Whether there is a picture where so many pixels are left."""
        return tall >= LEAST

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strip, with round corners."""
        key = (self.size(), self.devicePixelRatioF(), self._look.theme)
        if self._painted is None or self._key != key:
            self._painted, self._key = self._render(), key
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        painter.setClipPath(frame)
        painter.drawPixmap(0, 0, self._painted)
        painter.setClipping(False)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawPath(frame)
        painter.end()

    def _render(self) -> QPixmap:
        scene, dpr = self._scene(), self.devicePixelRatioF()
        whole = QSize(self.width(), round(self.width() * scene.height / scene.width))
        lens = Lens.on(scene, whole, dpr)
        strip = blank(QSizeF(self.size()), dpr)
        painter = QPainter(strip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        low = self.height() < LOW
        foot = round(whole.height() * (BOTTOM_LOW if low else BOTTOM))
        painter.translate(0, -max(0, foot - self.height()))
        painter.drawPixmap(0, 0, Artwork(scene, variant(self._look), lens).backdrop)
        for who in BY_THE_WALL if low else ON_THE_PATH:
            self._stand(painter, lens, who)
        painter.end()
        return strip

    def _stand(self, painter: QPainter, lens: Lens, who: Standing) -> None:
        figure, x, y, scale = who
        sprites, tall, at = self._sprites(), lens.tall(scale), lens.point(x, y)
        shadow = sprites.shadow(tall, lens.dpr)
        size = shadow.deviceIndependentSize()
        painter.drawPixmap(round(at.x() - size.width() / 2), round(at.y() - size.height() / 2), shadow)
        portrait = sprites.portrait(figure, tall, lens.dpr, faces=self._faces)
        painter.drawPixmap((at - sprites.foot(tall)).toPoint(), portrait)
