"""One picture goes over into another, without anything in it moving."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainter

from guesthouse.ui.canvas.artwork import blank

Paint = Callable[[QPainter], None]


def cross_fade(painter: QPainter, size: QSizeF, before: Paint, now: Paint, share: float) -> None:
    """Paint ``before``, and ``now`` over it as far as it has come: 0 is not at all, 1 is wholly."""
    before(painter)
    over = blank(size, painter.device().devicePixelRatio())
    on_top = QPainter(over)
    on_top.setRenderHints(painter.renderHints())
    now(on_top)
    on_top.end()
    painter.save()
    painter.setOpacity(share)
    painter.drawPixmap(QPointF(0, 0), over)
    painter.restore()
