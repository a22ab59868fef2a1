"""Run as a child: a login manager and a screen saver on a bus of their own, and the app's own ear for them."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor, QDBusVirtualObject
from PySide6.QtGui import QGuiApplication

from guesthouse.qt.session_watch import LOGIN, LOGIN_PATH, MANAGER, SESSION, SessionWatch

OURS, OTHERS = f"{LOGIN_PATH}/session/_32", f"{LOGIN_PATH}/session/_37"


class Manager(QDBusVirtualObject):
    """Answers as a login manager does, and remembers who asked it to wait before a sleep."""

    def __init__(self) -> None:
        super().__init__()
        self.read, self.write = os.pipe()
        self.asked: list[str] = []

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:
        self.asked.append(message.member())
        reply = message.createReply()
        if message.member() == "GetSession":
            reply.setArguments([QDBusObjectPath(OURS)])
        else:
            reply.setArguments([QDBusUnixFileDescriptor(self.write)])
            os.close(self.write)  # one copy goes to who has asked, and one is in the reply
        return bool(bus.send(reply))

    def is_free(self) -> bool:
        """Whether nobody asks to wait any more: then the pipe has come to its end."""
        os.set_blocking(self.read, False)
        try:
            return os.read(self.read, 1) == b""
        except BlockingIOError:
            return False


def told_by(send: Callable[..., None]) -> list[Callable[[], None]]:
    """What is sent, one after the other: four of them mean that the person goes away."""
    return [
        lambda: send("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", False),
        lambda: send("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", True),
        lambda: send("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True),
        lambda: send(OTHERS, SESSION, "Lock"),
        lambda: send(OURS, SESSION, "Lock"),
        lambda: send(LOGIN_PATH, MANAGER, "PrepareForSleep", False),
        lambda: send(LOGIN_PATH, MANAGER, "PrepareForSleep", True),
    ]


def main() -> None:
    """Say what was heard, one line each."""
    app = QGuiApplication([])
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SystemBus, "manager")
    manager = Manager()
    assert bus.registerVirtualObject(LOGIN_PATH, manager)
    assert bus.registerService(LOGIN)

    def send(path: str, interface: str, name: str, *words: object) -> None:
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(words))
        bus.send(signal)

    holder, steps, told = QObject(), told_by(send), list[str]()
    watch = SessionWatch(holder)

    def tell_waiting() -> None:
        print("free" if manager.is_free() else "held", flush=True)

    def go_on() -> None:
        if not {"Inhibit", "GetSession"} <= set(manager.asked):
            return
        if steps:
            steps.pop(0)()
        elif len(told) == 4:
            turn.stop()
            tell_waiting()
            watch.ready()
            QTimer.singleShot(300, lambda: (tell_waiting(), app.quit()))

    watch.leaving.connect(lambda: (told.append("leaving"), print("leaving", flush=True)))
    watch.listen()
    turn = QTimer()
    turn.timeout.connect(go_on)
    turn.start(50)
    QTimer.singleShot(20_000, app.quit)
    app.exec()


if __name__ == "__main__":
    main()
