"""A ring that fills while one looks around. It shows no number, and nothing happens when it is full."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion

SIDE = 72
STROKE = 5
TICK_MS = {"full": 100, "calm": 500, "still": 500}
LONGEST_TICK = 3
"""A tick counts as so many at most: an hour asleep is no time."""


class Ring(QWidget):
    """Time passes while it is in sight. Where nothing is to move it is drawn whole, and only its end is told."""

    passed = Signal(float)  # which share of the time is over
    over = Signal()

    def __init__(self, look: Look, motion: Motion, lasts_ms: int) -> None:
        """A ring for so long."""
        super().__init__()
        self._look, self._motion, self._lasts = look, motion, max(1, lasts_ms)
        self._gone = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        motion.changed.connect(self._keep_time)

    @property
    def share(self) -> float:
        """How much of the time is over, 0 to 1."""
        return min(1.0, self._gone / self._lasts)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        return QSize(self._look.px(SIDE), self._look.px(SIDE))

    def showEvent(self, event: QShowEvent) -> None:
        """Time goes on."""
        super().showEvent(event)
        self._keep_time()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight no time passes."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, and how much of it is filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = float(self._look.px(STROKE))
        room = QRectF(self.rect()).adjusted(stroke, stroke, -stroke, -stroke)
        thin = self._look.theme == "contrast"
        painter.setPen(QPen(self._look.colour("line"), 1.0 if thin else stroke))
        painter.drawEllipse(room)
        share = self.share if self._motion.level != "still" else float(self.share >= 1)
        if share > 0:
            pen = QPen(self._look.colour("sage"), stroke)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            turn = 1 if self.isRightToLeft() else -1
            painter.drawArc(room, 90 * 16, round(turn * share * 360 * 16))
        painter.end()

    def _keep_time(self) -> None:
        if self.isVisible() and self._gone < self._lasts:
            self._clock.start()
            self._timer.start(min(TICK_MS[self._motion.level], self._lasts))

    def _tick(self) -> None:
        self._gone += min(self._clock.restart(), LONGEST_TICK * max(1, self._timer.interval()))
        self.passed.emit(self.share)
        if self._motion.level != "still" or self._gone >= self._lasts:
            self.update()
        if self._gone >= self._lasts:
            self._timer.stop()
            self.over.emit()
