"""The list "Word exercises": what is in it, and how a row is painted."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelection, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent, QTextOption
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from guesthouse.domain.exercise import ExerciseText
from guesthouse.qt.look import Look
from guesthouse.ui.parts.quiet_list import Index, Rows
from guesthouse.ui.parts.walked_list import WalkedList
from guesthouse.ui.practices.facts import minutes_said

NO_PARENT = QModelIndex()
TEXT = Qt.ItemDataRole.UserRole
PAD, PAD_Y, GAP = 16, 12, 16


class ExercisesModel(QAbstractListModel):
    """In the order in which they are offered."""

    def __init__(self) -> None:
        """None yet."""
        super().__init__()
        self.texts: list[ExerciseText] = []

    def show_texts(self, texts: Sequence[ExerciseText]) -> None:
        """These in the place of those before."""
        self.beginResetModel()
        self.texts = list(texts)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.texts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The exercise, its title, and what is known about it in words."""
        if not index.isValid() or not 0 <= index.row() < len(self.texts):
            return None
        text = self.texts[index.row()]
        if role == TEXT:
            return text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{minutes_said(text.minutes)}. {text.purpose}"
        return None


class ExerciseRows(Rows):
    """Title, minutes beside it or, where there is no room, below; then the purpose."""

    def __init__(self, look: Look, view: QListView) -> None:
        """Rows in the look of now."""
        super().__init__(look, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines are in the width of the list."""
        text = index.data(TEXT)
        if not isinstance(text, ExerciseText):
            return QSize(0, 0)
        width = self._view.viewport().width() - 2 * PAD
        title, small = self._metrics("subheading"), self._metrics("small")
        tall = title.height() + 4 + self._purpose_height(text, width) + 2 * PAD_Y
        if not self._beside(text, width):
            tall += small.height() + 4
        return QSize(self._look.px(160), ceil(tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One exercise."""
        text = index.data(TEXT)
        if not isinstance(text, ExerciseText):
            return
        painter.save()
        self.ground(painter, option)
        room = QRectF(option.rect).adjusted(PAD, PAD_Y, -PAD, -PAD_Y)
        title = self._metrics("subheading").height()
        head = QRectF(room.left(), room.top(), room.width(), title)
        beside = self._beside(text, room.width())
        facts = minutes_said(text.minutes)
        if beside:
            wide = self._metrics("small").horizontalAdvance(facts) + 2
            self.line(painter, _end(painter, head, wide), "small", "soft", facts)
        self.line(painter, head, "subheading", "ink", text.title)
        height = self._purpose_height(text, room.width())
        below = QRectF(room.left(), head.bottom() + 4, room.width(), height)
        option_ = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option_.setTextDirection(painter.layoutDirection())
        painter.setFont(self._look.font("soft"))
        painter.setPen(self._look.colour("soft"))
        painter.drawText(below, text.purpose, option_)
        if not beside:
            line = QRectF(room.left(), below.bottom() + 4, room.width(), self._metrics("small").height())
            self.line(painter, line, "small", "soft", facts)
        painter.restore()

    def _metrics(self, role: str) -> QFontMetricsF:
        return QFontMetricsF(self._look.font(role))

    def _beside(self, text: ExerciseText, width: float) -> bool:
        title = self._metrics("subheading").horizontalAdvance(text.title)
        return title + GAP + self._metrics("small").horizontalAdvance(minutes_said(text.minutes)) + 2 <= width

    def _purpose_height(self, text: ExerciseText, width: float) -> float:
        room = QRectF(0, 0, max(1.0, width), 10_000)
        return self._metrics("soft").boundingRect(room, int(Qt.TextFlag.TextWordWrap), text.purpose).height()


class ExerciseList(WalkedList):
    """As high as its rows are: the page around it scrolls."""

    def __init__(self, look: Look) -> None:
        """Empty."""
        super().__init__(look, "")
        self.setAccessibleName(self.tr("Word exercises"))
        self.model_ = ExercisesModel()
        self.setModel(self.model_)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(ExerciseRows(look, self))
        self.model_.modelReset.connect(self.fit)
        look.changed.connect(self.fit)
        self._wide = 0

    def text_at(self, index: QModelIndex) -> ExerciseText | None:
        """The exercise of this row."""
        text = index.data(TEXT)
        return text if isinstance(text, ExerciseText) else None

    def row_of(self, exercise_id: str) -> int:
        """Its row, or -1."""
        return next((row for row, text in enumerate(self.model_.texts) if text.id == exercise_id), -1)

    def fit(self) -> None:
        """Take the height of all rows."""
        tall = sum(self.sizeHintForRow(row) for row in range(self.model_.rowCount()))
        self.setFixedHeight(max(8, tall + 8))
        self.scheduleDelayedItemsLayout()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """One is always chosen: pressing that once more, as an assistive tool does, chooses it anew."""
        super().selectionChanged(selected, deselected)
        before = deselected.indexes()
        if before and not self.selectedIndexes():
            self.setCurrentIndex(before[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        if self._wide != self.viewport().width():
            self._wide = self.viewport().width()
            self.fit()


def _end(painter: QPainter, line: QRectF, width: float) -> QRectF:
    """The last ``width`` of a line, on the side where reading ends."""
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return QRectF(line.left() if mirrored else line.right() - width, line.top(), width, line.height())
