"""Hands of the tests: a clock that goes by itself, a house in a folder, a child process, everything in the folder."""

from __future__ import annotations

import io
import os
import random
import select
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta, timezone
from pathlib import Path

from guesthouse import cli
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


# Modes are nothing to root, and tests may run as root: without these two of root's powers they are.
MODES_APPLY = """
import ctypes, os, sys

if os.geteuid() == 0:
    PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
    for power in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        if ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, power, 0, 0, 0) != 0:
            sys.exit("this power cannot be laid down here")
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


def line_of(*arguments: str | Path, modes_apply: bool = False) -> list[str]:
    """The command line of `guesthouse` with these arguments."""
    real = ["-m", "guesthouse", *map(str, arguments)]
    return [sys.executable, "-c", MODES_APPLY, *real] if modes_apply else [sys.executable, *real]


def command(
    *arguments: str | Path, modes_apply: bool = False, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command of `guesthouse` to its end, with ``given`` on stdin."""
    line = line_of(*arguments, modes_apply=modes_apply)
    return subprocess.run(line, capture_output=True, text=True, timeout=50, check=False, input=given or "")


def commanded(*arguments: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """The same in this process, which is quicker."""
    out, err = io.StringIO(), io.StringIO()
    line, before = [*map(str, arguments)], sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(given.encode()))
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = cli.main(line)
    finally:
        sys.stdin = before
    return subprocess.CompletedProcess(line, code, out.getvalue(), err.getvalue())


def started(folder: Path, *, modes_apply: bool = False) -> subprocess.Popen[str]:
    """`guesthouse` with its window, on this folder."""
    line = line_of("--data-dir", folder, modes_apply=modes_apply)
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(line, stderr=subprocess.PIPE, text=True, env=environ)


def begun(folder: Path, *, modes_apply: bool = False) -> subprocess.Popen[str]:
    """`guesthouse` with its window on this folder; returns once the house is open."""
    child = started(folder, modes_apply=modes_apply)
    until = time.monotonic() + 30
    while not (folder / "guesthouse.db-wal").exists():  # there while the file is open; signals are heard by then
        assert not hears(child, 0.05) and time.monotonic() < until, "the house does not open"
    return child


def kept_closed(folder: Path, *, modes_apply: bool = False) -> str:
    """Start `guesthouse` on a folder that it must tell a trouble about, close it, and return what it told."""
    child = started(folder, modes_apply=modes_apply)
    try:
        assert child.stderr is not None and hears(child, 30), "it tells nothing"
        told = child.stderr.readline()
        child.send_signal(signal.SIGTERM)
        told += child.communicate(timeout=30)[1]
        assert child.returncode == 1
    finally:
        child.kill()
        child.communicate()
    return told


def hears(child: subprocess.Popen[str], seconds: float) -> bool:
    """Wait for a word of the child on stderr."""
    return bool(select.select([child.stderr], [], [], seconds)[0])


def closed(child: subprocess.Popen[str]) -> None:
    """Ask it to end as the system would, and see it end well."""
    child.send_signal(signal.SIGTERM)
    _, told = child.communicate(timeout=30)
    assert (child.returncode, told) == (0, "")


def heard_until_killed(line: list[str], lines: int, seconds: float) -> list[str]:
    """Every whole line of a child on stdout: it is killed so many seconds after this many lines, or sooner.

    What is left is read through the same stream: communicate() with a time limit would pass over what was read ahead.
    """
    with subprocess.Popen(line, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        try:
            said = [child.stdout.readline() for _ in range(lines)]
            select.select([child.stdout], [], [], seconds)
        finally:  # a test that runs out of time does not wait for a child that waits
            child.kill()
        rest = child.stdout.read()
    assert "" not in said, "it ended by itself"
    return [whole for whole in ("".join(said) + rest).splitlines(keepends=True) if whole.endswith("\n")]
