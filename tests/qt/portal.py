"""Run as a child: a desktop portal that has animations switched off and then on, and the app's own ear for it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject
from PySide6.QtGui import QGuiApplication

from guesthouse.qt.system_motion import PORTAL, SystemMotion

SERVICE, PATH, INTERFACE = PORTAL


class Portal(QDBusVirtualObject):
    """Answers as a portal does."""

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, bus: QDBusConnection) -> bool:
        _namespace, key = message.arguments()
        if key != "enable-animations":
            return bool(bus.send(message.createErrorReply("org.freedesktop.portal.Error.NotFound", key)))
        reply = message.createReply()
        reply.setArguments([QDBusVariant(False)])
        return bool(bus.send(reply))


def main() -> None:
    """Say what was told, one line each; end after the second."""
    app = QGuiApplication([])
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "portal")
    portal = Portal()
    assert bus.registerVirtualObject(PATH, portal)
    assert bus.registerService(SERVICE)
    system = SystemMotion()

    def told(reduced: bool) -> None:
        print("reduced" if reduced else "full", flush=True)
        if not reduced:
            app.quit()
            return
        signal = QDBusMessage.createSignal(PATH, INTERFACE, "SettingChanged")
        signal.setArguments(["org.gnome.desktop.interface", "enable-animations", QDBusVariant(True)])
        bus.send(signal)

    system.told.connect(told)
    system.ask()
    QTimer.singleShot(20_000, app.quit)
    app.exec()


if __name__ == "__main__":
    main()
