"""A child that takes an export in and says how far it is, to be killed meanwhile.

python -m tests.safety.importing FOLDER FILE [KEY]
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from guesthouse.services.archive import Archive
from guesthouse.storage.connection import Place
from tests.safety.hands import Clock


def main(folder: Path, source: Path, key: bytes | None) -> int:
    """Take it in."""

    def say(percent: int) -> bool:
        sys.stdout.write(f"{percent}\n")
        sys.stdout.flush()
        return True

    Archive(Place(folder / "guesthouse.db", folder / "backups", key), Clock()).take_in(source, say)
    signal.pause()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), bytes.fromhex(sys.argv[3]) if len(sys.argv) > 3 else None))
