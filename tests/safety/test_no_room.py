"""A full disk: told in one sentence, nothing lost, and as soon as there is room it goes on."""

from __future__ import annotations

import resource
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from guesthouse.domain.visit import Departure
from guesthouse.errors import DiskFull, DiskTrouble, Trouble
from guesthouse.house import House, check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, contents, kept_closed, let_in, opened

MOUNT = ["mount", "-t", "tmpfs", "-o", "size=3m,mode=700", "guesthouse-test"]
UNLIMITED = resource.getrlimit(resource.RLIMIT_FSIZE)


class SmallDisk:
    """A disk of three megabytes, filled by a ballast."""

    trouble: tuple[type[Trouble], ...] = (DiskFull,)

    def __init__(self, folder: Path) -> None:
        """Mount it."""
        subprocess.run([*MOUNT, str(folder)], check=True, capture_output=True)
        self.folder, self._ballast = folder, folder / "ballast"

    def fill(self, leaving: int = 0) -> None:
        """Take all the room there is, to the last byte, but so many."""
        with self._ballast.open("wb", buffering=0) as file:
            for size in (4096, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    continue
            file.truncate(file.tell() - leaving)

    def give(self, size: int) -> None:
        """Give some room back."""
        with self._ballast.open("r+b") as file:
            file.truncate(self._ballast.stat().st_size - size)

    def clear(self) -> None:
        """Give all of it back."""
        self._ballast.unlink()

    def close(self) -> None:
        """Take the disk away."""
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)


class SmallFiles:
    """Files that may not grow beyond some size, as with a quota; the driver tells only that it did not work."""

    trouble: tuple[type[Trouble], ...] = (DiskFull, DiskTrouble)

    def __init__(self, folder: Path) -> None:
        """No limit yet."""
        self.folder, self._limit = folder, 0

    def fill(self, leaving: int = 0) -> None:
        """No file may grow beyond the log as it is."""
        log = self.folder / "guesthouse.db-wal"
        self._limit = (log.stat().st_size if log.exists() else 0) + leaving
        self.give(0)

    def give(self, size: int) -> None:
        """Let files grow by so much."""
        self._limit += size
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._limit, UNLIMITED[1]))

    def clear(self) -> None:
        """Let files grow again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, UNLIMITED)

    close = clear


def kinds() -> dict[str, type[SmallDisk | SmallFiles]]:
    """What can be had here: a small disk only where one may be mounted."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            SmallDisk(Path(folder)).close()
        except (OSError, subprocess.CalledProcessError):
            return {"files": SmallFiles}
    return {"disk": SmallDisk, "files": SmallFiles}


KINDS = kinds()


@pytest.fixture(params=KINDS)
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallDisk | SmallFiles]:
    """A place with little room."""
    folder = tmp_path / "small"
    folder.mkdir()
    disk = KINDS[request.param](folder)
    yield disk
    disk.close()


def let_in_until_full(house: House, small: SmallDisk | SmallFiles) -> list[str]:
    """Let thoughts in until the disk is full, and return those that were told as stored."""
    stored: list[str] = []
    try:
        while len(stored) < 5000:
            words = f"first {len(stored)} " + "filling the room " * 20
            let_in(house, words)
            stored.append(words)
    except small.trouble:
        return stored
    raise AssertionError("so small a disk holds 5,000 thoughts")


def known(house: House) -> list[str]:
    return sorted(guest.words for guest in house.guest_book.find(limit=10_000))


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_a_disk_that_runs_full_and_has_room_again(small: SmallDisk | SmallFiles, key: bytes | None) -> None:
    house = opened(small.folder, key=key)
    small.fill(leaving=1_500_000)
    stored = let_in_until_full(house, small)
    small.fill()
    (last,) = house.guest_book.find(limit=1)
    with pytest.raises(small.trouble):
        house.visitors.keep_draft("half-typed " * 20_000)
    with pytest.raises(small.trouble):
        house.guest_book.name(last.id, "a theme " * 20_000)
    assert house.visitors.draft() == "" and house.guest_book.guest(last.id) == last

    assert len(stored) > 10 and known(house) == sorted(stored)
    assert house.guest_book.count("filling") == len(stored)
    small.clear()
    for number in range(12):
        let_in(house, f"later {number}")
    house.guest_book.forget(house.guest_book.find("first 0", limit=1)[0].id)
    house.close()
    check_house(Paths.under(small.folder), key)
    again = opened(small.folder, key=key)
    assert known(again) == sorted([*stored[1:], *(f"later {number}" for number in range(12))])
    again.close()


def test_a_full_disk_when_the_house_closes_leaves_it_to_the_next_opening(small: SmallDisk | SmallFiles) -> None:
    house = opened(small.folder)
    arrival = let_in(house, "I came before the disk was full")
    small.fill()
    house.close()
    small.clear()
    check_house(Paths.under(small.folder))
    again = opened(small.folder)
    assert arrival.guest_id is not None
    (visit,) = again.guest_book.visits(arrival.guest_id)
    assert visit.departure is Departure.APP_CLOSED
    again.close()


def test_a_new_house_on_a_full_disk_is_told_and_leaves_nothing_half_made(small: SmallDisk | SmallFiles) -> None:
    small.fill()
    told = kept_closed(small.folder / "new")
    assert told.startswith("There is no room left on the disk") and told.count("\n") == 1
    assert [name for name in contents(small.folder) if "guesthouse.db" in name] == []
    small.clear()
    opened(small.folder / "new").close()


def test_a_house_that_broke_off_cannot_open_on_a_full_disk_and_stays_as_it_was(small: SmallDisk | SmallFiles) -> None:
    house = opened(small.folder)
    let_in(house, "I was on stage")
    before = contents(small.folder)
    house.shut()
    (small.folder / "guesthouse.db").write_bytes(before["guesthouse.db"])
    (small.folder / "guesthouse.db-wal").write_bytes(before["guesthouse.db-wal"])
    small.fill()
    with pytest.raises(small.trouble):
        opened(small.folder)
    small.clear()
    again = opened(small.folder)
    assert known(again) == ["I was on stage"]
    again.close()


def test_who_is_forgotten_on_a_full_disk_is_whole_or_gone(small: SmallDisk | SmallFiles) -> None:
    """Where the log still has room, the words are gone from the tables at once and from the last byte at closing."""
    house = opened(small.folder)
    guest_id = let_in(house, "whole or gone").guest_id
    assert guest_id is not None
    for number in range(40):  # the file has to grow by these when the log is taken in
        let_in(house, f"thought {number} " + "filling the room " * 100)
    small.fill()
    told = 0
    while house.guest_book.guest(guest_id) is not None:
        try:
            house.guest_book.forget(guest_id)
        except small.trouble:
            told += 1
            small.give(4096)
        else:
            break
        assert known(house)[-1] == "whole or gone" and len(house.guest_book.visits(guest_id)) == 1
    assert house.guest_book.count() == 40
    small.clear()
    house.close()

    assert told
    assert [name for name, data in contents(small.folder).items() if b"whole or gone" in data] == []
