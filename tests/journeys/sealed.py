"""A sealed file, as somebody has it who set a passphrase once."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

from guesthouse.house import open_house
from guesthouse.paths import Paths
from guesthouse.services.strongbox import Strongbox

RIGHT = "the lamp is lit"


def now() -> datetime:
    return datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def sealed_folder(tmp_path: Path) -> Path:
    """Where it is."""
    paths = Paths.under(tmp_path / "data")
    open_house(paths, clock=now, random=random.Random(1), alone=True).close()
    Strongbox(paths, now).seal(RIGHT)
    return paths.data
