"""Children that set a passphrase or take it away until they are killed, each on a fresh copy of a folder.

    python -m tests.safety.sealing FOLDER WORKSHOP seal|unseal [KEY]

Everything is imported once; for each line on stdin FOLDER is copied to WORKSHOP and a child is forked, which ends at
"after SECONDS" or "before NUMBER", the so-manieth opening, renaming or removing of a file in there. Then it is said on
stdout whether it was "killed" or came to its end: "done SECONDS NUMBER".
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import aead
from cryptography.hazmat.primitives.kdf import argon2

from guesthouse.paths import Paths
from guesthouse.services.strongbox import Strongbox
from guesthouse.storage import key_slots
from guesthouse.storage.key_slots import Cost
from tests.safety.hands import Clock
from tests.safety.letting_in import say

WORDS = "open sesame"
LIGHT = Cost(memory=64, passes=1, lanes=1)  # else most kills would come while the passphrase is stretched
AT_HAND = (aead, argon2)  # the children need not import them again


def main(folder: Path, workshop: Path, way: str, key: bytes | None) -> None:
    """Bear one child after another."""
    key_slots.COST = LIGHT  # type: ignore[misc]
    for line in sys.stdin:
        shutil.rmtree(workshop, ignore_errors=True)
        shutil.copytree(folder, workshop)
        child = os.fork()
        if child == 0:
            work(workshop, way, key, *line.split())
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            say("killed")
        elif status:
            say("failed")


def work(workshop: Path, way: str, key: bytes | None, how: str, when: str) -> None:
    """Seal or unseal once, as fast as it goes."""
    seen: list[str] = []

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event in ("open", "os.rename", "os.remove") and str(arguments[0]).startswith(str(workshop)):
            seen.append(event)
            if how == "before" and len(seen) == int(when):
                os.kill(os.getpid(), signal.SIGKILL)

    box, begin = Strongbox(Paths.under(workshop), Clock()), time.monotonic()
    sys.addaudithook(hear)
    if how == "after":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends a process as SIGKILL does: nobody hears of it
        signal.setitimer(signal.ITIMER_REAL, float(when))
    if key is None:
        box.seal(WORDS)
    else:
        box.unseal(key)
    took = time.monotonic() - begin
    signal.setitimer(signal.ITIMER_REAL, 0)  # who has said that all is done must not be killed as well
    say(f"done {took:.6f} {len(seen)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], bytes.fromhex(sys.argv[4]) if len(sys.argv) > 4 else None)
