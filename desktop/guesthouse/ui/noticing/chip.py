"""A chip: one word that is chosen or not."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.noticing.tints import OWN

HEIGHT = 32
SIDE = 17
MARK = 9
"""How wide the tick or the dot before the words is; its room is there when it is not, so that nothing moves."""

BETWEEN = 7
ARROWS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


def rounded(painter: QPainter, rect: QRectF) -> None:
    """A rectangle with round ends."""
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)


def paint_ring(painter: QPainter, look: Look, rect: QRectF) -> None:
    """The ring of the keyboard around a chip, and a little air inside it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, width, inset in (("card", 2.0, 2.75), ("focus", 2.0, 1.0)):
        painter.setPen(QPen(look.colour(token), width))
        rounded(painter, rect.adjusted(inset, inset, -inset, -inset))


class Chip(QPushButton):
    """A switch with round ends. Chosen it has the colour of its tint and a tick; ``walked`` tells of arrow keys."""

    walked = Signal(Qt.Key)

    def __init__(self, look: Look, text: str, tint: str = OWN, parent: QWidget | None = None) -> None:
        """A chip that is not chosen."""
        super().__init__(text.replace("&", "&&"), parent)
        self._look, self._words, self._tint = look, text, tint
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("word", True)  # it paints itself: the style sheet gives it no edges
        look.dress(self, "pill")
        look.changed.connect(self._resize)

    @property
    def words(self) -> str:
        """What stands on it."""
        return self._words

    def put(self, chosen: bool) -> None:
        """Choose it or not, without telling."""
        before = self.blockSignals(True)
        self.setChecked(chosen)
        self.blockSignals(before)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words, and the same whether it is chosen or not."""
        wide = QFontMetricsF(self._look.font("pill")).horizontalAdvance(self._words)
        return QSize(ceil(wide) + 2 * self._look.px(SIDE), self._look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk; Enter and Space choose."""
        if event.key() in ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.walked.emit(Qt.Key(event.key()))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the tick, the words, and the ring of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = self._look.colour(self._ink())
        painter.setFont(self._look.font("pill"))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(self._words) + 1
        marked = self._is_marked()
        mark, between = (self._look.px(MARK), self._look.px(BETWEEN)) if marked else (0, 0)
        start = (self.width() - wide - mark - between) / 2
        mirrored = self.isRightToLeft()
        if marked:
            at = self.width() - start - mark if mirrored else start
            self._paint_mark(painter, QRectF(at, (self.height() - mark) / 2, mark, mark))
        painter.setPen(ink)
        left = start if mirrored else start + mark + between
        painter.drawText(QRectF(left, 0, wide, self.height() - 1), int(Qt.AlignmentFlag.AlignCenter), self._words)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        ground, edge = (f"tint-{self._tint}", f"tint-{self._tint}") if self.isChecked() else self._plain()
        if self.underMouse() and not self.isChecked():
            ground = "quiet"
        painter.setBrush(self._look.colour(ground))
        painter.setPen(QPen(self._look.colour(edge), 1))
        rounded(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if self.hasFocus():
            paint_ring(painter, self._look, QRectF(self.rect()))

    def _plain(self) -> tuple[str, str]:
        """Ground and edge when it is not chosen."""
        return "well", "line"

    def _ink(self) -> str:
        return f"tint-{self._tint}-ink" if self.isChecked() else "ink"

    def _is_marked(self) -> bool:
        """Whether something stands before the words now."""
        return self.isChecked()

    def _paint_mark(self, painter: QPainter, room: QRectF) -> None:
        """A tick."""
        pen = QPen(self._look.colour(self._ink()), max(1.6, room.width() * 0.2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = ((0.0, 0.55), (0.36, 0.9), (1.0, 0.15))
        painter.drawPolyline(
            QPolygonF([QPointF(room.left() + x * room.width(), room.top() + y * room.height()) for x, y in points])
        )

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()


class GroupChip(Chip):
    """The name of a group of words, with a dot in its colour: one of them is open at a time.

    ``set_used`` fills the dot: something of the group is chosen.
    """

    def __init__(self, look: Look, text: str, tint: str, parent: QWidget | None = None) -> None:
        """A group of which nothing is chosen."""
        super().__init__(look, text, tint, parent)
        self._used = False

    def set_used(self, used: bool) -> None:
        """Whether a word of the group is chosen."""
        if used != self._used:
            self._used = used
            self.setAccessibleDescription(self.tr("Some of these are chosen") if used else "")
            self.update()

    def sizeHint(self) -> QSize:
        """The dot is always there."""
        size = super().sizeHint()
        return QSize(size.width() + self._look.px(MARK) - self._look.px(10), size.height())

    def _plain(self) -> tuple[str, str]:
        return "card", "line"

    def _is_marked(self) -> bool:
        return True

    def _paint_mark(self, painter: QPainter, room: QRectF) -> None:
        """A dot: a ring, or full."""
        ink = self._look.colour(f"tint-{self._tint}-ink" if self._look.theme != "contrast" else self._ink())
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(ink if self._used else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(room.adjusted(0.8, 0.8, -0.8, -0.8))
