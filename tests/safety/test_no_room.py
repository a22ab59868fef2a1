"""A full disk: told in one sentence, nothing lost, and as soon as there is room it goes on."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guesthouse.domain.visit import Departure
from guesthouse.errors import DiskFull
from guesthouse.house import House, check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, contents, kept_closed, let_in, opened

ROOT = Path(__file__).parents[2]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    disk = tmp_path / "small"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=3m,mode=700", "guesthouse-test", str(disk)]
    can = sys.platform.startswith("linux") and os.geteuid() == 0
    if not can or subprocess.run(mounting, check=False).returncode != 0:
        pytest.skip("a small disk can only be mounted by root; test_a_file_that_may_not_grow stands in")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Take all the room there is, to the last byte."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    return ballast


def let_in_until_full(house: House, name: str) -> list[str]:
    """Let thoughts in until the disk is full, and return those that were told as stored."""
    stored: list[str] = []
    try:
        while len(stored) < 5000:
            words = f"{name} {len(stored)} " + "filling the room " * 20
            let_in(house, words)
            stored.append(words)
    except DiskFull:
        return stored
    raise AssertionError("so small a disk holds 5,000 thoughts")


def known(house: House) -> list[str]:
    return sorted(guest.words for guest in house.guest_book.find(limit=10_000))


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_a_disk_that_runs_full_and_has_room_again(small: Path, key: bytes | None) -> None:
    (small / "ballast").write_bytes(bytes(1_500_000))
    house = opened(small, key=key)
    stored = let_in_until_full(house, "first")
    fill(small)
    (last,) = house.guest_book.find(limit=1)
    with pytest.raises(DiskFull):
        house.visitors.keep_draft("half-typed " * 20_000)
    with pytest.raises(DiskFull):
        house.guest_book.name(last.id, "a theme " * 20_000)
    assert house.visitors.draft() == "" and house.guest_book.guest(last.id) == last

    assert len(stored) > 10 and known(house) == sorted(stored)
    assert house.guest_book.count("filling") == len(stored)
    (small / "ballast").unlink()
    for number in range(12):
        let_in(house, f"later {number}")
    house.guest_book.forget(house.guest_book.find("first 0", limit=1)[0].id)
    house.close()
    check_house(Paths.under(small), key)
    again = opened(small, key=key)
    assert known(again) == sorted([*stored[1:], *(f"later {number}" for number in range(12))])
    again.close()


def test_a_full_disk_when_the_house_closes_leaves_it_to_the_next_opening(small: Path) -> None:
    house = opened(small)
    arrival = let_in(house, "I came before the disk was full")
    ballast = fill(small)
    house.close()
    ballast.unlink()
    check_house(Paths.under(small))
    again = opened(small)
    assert arrival.guest_id is not None
    (visit,) = again.guest_book.visits(arrival.guest_id)
    assert visit.departure is Departure.APP_CLOSED
    again.close()


def test_a_new_house_on_a_full_disk_is_told_and_leaves_nothing_half_made(small: Path) -> None:
    ballast = fill(small)
    told = kept_closed(small / "new")
    assert told.startswith("There is no room left on the disk") and told.count("\n") == 1
    assert [name for name in contents(small) if "guesthouse.db" in name] == []
    ballast.unlink()
    opened(small / "new").close()


def test_a_house_that_broke_off_cannot_open_on_a_full_disk_and_stays_as_it_was(small: Path) -> None:
    house = opened(small)
    let_in(house, "I was on stage")
    before = contents(small)
    house.shut()
    (small / "guesthouse.db").write_bytes(before["guesthouse.db"])
    (small / "guesthouse.db-wal").write_bytes(before["guesthouse.db-wal"])
    ballast = fill(small)
    with pytest.raises(DiskFull):
        opened(small)
    ballast.unlink()
    again = opened(small)
    assert known(again) == ["I was on stage"]
    again.close()


def test_who_is_forgotten_on_a_full_disk_is_whole_or_gone(small: Path) -> None:
    """Where the log still has room, the words are gone from the tables at once and from the last byte at closing."""
    house = opened(small)
    guest_id = let_in(house, "whole or gone").guest_id
    assert guest_id is not None
    for number in range(40):  # the file has to grow by these when the log is taken in
        let_in(house, f"thought {number} " + "filling the room " * 100)
    ballast = fill(small)
    told = []
    with ballast.open("r+b") as file:
        while house.guest_book.guest(guest_id) is not None:
            try:
                house.guest_book.forget(guest_id)
            except DiskFull as error:
                told.append(error.sentence)
                assert known(house)[-1] == "whole or gone" and len(house.guest_book.visits(guest_id)) == 1
                file.truncate(ballast.stat().st_size - 4096)
    assert house.guest_book.count() == 40
    ballast.unlink()
    house.close()

    assert set(told) == {DiskFull().sentence}
    assert [name for name, data in contents(small).items() if b"whole or gone" in data] == []


LIMITED = """
import resource, signal, sys
from pathlib import Path
from guesthouse.errors import DiskTrouble
from tests.safety.hands import let_in, opened

house = opened(Path(sys.argv[1]))
let_in(house, "before")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, hard))
stored = 0
try:
    while stored < 5000:
        let_in(house, f"thought {stored} " + "filling the room " * 20)
        stored += 1
except DiskTrouble as error:
    print(stored, error.sentence)
assert house.guest_book.count() == stored + 1
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
let_in(house, "after")
print(house.guest_book.count() - stored)
house.close()
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no such limit here")
def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """The system says something else than on a full disk; the driver tells no more than that it did not work."""
    line = [sys.executable, "-c", LIMITED, str(tmp_path)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=50, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    stored, sentence = done.stdout.splitlines()[0].split(" ", 1)
    assert int(stored) > 20 and "this last change was not kept" in sentence
    assert done.stdout.splitlines()[1] == "2"
    check_house(Paths.under(tmp_path))
    house = opened(tmp_path)
    assert len(known(house)) == int(stored) + 2
    house.close()
