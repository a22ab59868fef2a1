"""What listens at every window of the app, dialogs and menus among them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication


class AtWindows(QObject):
    """Filters the events of each window once it gets the focus; what is done with them is its heirs' business.

    Who is made last is asked first.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        """Listen from the next window on that gets the focus."""
        super().__init__(parent)
        self._app = app
        self._resting = False
        app.focusWindowChanged.connect(self._listen_at)

    def rest(self) -> None:
        """Hear nothing any more: there is no window that it would be about."""
        if not self._resting:
            self._resting = True
            self._app.focusWindowChanged.disconnect(self._listen_at)

    def _listen_at(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # again is no second filter, but the first one to be asked
