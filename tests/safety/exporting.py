"""A child that exports and says how far it is, to be killed meanwhile.

python -m tests.safety.exporting FOLDER FILE
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from guesthouse.services.archive import Archive
from guesthouse.storage.connection import Place
from tests.safety.hands import Clock


def main(folder: Path, to: Path) -> int:
    """Write it."""

    def say(percent: int) -> bool:
        sys.stdout.write(f"{percent}\n")
        sys.stdout.flush()
        return True

    Archive(Place(folder / "guesthouse.db", folder / "backups"), Clock()).export(to, say)
    signal.pause()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
