"""Words, fields and chips in lines, as a sentence is set: what is too long for a line is broken or begins a new one."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QLayoutItem, QWidget

from guesthouse.ui.parts.flow import InLines

FILLS = "fills"
"""The property of a widget that takes the rest of its line."""

Line = list[tuple[QLayoutItem, int]]


class Inline(InLines):
    """Like a flow, but a text that is longer than a line is broken, and a field takes what is left of a line."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 10,
        between: int = 12,
        least: int = 220,
        centred: bool = False,
        middle: bool = False,
    ) -> None:
        """``gap`` pixels are between two in a line, ``between`` two lines; a field gets ``least`` or its own line.

        ``centred`` lines stand in the middle of the width, ``middle`` ones in the middle of the height.
        """
        super().__init__(parent, gap)
        self._between, self._least = between, least
        self._centred, self._middle = centred, middle

    def setGeometry(self, rect: QRect) -> None:
        """Move all to their places."""
        super().setGeometry(rect)
        spare = max(0, rect.height() - self.heightForWidth(rect.width())) if self._middle else 0
        self._lay(rect.adjusted(0, spare // 2, 0, 0), move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        widths = [_natural(item) for item in self._items]
        height = max((_height(item, width) for item, width in zip(self._items, widths, strict=True)), default=0)
        return QSize(sum(widths) + self._gap * max(0, len(widths) - 1), height)

    def minimumSize(self) -> QSize:
        """Narrow: everything in it can be broken."""
        tall = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(min(self._least, self.sizeHint().width()), tall)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        y = rect.y()
        for line in self._lines(rect.width()):
            tall = max(_height(item, width) for item, width in line)
            used = sum(width for _, width in line) + self._gap * (len(line) - 1)
            x = rect.x() + (max(0, rect.width() - used) // 2 if self._centred else 0)
            for item, width in line:
                height = _height(item, width)
                if move:
                    left = rect.x() + rect.right() - x - width + 1 if mirrored else x
                    item.setGeometry(QRect(QPoint(left, y + (tall - height) // 2), QSize(width, height)))
                x += width + self._gap
            y += tall + self._between
        return max(0, y - self._between - rect.y())

    def _lines(self, total: int) -> list[Line]:
        lines: list[Line] = []
        room = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            fills = widget is not None and bool(widget.property(FILLS))
            need = min(total, self._least if fills else _natural(item))
            if not lines or need > room:
                lines.append([])
                room = total
            width = room if fills else need
            lines[-1].append((item, width))
            room -= width + self._gap
        return lines


def _natural(item: QLayoutItem) -> int:
    """The width of one in a line of its own that has no end."""
    widget = item.widget()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return ceil(QFontMetricsF(widget.font()).horizontalAdvance(widget.text())) + 2
    return item.sizeHint().width()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
