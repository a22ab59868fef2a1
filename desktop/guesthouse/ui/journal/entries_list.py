"""The list "Entries": how its rows are painted, and what the keyboard does in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import cast

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from guesthouse.domain.journal import Line
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.lines import displayed
from guesthouse.ui.journal.entries_model import LINE, MONTH, EntriesModel
from guesthouse.ui.journal.words import short_moment, untitled
from guesthouse.ui.parts.quiet_list import Index, Rows
from guesthouse.ui.parts.walked_list import WalkedList

PAD = 16
PAD_Y = 11
LINES = 2
UTF16 = 0xFFFF


class EntryRows(Rows):
    """Title and hour on a line, and below them the opening in at most two; over the first of a month its name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All entries are equally high; over each is room for the name of a month."""
        title = QFontMetricsF(self._look.font("button")).height()
        words = QFontMetricsF(self._look.font("reading-small")).lineSpacing() * LINES
        return QSize(self._look.px(160), ceil(self._above() + title + words + 4 + 2 * PAD_Y))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One entry."""
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        month = index.data(MONTH)
        whole = QRectF(option.rect)
        if month is not None:
            over = QRectF(whole.left() + PAD, whole.top(), whole.width() - 2 * PAD, self._above())
            self.line(painter, over, "small", "soft", month)
        below = QStyleOptionViewItem(option)
        below.rect = option.rect.adjusted(0, round(self._above()), 0, 0)
        self.ground(painter, below)
        self._entry(painter, QRectF(below.rect).adjusted(PAD, PAD_Y, -PAD, -PAD_Y), line, index)
        painter.restore()

    def _above(self) -> float:
        return QFontMetricsF(self._look.font("small")).height() + 4

    def _entry(self, painter: QPainter, room: QRectF, line: Line, index: Index) -> None:
        model = cast(EntriesModel, index.model())
        when = short_moment(line.written, model.now)
        small, bold = (QFontMetricsF(self._look.font(role)) for role in ("small", "button"))
        wide = min(small.horizontalAdvance(when) + 2, room.width() * 0.5)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top = QRectF(room.left(), room.top(), room.width(), bold.height())
        at = top.left() if mirrored else top.right() - wide
        self.line(painter, QRectF(at, top.top(), wide, top.height()), "small", "soft", when)
        at = top.left() + wide + 10 if mirrored else top.left()
        name = QRectF(at, top.top(), top.width() - wide - 10, top.height())
        title = " ".join(displayed(line.title).split())
        if line.title_marks and title == line.title:
            self._set(painter, name, title, "button", "ink", marks=line.title_marks, most=1)
        else:
            self.line(painter, name, "button", "ink" if title else "soft", title or untitled())
        words = QRectF(room.left(), top.bottom() + 4, room.width(), room.bottom() - top.bottom() - 4)
        self._set(painter, words, line.opening, "reading-small", "soft", marks=line.marks, most=LINES)

    def _set(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        role: str,
        colour: str,
        *,
        marks: Sequence[tuple[int, int]],
        most: int,
    ) -> None:
        """A text in at most ``most`` lines, cut at its end, what was found on a ground of lamplight."""
        shown = displayed(text)
        layout = QTextLayout(shown, self._look.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._mark(shown, start, end) for start, end in marks])
        spacing = QFontMetricsF(self._look.font(role)).lineSpacing()
        layout.beginLayout()
        for number in range(most):
            made = layout.createLine()
            if not made.isValid():
                break
            made.setLineWidth(room.width())
            made.setPosition(QPointF(0, number * spacing))
        more = layout.createLine()
        if more.isValid():
            more.setPosition(QPointF(0, (most + 1) * spacing))  # out of sight, with its marks
        layout.endLayout()
        painter.setPen(self._look.colour(colour))
        painter.save()
        painter.setClipRect(QRectF(room.left() - 2, room.top(), room.width() + 4, most * spacing))
        layout.draw(painter, room.topLeft())
        painter.restore()
        if more.isValid():
            last = layout.lineAt(most - 1)
            self._dots(painter, room, last.naturalTextWidth(), room.top() + (most - 1) * spacing, role)

    def _dots(self, painter: QPainter, room: QRectF, after: float, top: float, role: str) -> None:
        metrics = QFontMetricsF(self._look.font(role))
        at = min(after, room.width() - metrics.horizontalAdvance("…"))
        painter.setFont(self._look.font(role))
        painter.drawText(QPointF(room.left() + at, top + metrics.ascent()), "…")

    def _mark(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = _units(text[:start]), _units(text[start:end])
        format_ = made.format
        format_.setBackground(self._look.colour("lamp"))
        format_.setForeground(self._look.colour("on-lamp"))
        made.format = format_
        return made


class EntriesList(WalkedList):
    """Several can be chosen, put away, and asked what can be done with them."""

    menu_asked = Signal(QPoint)
    delete_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """An empty list; several entries can be chosen at once, with Ctrl or Shift."""
        super().__init__(look, "")
        self.setParent(parent)
        self.setAccessibleName(self.tr("Entries"))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(EntryRows(look, self))

    def entries(self) -> list[str]:
        """The ids of those that are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        lines = (cast(EntriesModel, self.model()).line(row) for row in rows)
        return [line.id for line in lines if line is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the arrows walk; Delete asks."""
        if event.key() == Qt.Key.Key_Delete and self.selectedIndexes():
            self.delete_asked.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What one can do with what is chosen."""
        if self.selectedIndexes():
            self.menu_asked.emit(event.globalPos())

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(LINE) is not None:
            super()._clicked(index)


def _units(text: str) -> int:
    """Qt counts in UTF-16."""
    return len(text) + sum(ord(character) > UTF16 for character in text)
