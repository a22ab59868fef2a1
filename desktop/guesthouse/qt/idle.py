"""How long nothing has come from the person: no key, no pointer, no touch, and no word from an assistive tool.

What the person does is heard at the windows of the app, each once it gets the focus: that is far less than all events
of the application, and costs two readings of clocks each. Assistive tools send no keys; but the focus goes where they
work, and the cursor moves as they write, and that is heard, too.

Two clocks are asked. The one that only goes on stands still while a laptop sleeps on some systems, and the clock on
the wall can be put back; whichever tells more is believed.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from guesthouse.qt.at_windows import AtWindows

EVERY_MS = 10_000
"""So often it is looked how long it has been, while there is a limit."""

FROM_THE_PERSON = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
        QEvent.Type.NativeGesture,
    }
)


class Idle(AtWindows):
    """Emits ``lasted`` once nothing has come for as long as :meth:`allow` says.

    Whoever comes back after that long is not let in first: the touch that ends the pause goes nowhere.
    """

    lasted = Signal()

    def __init__(
        self,
        app: QApplication,
        parent: QObject,
        *,
        busy: Callable[[], bool] = lambda: False,
        clocks: tuple[Callable[[], float], Callable[[], float]] = (time.monotonic, time.time),
    ) -> None:
        """``busy``: something the person has asked for goes on, which counts as if they did something themselves.

        ``clocks`` give seconds; the first only goes on, the second is the one on the wall.
        """
        super().__init__(app, parent)
        self._busy, self._clocks = busy, clocks
        self._seconds = 0.0
        self._last = self._now()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        app.focusChanged.connect(self._touched)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._touched)

    def allow(self, minutes: int) -> None:
        """So long it may last from now on; 0 stands for as long as it likes."""
        self._seconds = minutes * 60.0
        self._last = self._now()
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def seconds(self) -> float:
        """How long it has lasted."""
        return max(now - last for now, last in zip(self._now(), self._last, strict=True))

    def look(self) -> None:
        """Whether it has lasted long enough."""
        if not self._is_over():
            return
        if self._busy():
            self._last = self._now()
            return
        self.allow(0)
        self.lasted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something has come to one of the windows."""
        if event.type() not in FROM_THE_PERSON:
            return False
        if self._is_over() and not self._busy():
            QTimer.singleShot(0, self, self.look)  # outside of the window that is in the middle of it
            return True
        self._last = self._now()
        return False

    def _touched(self, *_: object) -> None:
        if not self._is_over():
            self._last = self._now()

    def _is_over(self) -> bool:
        return bool(self._seconds) and self.seconds >= self._seconds

    def _now(self) -> tuple[float, float]:
        return self._clocks[0](), self._clocks[1]()
