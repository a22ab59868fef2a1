"""What is noticed, as chips that can be opened and taken away, and after them the way to add more."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QItemSelection, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from guesthouse.domain.noticing import Vocabulary
from guesthouse.qt.look import Look
from guesthouse.ui.noticing.chip import HEIGHT, Chip, paint_ring, rounded
from guesthouse.ui.noticing.chip_row import GAP
from guesthouse.ui.noticing.tints import OWN, tint_of
from guesthouse.ui.parts.quiet_list import Index, QuietList, Rows
from guesthouse.ui.today.things_model import ThingsModel

SIDE = 17
CROSS = 8
BEFORE_CROSS = 10


class ThingRows(Rows):
    """A chip with a cross at its end, in the tint of the group its word is from."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """No words are known yet."""
        super().__init__(look, parent)
        self._tints: dict[str, str] = {}

    def learn(self, words: Vocabulary) -> None:
        """Know which group each word is from; a feeling comes before a sensation."""
        groups = (*words.sensations, *words.feelings)
        self._tints = {name: tint_of(one.id) for one in groups for word in one.words for name in (word.noun, word.word)}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the word and its cross, and never wider than the list."""
        words = QFontMetricsF(self._look.font("pill")).horizontalAdvance(str(index.data()))
        wide = ceil(words) + 2 + 2 * self._look.px(SIDE) + self._look.px(CROSS + BEFORE_CROSS) + GAP
        view = self.parent()
        most = view.viewport().width() if isinstance(view, QListView) else wide
        return QSize(min(wide, max(most - 1, self._look.px(96))), self._look.px(HEIGHT) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One chip."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = self._tints.get(str(index.data()), OWN)
        ink = self._look.colour(f"tint-{tint}-ink")
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        whole = _without_gap(QRectF(option.rect), mirrored)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(self._look.colour(f"tint-{tint}"))
        painter.setPen(QPen(ink, 1.6) if chosen else Qt.PenStyle.NoPen)
        rounded(painter, whole.adjusted(1, 1, -1, -1) if chosen else whole)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, self._look, whole)
        side, cross = self._look.px(SIDE), self._look.px(CROSS)
        at = whole.left() + side if mirrored else whole.right() - side - cross
        self._cross(painter, QRectF(at, whole.center().y() - cross / 2, cross, cross), tint)
        room = whole.adjusted(side, 0, -side, -1)
        taken = cross + self._look.px(BEFORE_CROSS)
        room = room.adjusted(taken, 0, 0, 0) if mirrored else room.adjusted(0, 0, -taken, 0)
        self.line(painter, room, "pill", f"tint-{tint}-ink", str(index.data()))
        painter.restore()

    def is_cross(self, at: QPoint, rect: QRectF, *, mirrored: bool) -> bool:
        """Whether this place in a chip is its cross."""
        wide = self._look.px(SIDE + CROSS + BEFORE_CROSS // 2)
        whole = _without_gap(rect, mirrored)
        return at.x() < whole.left() + wide if mirrored else at.x() > whole.right() - wide

    def _cross(self, painter: QPainter, room: QRectF, tint: str) -> None:
        pen = QPen(self._look.colour(f"tint-{tint}-ink"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for one, other in ((room.topLeft(), room.bottomRight()), (room.topRight(), room.bottomLeft())):
            painter.drawLine(QPointF(one), QPointF(other))


class ThingsList(QuietList):
    """The list "What I am noticing". One that is selected is opened; Delete, or its cross, takes it away."""

    opened = Signal(int)  # its row, or -1
    remove_asked = Signal(int)

    def __init__(self, look: Look, model: ThingsModel) -> None:
        """The list of the things in ``model``."""
        super().__init__(look, "")
        self.setAccessibleName(self.tr("What I am noticing"))
        self.setAccessibleDescription(self.tr("Select one to say how much and where; Delete removes it"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.rows = ThingRows(look, self)
        self.setItemDelegate(self.rows)
        self.setModel(model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes; Escape closes what is open, and only then leaves; Enter opens."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.remove_asked.emit(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and row >= 0:
            self.setCurrentIndex(self.model().index(row, 0))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes to the first, or to where one was."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            flag = self.selectionModel().SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.model().index(0, 0), flag)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The cross removes; anywhere else opens, or closes what was open."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        rect = QRectF(self.visualRect(index))
        if index.isValid() and self.rows.is_cross(at, rect, mirrored=self.isRightToLeft()):
            self.remove_asked.emit(index.row())
            return
        if index.isValid() and self.selectionModel().isSelected(index):
            self.clearSelection()
            return
        super().mousePressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Also when an assistive tool selects."""
        super().selectionChanged(selected, deselected)
        rows = [index.row() for index in self.selectedIndexes()]
        self.opened.emit(rows[0] if rows else -1)


class MoreChip(Chip):
    """ "+ something": a dashed edge, for what is not there yet."""

    def _paint_ground(self, painter: QPainter) -> None:
        if self.isChecked():
            super()._paint_ground(painter)
            return
        rect = QRectF(self.rect())
        painter.setBrush(self._look.colour("well") if self.underMouse() else Qt.BrushStyle.NoBrush)
        pen = QPen(self._look.colour("control"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        rounded(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5))
        if self.hasFocus():
            paint_ring(painter, self._look, rect)

    def _is_marked(self) -> bool:
        return False


class Chosen(QWidget):
    """The list, as tall as its lines, and ``more`` where the next chip would be."""

    def __init__(self, look: Look, model: ThingsModel) -> None:
        """Nothing is chosen."""
        super().__init__()
        self.list = ThingsList(look, model)
        self.list.setParent(self)
        self.more = MoreChip(look, self.tr("+ something"), "sage", self)
        self.list.installEventFilter(self)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged, look.changed):
            changed.connect(self.fit)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """The other way round in scripts that run to the left."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel over the chips scrolls the page."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False

    def minimumSizeHint(self) -> QSize:
        """Any width that the way to add more fits in."""
        return QSize(self.more.sizeHint().width(), self.height())

    def sizeHint(self) -> QSize:
        """As it is."""
        return self.minimumSizeHint()

    def fit(self) -> None:
        """Lay the lines out, and put ``more`` after the last chip."""
        size, count, wide = self.more.sizeHint(), self.list.model().rowCount(), self.width()
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if count else Qt.FocusPolicy.NoFocus)
        self.list.setGeometry(0, 0, wide, 16 * size.height() + count * size.height())
        self.list.doItemsLayout()
        last = self.list.visualRect(self.list.model().index(count - 1, 0)) if count else None
        left, top = 0, 0
        if last is not None:
            mirrored = self.isRightToLeft()
            left, top = wide - last.left() if mirrored else last.right() + 1, last.top()
            if left + size.width() > wide:
                left, top = 0, last.bottom() + 1
        self.more.setGeometry(wide - left - size.width() if self.isRightToLeft() else left, top, *size.toTuple())
        tall = max(top + size.height(), last.bottom() + 1 - GAP if last is not None else 0)
        self.list.setGeometry(0, 0, wide, tall)
        if self.height() != tall or self.minimumHeight() != tall:
            self.setFixedHeight(tall)
            self.updateGeometry()


def _without_gap(rect: QRectF, mirrored: bool) -> QRectF:
    return rect.adjusted(GAP if mirrored else 0, 0, 0 if mirrored else -GAP, -GAP)
