"""From the start of Python to a window that takes what one types, against a blank Qt window."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.children import ask
from tests.bench.figures import Row

TIMES = 9
BAR = 4.0


def measure() -> list[Row]:
    """The start with an empty folder, and with a file that is there, each against a blank window."""
    ask("blank")
    folder = Path(tempfile.mkdtemp(prefix="guesthouse-bench-")) / "data"
    ask("start", folder)
    blank, first, again = [], [], []
    for _ in range(TIMES):
        blank.append(_took("blank", None))
        again.append(_took("start", folder))
        first.append(_took("start", None))
    reference = statistics.median(blank)
    return [
        Row("start to usable, new folder", statistics.median(first), "ms", reference, "blank window", BAR),
        Row("start to usable, file there", statistics.median(again), "ms", reference, "blank window", BAR),
    ]


def _took(mode: str, folder: Path | None) -> float:
    start = time.monotonic()
    return (ask(mode, folder) - start) * 1000
