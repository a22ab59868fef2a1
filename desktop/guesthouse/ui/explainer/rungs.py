"""The noticing ladder of the film: the frames come around the thought, whose words stay as they are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from guesthouse.qt.look import Look
from guesthouse.sim.exercises.ladder import stand
from guesthouse.ui.exercises.frames import SIDE, around, heading, paint_frame
from guesthouse.ui.exercises.ground import Ground
from guesthouse.ui.exercises.paper import paint_paper, words_font

SIZE = 30
AIR = 40


class Rungs:
    """One thought on a paper, and up to two frames around it."""

    def __init__(self, look: Look, words: str, frames: tuple[str, str]) -> None:
        """``frames`` are the lines of the inner and the outer frame."""
        self._look, self._words, self._frames = look, words, frames
        self._ground = Ground(look, "ladder")

    def paint(self, painter: QPainter, whole: QRectF, free: QRectF, height: float) -> None:
        """What is to be seen from ``height`` rungs up."""
        stands = stand(height)
        self._ground.paint(painter, whole, back=stands.back)
        paper = self._paper(free)
        inner = around(self._look, paper)
        for number, inside in ((1, inner), (0, paper)):
            paint_frame(painter, self._look, inside, number, stands.frames[number], words=self._frames[number])
        paint_paper(painter, self._look, paper)
        painter.setFont(words_font(self._look, SIZE))
        painter.setPen(self._look.colour("ink"))
        painter.drawText(paper, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)

    def paint_view(self, painter: QPainter, whole: QRectF) -> None:
        """The view alone, as it is from the last rung."""
        self._ground.paint(painter, whole)

    def _paper(self, free: QRectF) -> QRectF:
        """In the middle, with its frames; with less air where the picture is low."""
        look = self._look
        metrics = QFontMetricsF(words_font(look, SIZE))
        frames = 2 * heading(look) + 2 * look.px(SIDE)
        air = min(look.px(AIR) * 0.8, max(8.0, (free.height() - frames - metrics.height() - 24) / 2))
        wide = min(free.width() - 160, metrics.horizontalAdvance(self._words) + 2 * look.px(AIR))
        tall = metrics.height() + 2 * air
        top = free.center().y() - (tall + frames) / 2 + 2 * heading(look)
        return QRectF(free.center().x() - wide / 2, top, wide, tall)
