"""Hands of the tests: a clock that goes by itself, a house in a folder, a child process, everything in the folder."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from guesthouse.domain.thought import Wording
from guesthouse.domain.visit import Arrival
from guesthouse.house import House, open_house
from guesthouse.paths import Paths

BEGIN = datetime(2026, 3, 1, 21, 30, tzinfo=timezone(timedelta(hours=2)))
KEY = bytes(range(32))
SECRET = "zinnoberwort"


class Clock:
    """Each look at it is a second later."""

    def __init__(self, now: datetime = BEGIN) -> None:
        """Begin with this time."""
        self.now = now

    def __call__(self) -> datetime:
        """The time, and a second passes."""
        self.now += timedelta(seconds=1)
        return self.now


def opened(folder: Path, *, clock: Clock | None = None, key: bytes | None = None, alone: bool = True) -> House:
    """A house in this folder."""
    return open_house(Paths.under(folder), clock=clock or Clock(), random=random.Random(7), key=key, alone=alone)


def let_in(house: House, words: str, *, keep: bool = True, origin: object | None = None) -> Arrival:
    """Let a thought in as it came."""
    return house.visitors.let_in(words, scene="garden", wording=Wording.AS_IT_CAME, keep=keep, origin=origin)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by its name."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `guesthouse` with these arguments."""
    line = [sys.executable, "-m", "guesthouse", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, timeout=50, check=False)


AS_ANOTHER = """
import os, sys
import guesthouse.cli, guesthouse.house
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
sys.path.insert(0, {root!r})
from tests.safety.hands import opened
from guesthouse.errors import GuesthouseError
from pathlib import Path
folder, what = Path(sys.argv[1]), sys.argv[2]
if what == "check":
    sys.exit(guesthouse.cli.main(["check", "--data-dir", str(folder)]))
try:
    opened(folder).close()
except GuesthouseError as error:
    sys.stderr.write(error.sentence)
    sys.exit(type(error).__name__)
"""


def as_another(folder: Path, what: str) -> subprocess.CompletedProcess[str]:
    """`check` or `open` by somebody to whom modes apply: they are nothing to root, and tests may run as root."""
    root = Path(__file__).parents[2]
    line = [sys.executable, "-c", AS_ANOTHER.format(root=str(root)), str(folder), what]
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(line, capture_output=True, text=True, timeout=50, check=False, env=environ, cwd="/")


def begun(folder: Path) -> subprocess.Popen[str]:
    """`guesthouse` with its window on this folder, where no file is yet; returns once the house is open."""
    line = [sys.executable, "-m", "guesthouse", "--data-dir", str(folder)]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen(line, stderr=subprocess.PIPE, text=True, env=environ)
    assert child.stderr is not None
    until = time.monotonic() + 30
    while not (
        folder / "guesthouse.db"
    ).exists():  # it gets its name when it is whole, and the signals are heard by then
        said = select.select([child.stderr], [], [], 0.05)[0]
        assert not said and time.monotonic() < until, child.stderr.read() if said else "it does not open"
    return child


def closed(child: subprocess.Popen[str]) -> None:
    """Ask it to end as the system would, and see it end well."""
    child.send_signal(signal.SIGTERM)
    _, told = child.communicate(timeout=30)
    assert (child.returncode, told) == (0, "")
