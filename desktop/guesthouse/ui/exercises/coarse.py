"""A picture on its way over a very large page: painted with half as many pixels each way, and enlarged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

MANY = 3_000_000
"""With more pixels than these each frame at its finest would be felt as a stutter; what moves is not seen so finely."""


def is_large(painter: QPainter, page: QRectF) -> bool:
    """Whether ``page`` is more than can be painted anew for every frame."""
    fine = painter.device().devicePixelRatio() * painter.worldTransform().m11()
    return page.width() * page.height() * fine**2 > MANY


class Coarse:
    """Keeps the smaller pixmap from frame to frame."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._small: QPixmap | None = None

    def paint(self, painter: QPainter, page: QRectF, paint: Callable[[QPainter], None]) -> None:
        """What ``paint`` paints opaquely over ``page``, with a quarter of its pixels."""
        ratio = painter.device().devicePixelRatio()
        share = painter.worldTransform().m11() / 2
        size = QSize(round(page.width() * ratio * share), round(page.height() * ratio * share))
        if self._small is None or self._small.size() != size or self._small.devicePixelRatio() != ratio:
            self._small = QPixmap(size)
            self._small.setDevicePixelRatio(ratio)
        small = QPainter(self._small)
        small.setRenderHint(QPainter.RenderHint.Antialiasing)
        small.scale(share, share)
        small.translate(-page.topLeft())
        paint(small)
        small.end()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawPixmap(page, self._small, QRectF(self._small.rect()))
        painter.restore()

    def forget(self) -> None:
        """Give the pixels back."""
        self._small = None
