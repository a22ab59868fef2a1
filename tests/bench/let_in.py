"""Letting thoughts in, against raw inserts with the same driver and the same promises to the disk."""

from __future__ import annotations

import random
import tempfile
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from guesthouse.domain.thought import Wording
from guesthouse.house import open_house
from guesthouse.paths import Paths
from tests.bench.figures import Row

MANY = 1000


def measure() -> list[Row]:
    """Milliseconds a thought, median of three runs of 1,000 each, interleaved with the raw ones."""
    ours, raw = [], []
    for _ in range(3):
        raw.append(_raw())
        ours.append(_ours())
    fastest = min(ours)
    return [
        Row("letting in a thought (1,000 in a row)", fastest, "ms", min(raw), "raw insert"),
        Row("letting in a thought, absolute", fastest, "ms", bar=2.0),
    ]


def _ours() -> float:
    paths = Paths.under(Path(tempfile.mkdtemp(prefix="guesthouse-bench-")) / "data")
    house = open_house(paths, clock=lambda: datetime.now().astimezone(), random=random.Random(1))
    start = time.perf_counter()
    for i in range(MANY):
        house.visitors.let_in(
            f"I always mess up number {i % 700}", scene="garden", wording=Wording.AS_IT_CAME, keep=True
        )
    taken = time.perf_counter() - start
    house.close()
    return taken / MANY * 1000


def _raw() -> float:
    file = Path(tempfile.mkdtemp(prefix="guesthouse-bench-")) / "raw.db"
    with closing(dbapi2.connect(str(file), isolation_level=None)) as raw:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("CREATE TABLE thoughts (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")
        start = time.perf_counter()
        for i in range(MANY):
            raw.execute("INSERT INTO thoughts (words) VALUES (?)", (f"I always mess up number {i % 700}",))
        return (time.perf_counter() - start) / MANY * 1000
