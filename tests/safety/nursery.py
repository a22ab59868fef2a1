"""Children that are born quickly: everything is imported once, and each child is a fork of that.

    python -m tests.safety.nursery MODULE FOLDER [KEY]

For each line on stdin a child is born, which says "born PID", calls the module's main(folder, line, key), and is
killed from outside; when it has ended, "gone" is said.
"""

from __future__ import annotations

import gc
import importlib
import os
import random
import select
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[2]


class Nursery:
    """The one that the children of a test come from."""

    def __init__(self, module: str, folder: Path, key: bytes | None) -> None:
        """Start it; it waits for the first child to be asked for."""
        line = [sys.executable, "-m", "tests.safety.nursery", module, str(folder), *([key.hex()] if key else [])]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(line, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, bufsize=1)

    def __enter__(self) -> Nursery:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def killed(self, round_: int, lines: int, seconds: float) -> list[str]:
        """What a child said until it was killed: so many seconds after this many lines. A line is whole or not there,
        since so short a one is written to a pipe at once.
        """
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{round_}\n")
        born = self._process.stdout.readline().split()
        assert born and born[0] == "born", born
        said = [self._process.stdout.readline() for _ in range(lines)]
        assert "gone\n" not in said, "it ended by itself"
        select.select([self._process.stdout], [], [], seconds)
        os.kill(int(born[1]), signal.SIGKILL)
        while (line := self._process.stdout.readline()) != "gone\n":
            assert line, "the nursery has ended"
            said.append(line)
        return said


def moments(chance: random.Random, round_: int, *, most: int) -> tuple[int, float]:
    """How many lines and then how many seconds a child lives: some end while they open, most while they write."""
    if round_ % 4 == 0:
        return 0, chance.uniform(0, 0.03)
    return 2 + chance.randrange(most), chance.uniform(0, 0.003)


def main(module: str, folder: str, key: str | None) -> None:
    """Bear one child after another."""
    work = importlib.import_module(module).main
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os.write(1, f"born {os.getpid()}\n".encode())
            work(Path(folder), line.strip(), bytes.fromhex(key) if key else None)
            os._exit(0)
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
