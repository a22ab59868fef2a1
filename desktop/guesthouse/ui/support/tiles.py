"""Things of unequal height side by side, as many as there is room for, and one below the other in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.flow import InLines


class Tiles(InLines):
    """Columns of one width, filled line by line in the order of reading; what is hidden takes no room."""

    def __init__(self, parent: QWidget, look: Look, *, least: int, most: int, gap: int = 24) -> None:
        """At most ``most`` columns, each at least ``least`` design pixels wide, ``gap`` pixels apart."""
        self._known: dict[int, int] = {}  # first: Qt calls invalidate at once
        super().__init__(parent, gap)
        self._look, self._least, self._most = look, least, most

    def invalidate(self) -> None:
        """Something in it has another size."""
        self._known.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in ``width``; worked out once, since layouts around it ask many times."""
        if width not in self._known:
            self._known[width] = super().heightForWidth(width)
        return self._known[width]

    def setGeometry(self, rect: QRect) -> None:
        """Move all to their places."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """As wide as all columns; how high follows from the width that is given."""
        return QSize(self._look.px(self._least) * self._most + self._gap * (self._most - 1), 0)

    def minimumSize(self) -> QSize:
        """One column."""
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((size.width() for size in shown), default=0), 0)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        fit = (rect.width() + self._gap) // (self._look.px(self._least) + self._gap)
        columns = max(1, min(self._most, fit))
        width = (rect.width() - self._gap * (columns - 1)) // columns
        y = rect.y()
        for start in range(0, len(shown), columns):
            line = shown[start : start + columns]
            tall = max(_height(item, width) for item in line)
            if move:
                self._place(line, QRect(rect.x(), y, rect.width(), tall), width)
            y += tall + self._gap
        return max(0, y - self._gap - rect.y())

    def _place(self, line: list[QLayoutItem], room: QRect, width: int) -> None:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for number, item in enumerate(line):
            left = number * (width + self._gap)
            x = room.right() + 1 - width - left if mirrored else room.x() + left
            item.setGeometry(QRect(QPoint(x, room.y()), QSize(width, room.height())))


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
