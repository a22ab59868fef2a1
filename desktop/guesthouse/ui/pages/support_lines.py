"""The list "People to contact": each line whole, its number to select, and a button that copies it.

A real list holds the words, so that a screen reader meets a list; the numbers and buttons stand over it, and beside it
in the tree of names, since what lies inside a list view cannot be reached there.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from guesthouse.domain.care import Line
from guesthouse.qt.dates import dated
from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label
from guesthouse.ui.support.copying import Copies

PAD = 14
GAP = 4
Index = QModelIndex | QPersistentModelIndex
WRAP = Qt.TextFlag.TextWordWrap
LINE = Qt.ItemDataRole.UserRole


def source_of(line: Line) -> str:
    """Where it was read and whether a person has checked it."""
    say = QCoreApplication.translate
    read = f"{line.source}, {dated(line.source_date)}" if line.source_date else line.source
    if line.verified:
        checked = say("SupportPage", "Source read: {source}. Checked by a person on {date}.")
        return checked.format(source=read, date=dated(line.verified))
    return say("SupportPage", "Source read: {source}; not yet checked by a person.").format(source=read)


class LineList(QWidget):
    """As tall as its lines; whatever it stands in scrolls."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """No line yet."""
        super().__init__(parent)
        self._look = look
        self._copies = Copies(look)
        self._over: list[tuple[QLabel, QPushButton]] = []
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet("QListView { border: none; }")  # the ring is around the line, not around them all
        self.list.setAccessibleName(self.tr("People to contact"))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _Delegate(look, self.list)
        self.list.setItemDelegate(self._delegate)
        look.changed.connect(self._place)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these in place of those before."""
        self.list.clear()
        for gone in (widget for pair in self._over for widget in pair):
            gone.hide()
            gone.deleteLater()
        self._copies.forget()
        self._over = [self._add(line) for line in lines]
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(0, 0)

    def _add(self, line: Line) -> tuple[QLabel, QPushButton]:
        item = QListWidgetItem(", ".join((line.name, line.number, line.reached, source_of(line))))
        item.setData(LINE, line)
        self.list.addItem(item)
        number = label(self._look, "heading", line.number, wrap=False, selectable=True)
        number.setAccessibleName(self.tr("{name}: {number}").format(name=line.name, number=line.number))
        number.setParent(self)
        name = self.tr("Copy {number}, {name}").format(name=line.name, number=line.number)
        copy = self._copies.button(line.number, name)
        copy.setParent(self)
        if self.isVisible():  # else they come into sight with the list, and nothing is laid out before
            number.show()
            copy.show()
        return number, copy

    def _place(self) -> None:
        """Every number and button over its row."""
        widest = max((self._copies.width_of(button) for _, button in self._over), default=0)
        self._delegate.button = QSize(widest, max((b.sizeHint().height() for _, b in self._over), default=0))
        width, y = max(1, self.width()), 0
        mirrored = self.isRightToLeft()
        for row, (number, button) in enumerate(self._over):
            line = self.list.item(row).data(LINE)
            height = self._delegate.height(line, width)
            self.list.item(row).setSizeHint(QSize(width, height))
            spot = self._delegate.number_rect(line, QRect(0, y, width, height))
            size = number.sizeHint()
            number.setGeometry(_mirror(QRect(spot.topLeft(), size), width, mirrored))
            place = QRect(width - PAD - widest, y + PAD, widest, self._delegate.button.height())
            button.setGeometry(_mirror(place, width, mirrored))
            y += height
        self.list.setGeometry(0, 0, width, y)
        self.list.doItemsLayout()
        self.setFixedHeight(max(1, y))


class _Delegate(QStyledItemDelegate):
    """Paints a line; the number's place stays free for the label over it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.button = QSize(0, 0)

    def height(self, line: Line, width: int) -> int:
        """Of the whole row, in pixels, when it is ``width`` pixels wide."""
        return self._rects(line, QRect(0, 0, width, 0))[3].bottom() + 1 + PAD

    def number_rect(self, line: Line, row: QRect) -> QRect:
        """Where the number stands in ``row``."""
        return self._rects(line, row)[1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Name, how and source, with a hairline above all but the first."""
        line = index.data(LINE)
        row = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        name, _, how, source = (_mirror(rect, row.width(), mirrored) for rect in self._rects(line, row))
        painter.save()
        if index.row():
            painter.fillRect(QRect(row.left() + PAD, row.top(), row.width() - 2 * PAD, 1), self._look.colour("line"))
        self._ring(painter, option)
        align = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft  # the painter mirrors it where the page is
        for rect, role, colour, text in (
            (name, "subheading", "ink", line.name),
            (how, "body", "ink", line.reached),
            (source, "small", "soft", source_of(line)),
        ):
            painter.setFont(self._look.font(role))
            painter.setPen(self._look.colour(colour))
            painter.drawText(rect, int(align) | int(WRAP), text)
        painter.restore()

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Show where the keyboard is."""
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(option.rect.adjusted(3, 3, -4, -3), 10, 10)

    def _rects(self, line: Line, row: QRect) -> tuple[QRect, QRect, QRect, QRect]:
        """Name, number, how and source, from top to bottom."""
        left, width = row.left() + PAD, row.width() - 2 * PAD
        beside = max(1, width - self.button.width() - PAD)
        name = self._rect("subheading", line.name, QRect(left, row.top() + PAD, beside, 0))
        under_button = row.top() + PAD + self.button.height() + GAP
        fits = QFontMetrics(self._look.font("heading")).horizontalAdvance(line.number) < beside
        top = name.bottom() + GAP if fits else max(name.bottom() + GAP, under_button)
        number = self._rect("heading", line.number, QRect(left, top, width, 0))
        below = max(number.bottom() + GAP, under_button)
        how = self._rect("body", line.reached, QRect(left, below, width, 0))
        source = self._rect("small", source_of(line), QRect(left, how.bottom() + GAP, width, 0))
        return name, number, how, source

    def _rect(self, role: str, text: str, room: QRect) -> QRect:
        needed = QFontMetrics(self._look.font(role)).boundingRect(QRect(0, 0, room.width(), 100000), int(WRAP), text)
        return QRect(room.left(), room.top(), room.width(), needed.height())


def _mirror(rect: QRect, width: int, mirrored: bool) -> QRect:
    """The rectangle as it stands where reading starts at the right."""
    return QRect(width - rect.left() - rect.width(), rect.top(), rect.width(), rect.height()) if mirrored else rect
