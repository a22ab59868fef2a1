"""A small screen reader: finds, presses and reads what the app offers over AT-SPI, as assistive tools do on Linux.

The names and signatures are those of the AT-SPI D-Bus interfaces (org.a11y.atspi.Accessible and its kin).
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.screen import Screen

T = TypeVar("T")
ATSPI = "org.a11y.atspi."
PATIENCE = 30.0
CHECKED, ENABLED, SHOWING = 1 << 4, 1 << 8, 1 << 25
"""Bits of AT-SPI's states (atspi-constants.h)."""

LABELLED_BY = 2
"""The relation of a control to its label."""


@dataclass(frozen=True)
class Node:
    """One accessible object on the bus."""

    bus: DBusConnection
    owner: str
    path: str

    def call(self, interface: str, method: str, signature: str | None = None, *body: Any) -> Any:
        """Call a method; what it returns, without the tuple around a single value."""
        address = DBusAddress(self.path, self.owner, ATSPI + interface)
        reply = self.bus.send_and_get_reply(new_method_call(address, method, signature, body), timeout=PATIENCE)
        if reply.header.message_type is MessageType.error:
            raise LookupError(f"{method} is not answered: {reply.body}")
        return reply.body[0] if len(reply.body) == 1 else reply.body

    def get(self, interface: str, name: str) -> Any:
        """A property."""
        address = DBusAddress(self.path, self.owner, ATSPI + interface)
        reply = self.bus.send_and_get_reply(Properties(address).get(name), timeout=PATIENCE)
        if reply.header.message_type is MessageType.error:
            raise LookupError(f"{name} is not answered: {reply.body}")
        return reply.body[0][1]

    @property
    def name(self) -> str:
        """What is said first."""
        return str(self.get("Accessible", "Name"))

    @property
    def role(self) -> str:
        """What kind of thing it is."""
        return str(self.call("Accessible", "GetRoleName"))

    @property
    def state(self) -> int:
        """How it is now: the first 32 of AT-SPI's states, a bit for each."""
        return int(self.call("Accessible", "GetState")[0])

    @property
    def showing(self) -> bool:
        """Whether it can be seen now."""
        return bool(self.state & SHOWING)

    @property
    def usable(self) -> bool:
        """Whether one can do anything with it now."""
        return bool(self.state & ENABLED)

    @property
    def checked(self) -> bool:
        """Whether it is switched on, or the chosen one."""
        return bool(self.state & CHECKED)

    @property
    def labels(self) -> list[str]:
        """The names of what stands beside it as its label."""
        relations = self.call("Accessible", "GetRelationSet")
        return [
            Node(self.bus, *target).name for kind, targets in relations if kind == LABELLED_BY for target in targets
        ]

    def children(self) -> list[Node]:
        """What lies inside."""
        return [Node(self.bus, owner, path) for owner, path in self.call("Accessible", "GetChildren")]

    def walk(self) -> Iterator[Node]:
        """It and everything inside that is still there when it is asked."""
        yield self
        try:
            inside = self.children()
        except LookupError:
            return
        for child in inside:
            yield from child.walk()

    def seen(self) -> Iterator[Node]:
        """It and everything inside that can be seen; what lies in something hidden is not even asked."""
        try:
            if self.role != "application" and not self.showing:
                return
            inside = self.children()
        except LookupError:
            return
        yield self
        for child in inside:
            yield from child.seen()

    def press(self) -> None:
        """Do the first thing one can do with it."""
        self.call("Action", "DoAction", "i", 0)

    def write(self, text: str) -> None:
        """Replace its text, without any key."""
        self.call("EditableText", "SetTextContents", "s", text)

    def set_value(self, value: float) -> None:
        """Move it to a value, without any key."""
        address = DBusAddress(self.path, self.owner, ATSPI + "Value")
        self.bus.send_and_get_reply(Properties(address).set("CurrentValue", "d", value), timeout=PATIENCE)

    def read(self) -> str:
        """Its text."""
        return str(self.call("Text", "GetText", "ii", 0, -1))


class Visit:
    """The app running in a real window, as somebody with a screen reader meets it."""

    def __init__(
        self, screen: Screen, folder: Path, *, under: Sequence[str] = (), more: Mapping[str, str] | None = None
    ) -> None:
        """Start the command in ``folder``, ``under`` another one and with ``more`` in its environment, and wait for its
        window.
        """
        line = [*under, sys.executable, "-m", "guesthouse", "--data-dir", str(folder)]
        self.process = subprocess.Popen(line, env=screen.environ(more), stderr=subprocess.PIPE, text=True)
        self.bus = open_dbus_connection(bus=_accessibility_bus(screen))
        self.app = self.wait_for(self._application, "the app on the accessibility bus")

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()
        self.bus.close()
        assert self.process.stderr is not None
        self.process.stderr.close()

    def find(self, name: str, *roles: str) -> Node:
        """The thing that is called ``name`` and can be seen."""
        return self.wait_for(lambda: self.look_for(name, *roles), f"{name!r}")

    def look_for(self, name: str, *roles: str) -> Node | None:
        """The same without waiting."""
        for node in self.app.seen():
            try:
                if node.name == name and (not roles or node.role in roles):
                    return node
            except LookupError:
                continue
        return None

    def find_usable(self, name: str) -> Node:
        """The same, once one can do anything with it."""

        def look() -> Node | None:
            there = self.look_for(name)
            return there if there is not None and there.usable else None

        return self.wait_for(look, f"{name!r}, to be pressed")

    def all_seen(self, role: str) -> list[Node]:
        """Everything of this kind that can be seen; what goes away while one looks is left out."""
        found = []
        for node in self.app.seen():
            with suppress(LookupError):
                if node.role == role:
                    found.append(node)
        return found

    def listed(self, name: str) -> list[str]:
        """The names of the items of a list that can be seen."""
        return [child.name for child in self.find(name, "list").children() if child.role == "list item"]

    def box(self, label: str) -> Node:
        """The combo box that has this label."""

        def look() -> Node | None:
            boxes = self.all_seen("combo box")
            return next((box for box in boxes if label in box.labels), None)

        return self.wait_for(look, f"a box with the label {label!r}")

    def gone(self, name: str, *roles: str) -> None:
        """Wait until nothing that is called so can be seen."""
        self.wait_for(lambda: self.look_for(name, *roles) is None, f"no {name!r}")

    def go_to(self, room: str) -> None:
        """Press a room's name on the rail."""
        self.find(room, "radio button").press()

    def let_in(self, words: str) -> None:
        """Type a thought and let it in; returns when it is seen."""
        self.find("What is visiting right now?").write(words)
        self.find("Let it in").press()
        self.wait_for(lambda: words in self.listed("Visitors here now"), f"{words!r} among the visitors")

    def kill(self) -> None:
        """As if the power went out."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self) -> int:
        """Ask the app to end; returns its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def wait_for(self, look: Callable[[], T | None], what: str) -> T:
        """Ask again and again until there is an answer, or patience ends."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                if found := look():
                    return found
            except LookupError:
                pass
            if self.process.poll() is not None:
                raise AssertionError(f"the app ended with {self.process.returncode} before there was {what}")
        raise AssertionError(f"not there after {PATIENCE:.0f} s: {what}; to be seen: {self._names()}")

    def _application(self) -> Node | None:
        desktop = Node(self.bus, ATSPI + "Registry", "/org/a11y/atspi/accessible/root")
        for application in desktop.children():
            if self._pid(application.owner) == self.process.pid and application.children():
                return application
        return None

    def _names(self) -> list[str]:
        """What can be seen, for whoever looks for what went wrong."""
        names = []
        with suppress(LookupError, AttributeError):
            for node in self.app.seen():
                names.append(node.name)
        return [name for name in names if name]

    def _pid(self, owner: str) -> int:
        address = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        call = new_method_call(address, "GetConnectionUnixProcessID", "s", (owner,))
        reply = self.bus.send_and_get_reply(call, timeout=PATIENCE)
        return int(reply.body[0]) if reply.header.message_type is MessageType.method_return else 0


def _accessibility_bus(screen: Screen) -> str:
    """The address of the bus that assistive tools use, as the session's bus knows it."""
    with open_dbus_connection(bus=screen.bus) as session:
        address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        reply = session.send_and_get_reply(new_method_call(address, "GetAddress"), timeout=PATIENCE)
        return str(reply.body[0])
