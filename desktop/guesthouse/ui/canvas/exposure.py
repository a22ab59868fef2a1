"""Whether a widget can be seen: shown, and in a window that is exposed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget


class Exposure(QObject):
    """Tells when the window of ``widget`` is exposed or covered, minimised or brought back."""

    def __init__(self, widget: QWidget, tell: Callable[[bool], None]) -> None:
        """Nothing is told before :meth:`look`."""
        super().__init__(widget)
        self._widget, self._tell = widget, tell
        self._window: QWindow | None = None

    def look(self) -> None:
        """The widget was shown, maybe in another window: tell whether it can be seen, now and at each change."""
        window = self._widget.window().windowHandle()
        if window is not None and window is not self._window:
            window.installEventFilter(self)
            self._window = window
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window was exposed or covered."""
        if watched is self._window and event.type() == QEvent.Type.Expose:
            QTimer.singleShot(0, self, self._say)
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        exposed = self._window is not None and self._window.isExposed()
        self._tell(self._widget.isVisible() and exposed)
