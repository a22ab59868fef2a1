"""A child that waits for a sign and then opens the house at once: with others, at the same instant.

python -m tests.safety.at_once FOLDER [KEY]
"""

from __future__ import annotations

import sys
from pathlib import Path

from guesthouse.errors import AlreadyOpen
from tests.safety.hands import let_in, opened
from tests.safety.letting_in import say


def main(folder: Path, key: bytes | None) -> None:
    """Say whether the house could be opened; who could lets a thought in, and keeps it open until told to close."""
    say("ready")
    name = sys.stdin.readline().strip()
    try:
        house = opened(folder, key=key)
    except AlreadyOpen:
        say("turned away")
        return
    let_in(house, f"it was {name}")
    say("open")
    sys.stdin.readline()
    house.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]) if len(sys.argv) > 2 else None)
