"""SIGTERM and SIGINT as a Qt signal: Python's handlers would wait until Qt next runs some Python.

A pair of sockets with a QSocketNotifier would do the same, but this app opens no sockets of its own, of no kind: a pipe
and a thread that sleeps on it work on every system (on Windows a notifier knows nothing but sockets).
"""

from __future__ import annotations

import os
import signal
from threading import Thread
from types import FrameType

from PySide6.QtCore import QObject, Qt, Signal

ENDS = (signal.SIGTERM, signal.SIGINT)


class SystemSignals(QObject):
    """Emits ``asked_to_end`` when the system or the terminal asks the app to end."""

    asked_to_end = Signal()

    _came = Signal()  # in the thread that listens; heard in the one of Qt

    def __init__(self, parent: QObject) -> None:
        """Listen from now on; only the main thread may."""
        super().__init__(parent)
        self._here, self._there = os.pipe()
        if os.name == "posix":  # elsewhere it need not be, and before Python 3.12 cannot
            os.set_blocking(self._there, False)
        self._came.connect(self.asked_to_end, Qt.ConnectionType.QueuedConnection)
        self._earlier_fd = signal.set_wakeup_fd(self._there, warn_on_full_buffer=False)
        self._earlier = {number: signal.signal(number, self._noted) for number in ENDS}
        self._listener = Thread(target=self._listen, name="system signals", daemon=True)
        self._listener.start()

    def let_go(self) -> None:
        """Listen no more, and leave the handlers as they were."""
        for number, handler in self._earlier.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._earlier_fd)
        os.close(self._there)  # which is the end of what the listener reads
        self._listener.join()
        os.close(self._here)

    def _noted(self, number: int, frame: FrameType | None) -> None:
        """Nothing to do here: the byte in the pipe is what counts."""

    def _listen(self) -> None:
        while heard := os.read(self._here, 64):
            if any(byte in ENDS for byte in heard):
                self._came.emit()
