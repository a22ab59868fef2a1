"""A child that mends the damaged file in a folder, and is killed at it.

python -m tests.safety.mending FOLDER [KEY]
"""

from __future__ import annotations

import sys
from pathlib import Path

from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from tests.safety.hands import Clock
from tests.safety.letting_in import say


def main(folder: Path, key: bytes | None) -> None:
    """Take what can be read, again and again: what is whole can be taken as well."""
    mending = Keeping(Paths.under(folder), Clock()).mending
    mending.take_back()
    say("begin")
    for _ in range(1000):
        say(f"aside {mending.salvage(key).name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]) if len(sys.argv) > 2 else None)
