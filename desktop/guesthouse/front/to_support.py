"""To Support from whatever stands in front of the window: it is left as Esc leaves it, and nothing is lost by that.

What goes on beside the window (an export) goes on, and Support comes after it. A dialog that has something to lose is
left last and alone, so that its own question is seen. What comes up meanwhile (how an import went) stays until it was
read. A hidden window has no such key.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QToolTip

from guesthouse.front.clearing import is_nested, running
from guesthouse.front.doorway import Doorway
from guesthouse.qt.support_keys import SupportKeys
from guesthouse.ui.dialogs.ample import AmpleDialog
from guesthouse.ui.dialogs.progress import ProgressDialog
from guesthouse.ui.support.way_back import SUPPORT

LOOK_MS = 30
"""So often it is looked whether the way is free."""

MOST_POPUPS = 20


class ToSupport(QObject):
    """Hears the keys of Support over dialogs and menus of one window."""

    def __init__(self, app: QApplication, doorway: Doorway) -> None:
        """Over the window of ``doorway``."""
        super().__init__(doorway)
        self._window, self._doorway = doorway.window, doorway
        self._keys = SupportKeys(app, self)
        self._keys.pressed.connect(self.ask)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._go_on)

    def ask(self) -> None:
        """Go there, as soon as nothing is in the way."""
        if self._window.cover.is_on:
            return
        QToolTip.hideText()
        for _ in range(MOST_POPUPS):
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            popup.close()
        if not self._is_busy():
            self._leave()
        self._look.start()
        self._go_on()

    def rest(self) -> None:
        """The app ends: nothing is heard and nothing is waited for."""
        self._keys.rest()
        self._look.stop()

    def _leave(self) -> None:
        """What stands in front is left; what has something to lose only where nothing else does."""
        open_ones = self._open()
        losing = [dialog for dialog in open_ones if isinstance(dialog, AmpleDialog) and dialog.loses()]
        for dialog in [dialog for dialog in open_ones if dialog not in losing] or losing:
            dialog.reject()

    def _go_on(self) -> None:
        if self._window.cover.is_on:
            self._look.stop()
        elif not (self._is_busy() or self._open() or is_nested()):
            self._look.stop()
            self._window.go_to(SUPPORT)

    def _is_busy(self) -> bool:
        outside = self._doorway.locking.outside or bool(running(self._window))
        return outside or any(isinstance(dialog, ProgressDialog) for dialog in self._open())

    def _open(self) -> list[QDialog]:
        return [dialog for dialog in self._window.findChildren(QDialog) if dialog.isVisible()]
