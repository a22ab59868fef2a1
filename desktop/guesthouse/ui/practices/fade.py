"""What was there goes over into what is there now."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

LASTS_MS = 220


class Fade(QObject):
    """A picture of before, with its ground, lies over the widget and becomes lighter; clicks go through it."""

    def __init__(self, over: QWidget) -> None:
        """Nothing lies there yet."""
        super().__init__(over)
        self._over = over
        self._veil: _Veil | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setDuration(LASTS_MS)
        self._animation.valueChanged.connect(self._lighten)
        self._animation.finished.connect(self.end)

    def begin(self, part: QWidget) -> None:
        """Take the picture of this part of it now; what changes afterwards comes through."""
        self.end()
        if not part.isVisible():
            return
        window = self._over.window()
        room = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        self._veil = _Veil(self._over, window.grab(room))
        self._veil.setGeometry(part.geometry())
        self._veil.show()
        self._animation.start()

    def end(self) -> None:
        """It is gone."""
        self._animation.stop()
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None

    def _lighten(self, share: float) -> None:
        if self._veil is not None:
            self._veil.share = share
            self._veil.update()


class _Veil(QWidget):
    def __init__(self, parent: QWidget, picture: QPixmap) -> None:
        super().__init__(parent)
        self._picture = picture
        self.share = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self.share)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
