"""Hears from the system that the person goes away from this computer: it goes to sleep, or its screen is locked.

On Linux the login manager tells of both, and the desktop of its own screen lock. Before a sleep the login manager is
asked to wait until the window has locked (it waits five seconds at most). On Windows and macOS nothing is heard yet,
nor where a desktop has no such bus: there the window locks on waking, since the clock on the wall went on (idle.py).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

from guesthouse.qt.system_motion import session_bus_is_there

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
MANAGER, SESSION = f"{LOGIN}.Manager", f"{LOGIN}.Session"
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
ANSWER_WITHIN = 1500  # milliseconds


class SessionWatch(QObject):
    """Emits ``leaving`` when the computer goes to sleep or its screen is locked; answer a sleep with :meth:`ready`."""

    leaving = Signal()

    def __init__(self, parent: QObject) -> None:
        """Hears nothing until :meth:`listen`."""
        super().__init__(parent)
        self._listens = False
        self._waits: QDBusUnixFileDescriptor | None = None

    def listen(self) -> None:
        """From now on; where nobody tells, nothing is ever told."""
        if self._listens or not sys.platform.startswith("linux"):
            return
        self._listens = True
        if session_bus_is_there():
            desktop = QDBusConnection.sessionBus()
            for name in SCREEN_SAVERS:  # by whatever path: desktops differ in it
                self._hear(desktop, ("", "", name), "ActiveChanged", "_screen_changed(QDBusMessage)")
        system = QDBusConnection.systemBus()
        if not system.isConnected():
            return
        self._hear(system, (LOGIN, LOGIN_PATH, MANAGER), "PrepareForSleep", "_sleep_changed(QDBusMessage)")
        self._ask(system, "GetSession", [os.environ.get("XDG_SESSION_ID") or "auto"], self._is_in)
        self._ask_to_wait()

    def ready(self) -> None:
        """The window has locked: the computer may go to sleep."""
        self._waits = None  # closes it, which is the answer

    # ---------------------------------------------------------------------------------------------- what is told

    @Slot(QDBusMessage)
    def _screen_changed(self, message: QDBusMessage) -> None:
        if message.arguments()[:1] == [True]:
            self.leaving.emit()

    @Slot(QDBusMessage)
    def _sleep_changed(self, message: QDBusMessage) -> None:
        if message.arguments()[:1] == [True]:
            self.leaving.emit()
        else:
            self._ask_to_wait()

    @Slot(QDBusMessage)
    def _session_locks(self, message: QDBusMessage) -> None:
        self.leaving.emit()

    # ----------------------------------------------------------------------------------------------------- asking

    def _is_in(self, answer: list[object]) -> None:
        """The session this window is in has this path."""
        path = getattr(answer[0], "path", lambda: "")() if answer else ""
        if path:
            system = QDBusConnection.systemBus()
            self._hear(system, (LOGIN, path, SESSION), "Lock", "_session_locks(QDBusMessage)")

    def _ask_to_wait(self) -> None:
        wish = ["sleep", "Guesthouse", "To lock what is written", "delay"]
        self._ask(QDBusConnection.systemBus(), "Inhibit", wish, self._may_wait)

    def _may_wait(self, answer: list[object]) -> None:
        if answer and isinstance(answer[0], QDBusUnixFileDescriptor):
            self._waits = answer[0]

    def _ask(self, bus: QDBusConnection, verb: str, words: list[str], then: Callable[[list[object]], None]) -> None:
        call = QDBusMessage.createMethodCall(LOGIN, LOGIN_PATH, MANAGER, verb)
        call.setArguments(words)
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call, ANSWER_WITHIN), self)

        def answered(done: QDBusPendingCallWatcher) -> None:
            if not done.isError():
                then(done.reply().arguments())
            done.deleteLater()

        watcher.finished.connect(answered)

    def _hear(self, bus: QDBusConnection, whom: tuple[str, str, str], what: str, slot: str) -> None:
        service, path, interface = whom
        bus.connect(service, path, interface, what, self, SLOT(slot))  # type: ignore[call-overload]
