"""Two ways in which bars break into lines: all in the middle, or the last one at the far end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from guesthouse.ui.parts.flow import Flow


class Centred(Flow):
    """Each line stands in the middle, and all in it are equally high."""

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """The height of all lines; with ``move`` each widget goes to its place."""
        y, parent = rect.y(), self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for line in self._lines(rect.width()):
            shown = [item for item in line if not item.isEmpty()]
            tall = max((item.sizeHint().height() for item in shown), default=0)
            wide = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
            x = rect.x() + max(0, rect.width() - wide) // 2
            for item in reversed(shown) if mirrored else shown:
                size = QSize(min(item.sizeHint().width(), rect.width()), tall)
                if move:
                    item.setGeometry(QRect(QPoint(x, y), size))
                x += size.width() + self._gap
            y += tall + self._gap if tall else 0
        return max(0, y - self._gap - rect.y())


class Ends(Flow):
    """From the side where reading starts; the last one stands at the far end of a line that it shares.

    An item that breaks its own words into lines has the room that is there, and the height that it needs in it.
    """

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in ``width``."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """The height of all lines; with ``move`` each widget goes to its place, at the top of its line."""
        y, parent, last = rect.y(), self.parentWidget(), self._items[-1]
        mirrored = parent is not None and parent.isRightToLeft()
        for line in self._lines(rect.width()):
            x, tall = 0, 0
            for item in (item for item in line if not item.isEmpty()):
                size = _size(item, rect.width())
                place = rect.width() - size.width() if item is last and x else x
                if move:
                    left = rect.width() - place - size.width() if mirrored else place
                    item.setGeometry(QRect(QPoint(rect.x() + left, y), size))
                x += size.width() + self._gap
                tall = max(tall, size.height())
            y += tall + self._gap if tall else 0
        return max(0, y - self._gap - rect.y())


def _size(item: QLayoutItem, most: int) -> QSize:
    size = item.sizeHint()
    if size.width() <= most:
        return size
    return QSize(most, item.heightForWidth(most) if item.hasHeightForWidth() else size.height())
