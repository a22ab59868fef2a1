"""Small things in columns of one width, which go on in a next line where the window is narrow or the text is large."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from guesthouse.ui.parts.flow import InLines


class Columns(InLines):
    """As many columns as there is room for the widest one, at most ``most``; together they fill the width."""

    def __init__(self, parent: QWidget | None = None, *, most: int, gap: int = 0, between: int = 8) -> None:
        """``gap`` pixels are between two columns, ``between`` two lines."""
        super().__init__(parent, gap)
        self._most, self._between = most, between

    def setGeometry(self, rect: QRect) -> None:
        """Move all to their places."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """As many side by side as there may be."""
        one, columns = self._one(), max(1, min(self._most, self.count()))
        return QSize(one.width() * columns + self._gap * (columns - 1), one.height())

    def minimumSize(self) -> QSize:
        """One column."""
        return self._one()

    def _one(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def _lay(self, rect: QRect, *, move: bool) -> int:
        one, parent = self._one(), self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        columns = max(1, min(self._most, (rect.width() + self._gap) // max(1, one.width() + self._gap)))
        step = (rect.width() + self._gap) // columns
        for place, item in enumerate(self._items):
            line, column = divmod(place, columns)
            if move:
                at = columns - 1 - column if mirrored else column
                y = rect.y() + line * (one.height() + self._between)
                item.setGeometry(QRect(rect.x() + at * step, y, step - self._gap, one.height()))
        lines = -(-len(self._items) // columns)
        return max(0, lines * (one.height() + self._between) - self._between)
