"""The keys of the window as a whole, and how they rest while something is over it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class WindowKeys(QObject):
    """Shortcuts that work everywhere in the window, in their order."""

    def __init__(self, window: QWidget) -> None:
        """None yet."""
        super().__init__(window)
        self._window = window
        self._resting: list[QShortcut] = []

    def add(self, keys: str, do: Callable[[], object], *, always: bool = False) -> None:
        """These keys do this, once however long they are held, ``always`` or only while the keys do not rest."""
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(do)
        if not always:
            self._resting.append(shortcut)

    def rest(self, resting: bool) -> None:
        """Do nothing for a while, or work again."""
        for shortcut in self._resting:
            shortcut.setEnabled(not resting)
