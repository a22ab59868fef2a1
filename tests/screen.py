"""A screen of one's own for tests of the real window: X without a monitor, a window manager, and a screen reader's bus.

Without a window manager no window is ever active, and shortcuts never arrive.
"""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HOW = "python3 packaging/dev.py test installs what is missing"
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 20.0  # seconds for each of the programs to be up


@dataclass(frozen=True)
class Screen:
    """A screen that is up: its X display, its D-Bus session and the folder for their sockets."""

    display: str
    bus: str
    runtime: Path

    def environ(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """The environment for a child with a real window on this screen, seen by assistive tools."""
        return {
            **os.environ,
            "DISPLAY": self.display,
            "DBUS_SESSION_BUS_ADDRESS": self.bus,
            "XDG_RUNTIME_DIR": str(self.runtime),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            **(more or {}),
        }


def program(*names: str) -> str:
    """The path of the first of these programs that is there."""
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"{names[0]} is missing: {HOW}"
    return found


def first_line(stream: int, what: str) -> str:
    """The line a program writes once it is ready."""
    assert select.select([stream], [], [], PATIENCE)[0], f"{what} did not come up in {PATIENCE:.0f} s"
    line = os.read(stream, 4096).decode().strip()
    assert line, f"{what} ended at once"
    return line


@contextlib.contextmanager
def going(line: list[str], **how: object) -> Iterator[subprocess.Popen[bytes]]:
    """A program that ends, with all its children, when the block does."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    child = subprocess.Popen(line, start_new_session=True, **{**quiet, **how})  # type: ignore[call-overload]
    try:
        yield child
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGTERM)
        try:
            child.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
        if child.stdout:
            child.stdout.close()


@contextlib.contextmanager
def open_screen(folder: Path, size: str = "1360x860x24") -> Iterator[Screen]:
    """Bring up a screen with everything on it; `folder` takes the sockets and must be this test run's own."""
    folder.chmod(0o700)
    with contextlib.ExitStack() as stack:
        # Without -noreset the server throws everybody out when its first client leaves, the window manager too.
        # -r: on a busy machine a key that is released late would repeat.
        x_line = [program("Xvfb"), "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset", "-r"]
        x = stack.enter_context(going(x_line, stdout=subprocess.PIPE))
        assert x.stdout
        display = ":" + first_line(x.stdout.fileno(), "Xvfb")
        bus_line = [program("dbus-daemon"), "--session", "--nofork", "--print-address=1"]
        own = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        environ = {**os.environ, **own, "DISPLAY": display}
        bus = stack.enter_context(going(bus_line, stdout=subprocess.PIPE, env=environ))
        assert bus.stdout
        environ["DBUS_SESSION_BUS_ADDRESS"] = first_line(bus.stdout.fileno(), "dbus-daemon")
        stack.enter_context(going([program(*BUS_LAUNCHERS), "--launch-immediately"], env=environ))
        manager_line = [program("openbox"), "--sm-disable", "--startup", "echo up"]
        manager = stack.enter_context(going(manager_line, stdout=subprocess.PIPE, env=environ))
        assert manager.stdout
        first_line(manager.stdout.fileno(), "openbox")
        yield Screen(display, environ["DBUS_SESSION_BUS_ADDRESS"], folder)
