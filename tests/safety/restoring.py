"""A child that puts a backup in the place of the file, and is killed: from outside, or by itself at a step of its own.

python -m tests.safety.restoring once FOLDER BACKUP KEY_NOW KEY_THEN
python -m tests.safety.restoring each FOLDER BACKUP KEY_NOW KEY_THEN

"each" copies FOLDER/home to FOLDER/1, FOLDER/2, … and kills a child of its own in each right before it names, removes
or begins to write a file for the first, second, … time, until one comes to its end.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path

from guesthouse.paths import Paths
from guesthouse.services.restoring import Restoring
from tests.safety.hands import Clock
from tests.safety.letting_in import say

NAMING = {"os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir"}


def restore(folder: Path, backup: Path, key_now: bytes | None, key_then: bytes | None) -> None:
    """All of it, beginning with what an earlier one has left."""
    Restoring(Paths.under(folder), Clock()).restore(backup, key_now=key_now, key_then=key_then)


def killed_before(step: int) -> None:
    """From now on: the end comes right before this step."""
    steps = count(1)

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and bool(int(arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR))  # type: ignore[call-overload]
        if (event in NAMING or writes) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)


def each(folder: Path, backup: Path, key_now: bytes | None, key_then: bytes | None) -> None:
    """One grandchild a step, until one is left alive."""
    for step in count(1):
        shutil.copytree(folder / "home", folder / str(step))
        grandchild = os.fork()
        if grandchild == 0:
            killed_before(step)
            restore(folder / str(step), backup, key_now, key_then)
            os._exit(0)
        _, ended = os.waitpid(grandchild, 0)
        say(f"{step} {'ended' if ended == 0 else 'killed' if ended == signal.SIGKILL else 'failed'}")
        if ended == 0:
            return


def main(how: str, folder: Path, backup: Path, keys: list[bytes | None]) -> None:
    """Say when it begins."""
    say("begin")
    (each if how == "each" else restore)(folder, backup, *keys)


if __name__ == "__main__":
    main(
        sys.argv[1],
        Path(sys.argv[2]),
        Path(sys.argv[3]),
        [bytes.fromhex(key) if key else None for key in sys.argv[4:6]],
    )
