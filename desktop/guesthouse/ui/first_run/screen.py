"""What the screens of the first run have in common: a title, much air, and a column that scrolls where it must."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from guesthouse.qt.look import Look
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet

WIDEST = 640


class Screen(Sheet):
    """Fill ``column``, then call :meth:`settle`."""

    def __init__(self, look: Look, title: str) -> None:
        """A screen with its title."""
        super().__init__(look, widest=WIDEST)
        self.title = label(look, "display", title)
        self.column.setContentsMargins(0, 32, 0, 32)
        self.column.addStretch(1)

    def settle(self) -> None:
        """What stands on it is a little above the middle, where there is room."""
        self.column.addStretch(2)

    def words(self) -> str:
        """All that is to be read on it, for those who listen."""
        return " ".join(shown.text() for shown in self.findChildren(QLabel) if shown.isVisibleTo(self) and shown.text())
