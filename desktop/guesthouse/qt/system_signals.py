"""SIGTERM and SIGINT as a Qt signal: Python's handlers would wait until Qt next runs some Python."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDS = (signal.SIGTERM, signal.SIGINT)


class SystemSignals(QObject):
    """Emits ``asked_to_end`` when the system or the terminal asks the app to end."""

    asked_to_end = Signal()

    def __init__(self, parent: QObject) -> None:
        """Listen from now on; only the main thread may."""
        super().__init__(parent)
        self._here, self._there = socket.socketpair()
        for end in (self._here, self._there):
            end.setblocking(False)
        self._earlier_fd = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._earlier = {number: signal.signal(number, self._noted) for number in ENDS}
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def let_go(self) -> None:
        """Listen no more, and leave the handlers as they were."""
        self._notifier.setEnabled(False)
        for number, handler in self._earlier.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._earlier_fd)
        self._here.close()
        self._there.close()

    def _noted(self, number: int, frame: FrameType | None) -> None:
        """Nothing to do here: the byte in the socket is what counts."""

    def _heard(self) -> None:
        if any(byte in ENDS for byte in self._here.recv(64)):
            self.asked_to_end.emit()
