"""What keeping the file safe costs: a sealed file against a plain one, and copies of a large file against a small one.

Opening, one thought and a search over 50,000 entries are asked of the same house on both kinds of file. Memory is the
peak of a process of its own, less what the same process takes for an empty file.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from guesthouse.domain.journal import Entry, Wanted
from guesthouse.domain.safekeeping import Why
from guesthouse.domain.thought import Wording
from guesthouse.house import House, open_house
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from guesthouse.storage.cellar import apart
from guesthouse.storage.connection import Place
from tests.bench.figures import Row, quick
from tests.bench.journal import KEY, Texts, queries

ENTRIES = 50_000
TIMES = 40
SMALL, LARGE = 10 << 20, 100 << 20
ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 1, tzinfo=UTC)


def measure() -> list[Row]:
    """Every figure."""
    return [*_sealed_against_plain(), *_large_against_small()]


def _sealed_against_plain() -> list[Row]:
    plain, sealed = _lived_with(None), _lived_with(KEY)
    return [Row(f"{what}, sealed", sealed[what], "ms", plain[what], "plain", 2.0) for what in plain]


def _lived_with(key: bytes | None) -> dict[str, float]:
    """What opening, writing and searching take, in milliseconds."""
    paths = Paths.under(Path(tempfile.mkdtemp(prefix="guesthouse-bench-")) / "data")
    _fill(paths, key, ENTRIES)
    opening = [_ms(lambda: _open(paths, key).close()) for _ in range(9)]
    house = _open(paths, key)
    writing = [_ms(lambda at=at: _let_in(house, at)) for at in range(TIMES)]
    house.journal.find(Wanted())
    searching = [_ms(lambda text=text: house.journal.find(Wanted(text=text))) for _ in range(2) for text in queries()]
    house.close()
    return {
        "opening and closing": quick(opening),
        "writing one thought": quick(writing),
        f"searching {ENTRIES:,} entries": statistics.mean(searching),
    }


def _large_against_small() -> list[Row]:
    rows = []
    for name, key in (("plain", None), ("sealed", KEY)):
        sizes = {size: _sized(size, key) for size in (0, SMALL, LARGE)}
        for work in WORKS:
            told = {size: _apart(work, folder, key) for size, folder in sizes.items()}
            small, large = (max(told[size][1] - told[0][1], 1.0) for size in (SMALL, LARGE))
            title = f"{work} of {LARGE >> 20} MB, {name}"
            rows.append(
                Row(f"{title}: time for each MB", told[LARGE][0] / 100, "ms", told[SMALL][0] / 10, "of 10 MB", 1.5)
            )
            rows.append(Row(f"{title}: peak memory", told[LARGE][1], "MB", told[SMALL][1], "of 10 MB", 1.3))
            rows.append(Row(f"{title}: memory over an empty file's", large, "MB", small, "of 10 MB"))
    return rows


def _fill(paths: Paths, key: bytes | None, entries: int) -> None:
    texts = Texts()
    _open(paths, key).close()
    with apart(Place(paths.database, paths.backups, key)) as cellar:
        with cellar.database.atomic():
            for number in range(entries):
                title, text, tags = texts.entry()
                hour = datetime(2012, 1, 1, tzinfo=UTC) + timedelta(hours=2.5 * number)
                cellar.entries.keep(Entry(f"e-{number}", hour, text=text, title=title, tags=tags), hour)
        cellar.index.catch_up()


def _sized(size: int, key: bytes | None) -> Path:
    """A folder whose file has about so many bytes."""
    folder = Path(tempfile.mkdtemp(prefix="guesthouse-bench-")) / "data"
    paths = Paths.under(folder)
    _fill(paths, key, size // 4400)
    return folder


def _open(paths: Paths, key: bytes | None) -> House:
    return open_house(paths, clock=lambda: NOW, random=random.Random(time.perf_counter()), key=key, alone=True)


def _let_in(house: House, number: int) -> None:
    house.visitors.let_in(f"I never manage it {number}", scene="garden", wording=Wording.AS_IT_CAME, keep=True)


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


# ------------------------------------------------------------------------------------------------ in its own process


def _backup(folder: Path, key: bytes | None) -> None:
    Keeping(Paths.under(folder), lambda: NOW).backups(key).make(Why.BY_HAND)


def _json(folder: Path, key: bytes | None) -> None:
    Keeping(Paths.under(folder), lambda: NOW).archive(key).export(folder.with_suffix(".json"))


def _zip(folder: Path, key: bytes | None) -> None:
    Keeping(Paths.under(folder), lambda: NOW).archive(key).export(folder.with_suffix(".zip"))


WORKS: dict[str, Callable[[Path, bytes | None], None]] = {
    "a backup": _backup,
    "an export as JSON": _json,
    "an export as a zip": _zip,
}


def _apart(work: str, folder: Path, key: bytes | None) -> tuple[float, float]:
    """Milliseconds and the peak of memory in MB, in a process of its own."""
    line = [sys.executable, "-m", "tests.bench.keeping", work, str(folder), *([key.hex()] if key else [])]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True)
    taken, peak = map(float, done.stdout.split())
    return taken, peak


def main(work: str, folder: Path, key: bytes | None) -> None:
    """Do it, and tell what it took."""
    taken = _ms(lambda: WORKS[work](folder, key))
    print(taken, _peak())


def _peak() -> float:
    """MB this process has had at most; ``getrusage`` would tell the peak of whoever started it, where that was more."""
    status = Path("/proc/self/status").read_text("ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), bytes.fromhex(sys.argv[3]) if len(sys.argv) > 3 else None)
