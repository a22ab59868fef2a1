"""The list "Practices": how its rows are painted, and what the keyboard does in it."""

from __future__ import annotations

from math import ceil
from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent, QTextOption
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from guesthouse.domain.practice import Practice
from guesthouse.domain.sitting import NEW, Standing
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.lines import displayed
from guesthouse.ui.parts.quiet_list import Index, Rows
from guesthouse.ui.parts.walked_list import WalkedList
from guesthouse.ui.practices.facts import element_name, element_told, length_and_tone, said_of_it, title_of
from guesthouse.ui.practices.model import HEADING, PRACTICE, STANDING, PracticesModel

PAD = 16
PAD_Y = 12
GAP = 16
MARK = 16
ABOVE = 20
"""Free over a heading that is not the first."""
LONGEST_PURPOSE = 400
"""So many characters of a purpose are looked at: more than two lines hold."""


class PracticeRows(Rows):
    """Title with its marks, length and tone beside it or, where there is no room, below; then the purpose."""

    def __init__(self, look: Look, parent: QListView) -> None:
        """Rows in the look of now."""
        super().__init__(look, parent)
        self._view = parent
        self._measures: dict[str, QFontMetricsF] = {}
        look.changed.connect(self._measures.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines are in the width of the list."""
        practice = index.data(PRACTICE)
        if not isinstance(practice, Practice):
            return QSize(0, 0)
        width = self._view.viewport().width() - 2 * PAD
        height = self._heading_height(index) + self._title_height() + 2 * PAD_Y
        height += self._purpose_height(practice, width)
        if not self._fits_beside(practice, index, width):
            height += self._metrics("small").height() + 4
        return QSize(self._look.px(160), ceil(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One practice, and over the first of an element what that is."""
        practice = index.data(PRACTICE)
        if not isinstance(practice, Practice):
            return
        painter.save()
        over = self._heading_height(index)
        if over:
            self._heading(painter, option.rect, index, over)
        below = QStyleOptionViewItem(option)
        below.rect = option.rect.adjusted(0, round(over), 0, 0)
        self.ground(painter, below)
        self._practice(painter, QRectF(below.rect).adjusted(PAD, PAD_Y, -PAD, -PAD_Y), practice, index)
        painter.restore()

    def line(self, painter: QPainter, rect: QRectF, role: str, colour: str, text: str) -> None:
        """As in every list; the words run as their own script does, from the side where the row begins."""
        font = self._look.font(role)
        shown = self._metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        side = _side(painter)
        painter.save()
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
        painter.restore()

    # ------------------------------------------------------------------------------------------- measured

    def _metrics(self, role: str) -> QFontMetricsF:
        if role not in self._measures:
            self._measures[role] = QFontMetricsF(self._look.font(role))
        return self._measures[role]

    def _title_height(self) -> float:
        return max(self._metrics("subheading").height(), self._look.px(MARK))

    def _heading_height(self, index: Index) -> float:
        if index.data(HEADING) is None:
            return 0
        return self._metrics("small").height() + 8 + (self._look.px(ABOVE) if index.row() else 4)

    def _purpose_height(self, practice: Practice, width: float) -> float:
        if not practice.purpose.strip():
            return 0
        wide = self._metrics("soft").horizontalAdvance(_one_line(practice.purpose)) > width
        return self._metrics("soft").lineSpacing() * (2 if wide else 1) + 4

    def _fits_beside(self, practice: Practice, index: Index, width: float) -> bool:
        title = self._metrics("subheading").horizontalAdvance(_one_line(title_of(practice)))
        facts = self._metrics("small").horizontalAdvance(self._facts(practice, index))
        return title + self._marks_width(practice, index) + GAP + facts + 2 <= width

    def _marks_width(self, practice: Practice, index: Index) -> float:
        return len(_marks(practice, _standing(index))) * (self._look.px(MARK) + 6)

    def _facts(self, practice: Practice, index: Index) -> str:
        model = cast(PracticesModel, index.model())
        facts = [length_and_tone(practice) if model.grouped else model.facts(practice)]
        return " · ".join(filter(None, [*facts, said_of_it(_standing(index).verdict)]))

    # ------------------------------------------------------------------------------------------- painted

    def _heading(self, painter: QPainter, rect: QRect, index: Index, height: float) -> None:
        element = index.data(HEADING)
        line = self._metrics("small").height() + 4
        room = QRectF(rect.left() + PAD, rect.top() + height - line - 4, rect.width() - 2 * PAD, line)
        name = element_name(element)
        wide = min(room.width(), self._metrics("pill").horizontalAdvance(name) + 2)
        self.line(painter, _part(painter, room, 0, wide), "pill", "sage-ink", name)
        rest = _part(painter, room, wide + 8, room.width() - wide - 8)
        self.line(painter, rest, "small", "soft", element_told(element))

    def _practice(self, painter: QPainter, room: QRectF, practice: Practice, index: Index) -> None:
        facts = self._facts(practice, index)
        beside = self._fits_beside(practice, index, room.width())
        line = QRectF(room.left(), room.top(), room.width(), self._title_height())
        taken = self._metrics("small").horizontalAdvance(facts) + 2 if beside else 0
        marks = self._marks_width(practice, index)
        title = _one_line(title_of(practice))
        most = line.width() - marks - (taken + GAP if beside else 0)
        wide = min(most, self._metrics("subheading").horizontalAdvance(title) + 2)
        self.line(painter, _part(painter, line, 0, wide), "subheading", "ink" if practice.title else "soft", title)
        self._paint_marks(painter, _part(painter, line, wide + 6, marks), practice, index)
        if beside:
            self.line(painter, _part(painter, line, line.width() - taken, taken), "small", "soft", facts)
        top = line.bottom() + 4
        height = self._purpose_height(practice, room.width())
        if height:
            self._purpose(painter, QRectF(room.left(), top, room.width(), height - 4), practice.purpose)
            top += height
        if not beside:
            below = QRectF(room.left(), top, room.width(), self._metrics("small").height())
            self.line(painter, below, "small", "soft", facts)

    def _paint_marks(self, painter: QPainter, room: QRectF, practice: Practice, index: Index) -> None:
        side = self._look.px(MARK)
        for number, name in enumerate(_marks(practice, _standing(index))):
            spot = _part(painter, room, number * (side + 6), side)
            square = QRect(round(spot.left()), round(spot.center().y() - side / 2), side, side)
            self._look.icon(name, "clay", size=MARK).paint(painter, square)

    def _purpose(self, painter: QPainter, room: QRectF, purpose: str) -> None:
        text, metrics = _one_line(purpose), self._metrics("soft")
        if room.height() < 2 * metrics.lineSpacing() - 1:
            self.line(painter, room, "soft", "soft", text)
            return
        option = QTextOption(_side(painter))
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.setFont(self._look.font("soft"))
        painter.setPen(self._look.colour("soft"))
        most = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() * 1.85)
        painter.drawText(room, most, option)


class PracticeList(WalkedList):
    """Each row as high as its words need."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """An empty list."""
        super().__init__(look, "")
        self.setParent(parent)
        self.setAccessibleName(self.tr("Practices"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(PracticeRows(look, self))
        self._wide = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        if self._wide != self.viewport().width():
            self._wide = self.viewport().width()
            self.scheduleDelayedItemsLayout()


def _one_line(text: str) -> str:
    return " ".join(displayed(text[:LONGEST_PURPOSE]).split())


def _standing(index: Index) -> Standing:
    standing = index.data(STANDING)
    return standing if isinstance(standing, Standing) else NEW


def _marks(practice: Practice, standing: Standing) -> list[str]:
    """The icons of the marks, by name."""
    return [*(["heart-fill"] if standing.favourite else []), *(["pencil-simple"] if practice.own else [])]


def _side(painter: QPainter) -> Qt.AlignmentFlag:
    """Where lines begin."""
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def _part(painter: QPainter, line: QRectF, start: float, width: float) -> QRectF:
    """A part of a line, counted from where reading starts."""
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return QRectF(line.right() - start - width if mirrored else line.left() + start, line.top(), width, line.height())
