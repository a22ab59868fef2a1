"""What the screens of the first run have in common: a title, much air, and a column that scrolls where it must."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel

from guesthouse.qt.look import Look
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet

WIDEST = 640


class Screen(Sheet):
    """Fill ``column``, then call :meth:`settle`."""

    def __init__(self, look: Look, title: str) -> None:
        """A screen with its title."""
        super().__init__(look, widest=WIDEST)
        self.title = label(look, "display", title)
        self.column.addStretch(1)
        self._stand(False)

    def settle(self) -> None:
        """What stands on it is a little above the middle, where there is room."""
        self.column.addStretch(2)
        self._look.changed.connect(self.make_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Closer where there is little room."""
        super().resizeEvent(event)
        self.make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Something may have come meanwhile."""
        super().showEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Where it would have to scroll there is less air."""
        self._stand(False)
        self._stand(self.height_for(self.viewport().width()) > self.viewport().height())

    def _stand(self, close: bool) -> None:
        across, down = (24, 12) if close else (32, 24)
        self.column.setContentsMargins(0, *((8, 0, 8) if close else (32, 0, 32)))
        self.column.setSpacing(8 if close else 16)
        for card in self.findChildren(Card):
            card.column.setContentsMargins(across, down, across, down)

    def words(self) -> str:
        """All that is to be read on it, for those who listen."""
        return " ".join(shown.text() for shown in self.findChildren(QLabel) if shown.isVisibleTo(self) and shown.text())
