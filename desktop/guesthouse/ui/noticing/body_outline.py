"""The outline of a body to point at, beside the chips for its places: never the only way, and no stop for Tab."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.noticing.body_shape import EVERYWHERE, SHEET, body, place_at, places

TALL = 176
EDGE = 2
GROUND = {False: "quiet-deep", True: "card"}
"""Of the body; where contrast is high it is an edge alone."""


class BodyOutline(QWidget):
    """Places that are chosen are filled; ``pointed`` tells which one was clicked."""

    pointed = Signal(str)

    def __init__(self, look: Look, names: Collection[str]) -> None:
        """Of the places called so; others cannot be pointed at."""
        super().__init__()
        self._look, self._names = look, frozenset(names)
        self._chosen: frozenset[str] = frozenset()
        self._under = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._resize)

    @property
    def is_known(self) -> bool:
        """Whether most places can be found on it: not in a language whose words it does not know."""
        return len(self._names & set(places())) * 2 > len(places())

    def show_chosen(self, chosen: Collection[str]) -> None:
        """Fill these."""
        self._chosen = frozenset(chosen)
        self.update()

    def sizeHint(self) -> QSize:
        """In proportion."""
        tall = self._look.px(TALL)
        return QSize(round(tall * SHEET.width() / SHEET.height()) + 2 * EDGE, tall + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline, and what is chosen in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(EDGE, EDGE)
        painter.scale(self._unit(), self._unit())
        plain = self._look.theme == "contrast"
        edge = QPen(self._look.colour("control" if plain else "quiet-deep"), 1.6 / self._unit())
        self._paint(painter, body(), edge, self._colour("sage" if EVERYWHERE in self._chosen else GROUND[plain], 0.5))
        for name, path in places().items():
            if name in self._chosen or name == self._under:
                self._paint(painter, path, None, self._colour("sage", 0.85 if name in self._chosen else 0.3))
        painter.end()

    def _paint(self, painter: QPainter, path: QPainterPath, edge: QPen | None, ground: QColor) -> None:
        painter.setPen(edge if edge is not None else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPath(path)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the pointer says its name."""
        under = self._place(event.position())
        if under != self._under:
            self._under = under
            self.setToolTip(under)
            self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken, so that a release comes."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """This place is meant."""
        place = self._place(event.position())
        if place and event.button() == Qt.MouseButton.LeftButton:
            self.pointed.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._under = ""
        self.update()

    def _place(self, at: QPointF) -> str:
        place = place_at((at - QPointF(EDGE, EDGE)) / self._unit())
        return place if place in self._names else ""

    def _colour(self, token: str, opacity: float) -> QColor:
        colour = QColor(self._look.colour(token))
        if token == "sage":
            colour.setAlphaF(opacity)
        return colour

    def _unit(self) -> float:
        return (self.height() - 2 * EDGE) / SHEET.height()

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()
