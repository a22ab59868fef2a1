"""Buttons side by side that go on in a next line where the window is narrow or the text is large."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 12


class InLines(QLayout):
    """What layouts have in common that break lines; one says in ``_lay`` how."""

    def __init__(self, parent: QWidget | None, gap: int) -> None:
        """An empty one; ``gap`` pixels are between two in a line."""
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # Qt asks one past the end
        """The one at ``index``, or nothing."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give back the one at ``index``, or nothing."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Grows by itself in no direction."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Lines break by width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in ``width``."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """The height of all lines in the width of ``rect``; with ``move`` each goes to its place."""
        raise NotImplementedError


class Flow(InLines):
    """Lays widgets out in lines, from the side where reading starts. What is hidden takes no room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = GAP) -> None:
        """An empty flow; ``gap`` pixels are between its widgets and between its lines."""
        super().__init__(parent, gap)

    def setGeometry(self, rect: QRect) -> None:
        """Move all to their places."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest one alone."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """The height of all lines; with ``move`` each widget goes to its place, in the middle of its line."""
        y, parent = rect.y(), self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for line in self._lines(rect.width()):
            tall = max(item.sizeHint().height() for item in line)
            x = rect.x()
            for item in line:
                size = item.sizeHint()
                if move:
                    left = rect.x() + rect.right() - x - size.width() + 1 if mirrored else x
                    item.setGeometry(QRect(QPoint(left, y + (tall - size.height()) // 2), size))
                x += size.width() + self._gap
            y += tall + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Which of them stand side by side."""
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if not lines or needed > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= needed + self._gap
        return lines
