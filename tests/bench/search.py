"""The guest book with 10,000 guests: searching as one types, and drawing the list while it scrolls."""

from __future__ import annotations

import random
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from guesthouse.domain.thought import Wording
from guesthouse.house import House, open_house
from guesthouse.paths import Paths
from tests.bench.figures import Row, percentile

GUESTS = 10_000
STEMS = ("I should have", "nobody", "everyone can tell that", "why did I", "it is my fault that", "I never")
ENDS = ("done more", "gets me", "said it", "mess up", "am not enough", "leave", "notice", "manage alone", "try")
QUERIES = ("s", "sh", "sho", "should", "should have d", "nob", "fault", "not enough", "mess", "e", "zzz", "ault")


def measure(app: QApplication) -> list[Row]:
    """The 95th percentile over every beginning of some queries, and the longest look-up while scrolling."""
    house = _full_house()
    taken = []
    for _ in range(25):
        for query in QUERIES:
            start = time.perf_counter()
            house.guest_book.find(query, limit=60)
            taken.append((time.perf_counter() - start) * 1000)
    pages = []
    for offset in range(0, GUESTS, 60):
        start = time.perf_counter()
        house.guest_book.find("", limit=60, offset=offset)
        pages.append((time.perf_counter() - start) * 1000)
    house.close()
    return [
        Row(f"search in {GUESTS:,} guests, 95th percentile", percentile(taken, 0.95), "ms", bar=50.0),
        Row(f"a window of {GUESTS:,} guests while scrolling, 95th percentile", percentile(pages, 0.95), "ms", bar=16.0),
    ]


def _full_house() -> House:
    moment = datetime(2024, 1, 1).astimezone()
    clock = iter(moment + timedelta(minutes=7 * i) for i in range(10**9))
    paths = Paths.under(Path(tempfile.mkdtemp(prefix="guesthouse-bench-")) / "data")
    house = open_house(paths, clock=lambda: next(clock), random=random.Random(1))
    for i in range(GUESTS):
        words = f"{STEMS[i % len(STEMS)]} {ENDS[i % len(ENDS)]} {i} " + "and so on " * (i % 30)
        house.visitors.let_in(words, scene="garden", wording=Wording.AS_IT_CAME, keep=True)
    return house
