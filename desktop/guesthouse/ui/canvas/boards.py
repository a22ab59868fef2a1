"""Titles of lanes on the boards beside them, as on a railway; written once into the backdrop.

Where the lanes lie so close that one board would lie over another there are none: the box of tracks has their names.
"""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from guesthouse.domain.scene import Scene
from guesthouse.ui.canvas.lens import Lens

BOARD = 164.0
"""Design units of a board that a title may take. A longer one gets a board as long as itself."""
HIGH = 27.0
"""Design units of height that a title may take; a higher one gets a higher board."""
PAD = QSizeF(20, 8)


def write_boards(backdrop: QPixmap, scene: Scene, lens: Lens, font: QFont, ink: QColor) -> None:
    """Write the title of each lane of ``scene`` that has a board, if there is room for all of them."""
    translate = QCoreApplication.translate
    boards = [(translate("scenes", lane.title), lane.board) for lane in scene.lanes if lane.title and lane.board]
    if not boards:
        return
    metrics = QFontMetricsF(font)
    places = []
    for title, (x, y) in boards:
        is_high = metrics.height() > lens.high(y, HIGH)
        least = BOARD * lens.size.width() / lens.width if is_high else 0.0
        width = max(metrics.horizontalAdvance(title), least)
        places.append((title, _place(width, metrics.height(), lens.point(x, y), lens), lens.point(x, y), is_high))
    if any(one[1].intersects(other[1]) for one, other in combinations(places, 2)):
        return
    ground = backdrop.toImage()
    painter = QPainter(backdrop)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    for title, rect, middle, is_high in places:
        if is_high or rect.width() > BOARD * lens.k + PAD.width():
            at = (middle * lens.dpr).toPoint()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground.pixelColor(at) if ground.valid(at) else QColor(Qt.GlobalColor.white))
            painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, title)
    painter.end()


def _place(width: float, height: float, middle: QPointF, lens: Lens) -> QRectF:
    """Around the middle of the board, but not beyond the edge of the canvas."""
    rect = QRectF(0, 0, width + PAD.width(), height + PAD.height())
    rect.moveCenter(middle)
    rect.moveLeft(max(6.0, min(rect.left(), lens.size.width() - rect.width() - 6.0)))
    return rect
