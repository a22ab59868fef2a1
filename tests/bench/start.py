"""From the start of Python to a window that takes what one types, against a blank Qt window.

By the clock, which is what a person waits for, and by processor time, in which other programs have no part.
"""

from __future__ import annotations

import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from guesthouse.house import open_house
from guesthouse.paths import Paths
from tests.bench.children import ask, ask_all
from tests.bench.figures import Row
from tests.bench.practices import NOW, fill

TIMES = 9
BAR, BAR_WORK = 4.0, 3.8
BAR_HALF_TYPED = 5.0
"""Where something was left half-typed, phrases are read before it is shown, so that nothing heavy comes unasked."""


def measure() -> list[Row]:
    """The start with an empty folder, with a file that is there, and after years, each against a blank window."""
    place = Path(tempfile.mkdtemp(prefix="guesthouse-bench-"))
    there = {"file there": place / "one" / "data", "years of data": place / "years" / "data"}
    there["years, half-typed words"] = place / "half" / "data"
    fill(Paths.under(there["years, half-typed words"]), None)
    shutil.copytree(there["years, half-typed words"], there["years of data"])
    _without_half_typed(Paths.under(there["years of data"]))
    ask("blank")
    for folder in there.values():
        ask("start", folder)
    blank: list[tuple[float, float]] = []
    taken: dict[str, list[tuple[float, float]]] = {"new folder": [], **{name: [] for name in there}}
    for _ in range(TIMES):
        blank.append(_took("blank", None))
        for name in taken:
            taken[name].append(_took("start", there.get(name)))
    shutil.rmtree(place)
    return [row for name, took in taken.items() for row in _rows(name, took, blank)]


def _rows(name: str, took: list[tuple[float, float]], blank: list[tuple[float, float]]) -> list[Row]:
    half = BAR_HALF_TYPED if "half" in name else 0
    clock, work = (statistics.median(each[at] for each in took) for at in (0, 1))
    blank_clock, blank_work = (statistics.median(each[at] for each in blank) for at in (0, 1))
    return [
        Row(f"start to usable, {name}", clock, "ms", blank_clock, "blank window", half or BAR),
        Row(f"start to usable, {name}, processor", work, "ms", blank_work, "blank window", half or BAR_WORK),
    ]


def _took(mode: str, folder: Path | None) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor."""
    start = time.monotonic()
    worked, ended = ask_all(mode, folder)
    return (ended - start) * 1000, worked * 1000


def _without_half_typed(paths: Paths) -> None:
    house = open_house(paths, clock=lambda: NOW, random=random.Random(1))
    house.noticings.keep_draft([], "")
    house.close()
