"""Killed while it mends, or out of room: the damaged file is in its place or lies aside to the byte, never neither."""

from __future__ import annotations

import random
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from guesthouse.errors import DiskFull, DiskTrouble, Trouble
from guesthouse.house import check_house
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from tests.safety.damage import ENTRIES, fill, rows, spoil
from tests.safety.hands import KEY, Clock, contents, heard_until_killed, let_in, opened

ROUNDS = 10
UNLIMITED = resource.getrlimit(resource.RLIMIT_FSIZE)


def damaged(folder: Path, key: bytes | None) -> dict[str, bytes]:
    """A file with bad pages, and a log beside it as after a crash."""
    whole = folder.with_name("whole")
    fill(whole, key)
    house = opened(whole, key=key)
    let_in(house, "written last, into the log")
    folder.mkdir()
    for name in ("guesthouse.db", "guesthouse.db-wal"):
        (folder / name).write_bytes((whole / name).read_bytes())
    house.close()
    spoil(folder / "guesthouse.db", 4, 30, 31)
    return ours(folder)


def ours(folder: Path) -> dict[str, bytes]:
    """The file and its log; what SQLite shares in memory is of no account."""
    return {
        name: data
        for name, data in contents(folder).items()
        if name.startswith("guesthouse.db") and not name.endswith("-shm")
    }


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_the_damaged_file_is_in_its_place_or_lies_aside(tmp_path: Path, key: bytes | None) -> None:
    folder, chance = tmp_path / "data", random.Random(5)
    before = damaged(folder, key)
    line = [sys.executable, "-m", "tests.safety.mending", str(folder), *([key.hex()] if key else [])]
    for _ in range(ROUNDS):
        heard_until_killed(line, 1, chance.uniform(0, 0.4))
        Keeping(Paths.under(folder), Clock()).mending.take_back()
        first = min((folder / "aside").iterdir(), default=None) if (folder / "aside").exists() else None
        if first is None:
            assert ours(folder) == before
            continue
        assert {name: data for name, data in contents(first).items() if not name.endswith("-shm")} == before
        check_house(Paths.under(folder), key)
        there = rows(folder / "guesthouse.db", key)
        assert len(there["entries"]) >= len(ENTRIES) - 2
        assert any(str(row[-1]) == "written last, into the log" for row in there["guests"])


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """As with a quota."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, UNLIMITED[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, UNLIMITED)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_without_room_all_stays_and_with_room_it_goes_on(tmp_path: Path, key: bytes | None) -> None:
    folder = tmp_path / "data"
    before = damaged(folder, key)
    mending = Keeping(Paths.under(folder), Clock()).mending
    for size in (0, 40_000, 200_000):
        told: type[Trouble] | None = None
        with files_of_at_most(size):
            try:
                mending.salvage(key)
            except Trouble as trouble:
                told = type(trouble)
        assert told in (DiskFull, DiskTrouble), size
        assert ours(folder) == before and not (folder / "aside").exists(), size
    assert {name for name in contents(mending.salvage(key)) if not name.endswith("-shm")} == set(before)
    check_house(Paths.under(folder), key)
