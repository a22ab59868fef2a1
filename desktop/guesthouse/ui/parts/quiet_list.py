"""Lists without a frame, and what the rows in them have in common."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from guesthouse.qt.look import Look

Index = QModelIndex | QPersistentModelIndex


class Rows(QStyledItemDelegate):
    """The ground of a row and a line of text in it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Rows in the look of now."""
        super().__init__(parent)
        self._look = look

    def ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """What is chosen, what is under the pointer, and where the keyboard is."""
        state, look = option.state, self._look
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("sage-pale" if chosen else "well"))
            painter.setPen(look.colour("pill-line") if chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, 14, 14)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRoundedRect(rect, 14, 14)

    def line(self, painter: QPainter, rect: QRectF, role: str, colour: str, text: str) -> None:
        """One line of text, cut at its end where there is no room; all of it is where the row is opened."""
        font = self._look.font(role)
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)


class QuietList(QListView):
    """A list without a frame. The ring of the keyboard is drawn around the row, not around all of them."""

    def __init__(self, look: Look, name: str) -> None:
        """A list that a screen reader calls ``name``."""
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { border: none; }")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        look.changed.connect(self.doItemsLayout)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: looking for one would read the whole book, and the search field does it better."""
