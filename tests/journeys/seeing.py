"""Whoever watches the app from outside: what it asks of the system, what it loads, and what it opens.

docs/no-network.md shows a person how to see the same.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LOCAL = {"AF_UNIX"}
OPENS = re.compile(r"\b(?:socket|socketpair)\((\w+)")
FAMILY = re.compile(r"sa_family=(\w+)")
CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")

WATCHER = """
import os, sys

told = os.open(os.environ["GUESTHOUSE_TEST_TOLD"], os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)


def hear(event, args):
    if event == "import":
        os.write(told, f"import {args[0]}\\n".encode())
    elif event.startswith("socket."):
        os.write(told, f"{event}\\n".encode())


sys.addaudithook(hear)
"""


@dataclass(frozen=True)
class Traced:
    """What strace wrote of a run and of all that it started."""

    file: Path

    def under(self) -> list[str]:
        """What to start the app with. It stays the child of who starts it: the tracer is one of its own."""
        return ["strace", "-D", "-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o", str(self.file)]

    def lines(self) -> list[str]:
        """Every call, those that were broken off by another thread's put together by strace's own marks."""
        return self.file.read_text("utf-8", errors="replace").splitlines()

    def calls(self) -> set[str]:
        """The names of all calls."""
        return {found[1] for line in self.lines() if (found := CALL.match(line))}

    def families(self) -> set[str]:
        """The families of all sockets that were opened, and of all addresses that were named."""
        return {name for line in self.lines() for pattern in (OPENS, FAMILY) for name in pattern.findall(line)}

    def not_local(self) -> list[str]:
        """The calls that name another family, for whoever looks for what went wrong."""
        return [line for line in self.lines() if set(FAMILY.findall(line) + OPENS.findall(line)) - LOCAL]


@dataclass(frozen=True)
class Heard:
    """What Python told of a run: each module as it was asked for, and each use of a socket."""

    folder: Path

    def environ(self) -> dict[str, str]:
        """What has to stand in the environment of the run."""
        (self.folder / "sitecustomize.py").write_text(WATCHER, "utf-8")
        path = os.pathsep.join(filter(None, [str(self.folder), os.environ.get("PYTHONPATH", "")]))
        return {"PYTHONPATH": path, "GUESTHOUSE_TEST_TOLD": str(self.folder / "told")}

    def lines(self) -> list[str]:
        """All of it."""
        return (self.folder / "told").read_text("utf-8").splitlines()

    def imported(self) -> set[str]:
        """Every module that was asked for, in full."""
        return {line.removeprefix("import ") for line in self.lines() if line.startswith("import ")}

    def sockets(self) -> list[str]:
        """Every use of Python's sockets."""
        return [line for line in self.lines() if line.startswith("socket.")]


def libraries(pid: int) -> set[str]:
    """The names of the libraries that a process has loaded."""
    mapped = Path(f"/proc/{pid}/maps").read_text("utf-8").splitlines()
    return {Path(line.split(maxsplit=5)[5]).name for line in mapped if ".so" in line}


def sockets_of(pid: int) -> Iterator[str]:
    """Each socket that a process has open, as the kernel names it ("socket:[12345]")."""
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = str(descriptor.readlink())
        except OSError:  # closed meanwhile
            continue
        if target.startswith("socket:"):
            yield target
