"""Asks the system whether it wishes for reduced motion, which Qt 6.11 does not tell. Nothing waits for the answer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, QProcess, Qt, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QGuiApplication

PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
QUESTIONS = (("org.gnome.desktop.interface", "enable-animations"), ("org.freedesktop.appearance", "reduced-motion"))
ANSWER_WITHIN = 1500  # milliseconds
SPI_GETCLIENTAREAANIMATION = 0x1042


class SystemMotion(QObject):
    """The system's wish; ``told`` brings it once it is known and whenever it changes."""

    told = Signal(bool)

    def ask(self) -> None:
        """Ask in the way of this platform; where there is no way, nothing is ever told."""
        if sys.platform == "win32":
            self._repeat_when_active(self._ask_windows)
        elif sys.platform == "darwin":
            self._repeat_when_active(self._ask_macos)
        elif session_bus_is_there():
            self._ask_portal()

    def _repeat_when_active(self, ask: object) -> None:
        """These two have no signal that reaches us: ask now, and again when the person comes back to the window."""
        assert callable(ask)
        ask()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(lambda s: ask() if s == Qt.ApplicationState.ApplicationActive else None)

    def _ask_portal(self) -> None:
        bus = QDBusConnection.sessionBus()
        service, path, interface = PORTAL
        heard = SLOT("_setting_changed(QDBusMessage)")
        bus.connect(service, path, interface, "SettingChanged", self, heard)  # type: ignore[call-overload]
        for question in QUESTIONS:
            call = QDBusMessage.createMethodCall(*PORTAL, "ReadOne")
            call.setArguments(list(question))
            watcher = QDBusPendingCallWatcher(bus.asyncCall(call, ANSWER_WITHIN), self)
            watcher.finished.connect(lambda w, asked=question: self._answered(w, asked))

    def _answered(self, watcher: QDBusPendingCallWatcher, asked: tuple[str, str]) -> None:
        if not watcher.isError():
            self.hear([*asked, *watcher.reply().arguments()])
        watcher.deleteLater()

    @Slot(QDBusMessage)
    def _setting_changed(self, message: QDBusMessage) -> None:
        self.hear(message.arguments())

    def hear(self, arguments: list[object]) -> None:
        """The portal told a namespace, a key and its value; anything else is passed over."""
        if len(arguments) != 3 or (arguments[0], arguments[1]) not in QUESTIONS:
            return
        value = arguments[2].variant() if isinstance(arguments[2], QDBusVariant) else arguments[2]
        if arguments[1] == "enable-animations":
            self.told.emit(not value)
        elif value:  # 0 is "no preference" and must not talk over enable-animations
            self.told.emit(True)

    def _ask_windows(self) -> None:
        import ctypes  # only there does it have a windll

        animates = ctypes.c_int(1)
        windll = getattr(ctypes, "windll")  # noqa: B009  the name exists on Windows only, also for the type checker
        if windll.user32.SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animates), 0):
            self.told.emit(not animates.value)

    def _ask_macos(self) -> None:
        process = QProcess(self)
        process.finished.connect(lambda: self.told.emit(bytes(process.readAllStandardOutput().data()).strip() == b"1"))
        process.finished.connect(process.deleteLater)
        process.start("/usr/bin/defaults", ["read", "com.apple.universalaccess", "reduceMotion"])


def session_bus_is_there() -> bool:
    """Whether there is a session's bus. Without one the D-Bus library would try to launch a bus, which takes long."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(runtime) and Path(str(runtime), "bus").exists()
