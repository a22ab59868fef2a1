"""A full disk while a passphrase is set, changed or taken away: told, and everything is as it was, to the byte."""

from __future__ import annotations

import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import State
from guesthouse.errors import DiskFull
from guesthouse.house import check_house
from guesthouse.paths import Paths
from guesthouse.services.strongbox import Strongbox
from guesthouse.storage import key_slots
from guesthouse.storage.key_slots import Cost
from tests.safety.hands import SECRET, Clock, contents, let_in, opened
from tests.safety.test_no_room import KINDS, UNLIMITED, SmallDisk

WORDS = "open sesame"
SIZES = [0, 100, 600, 900, 4096, 5000, 100_000, 300_000, 600_000]


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slots that cost next to nothing."""
    monkeypatch.setattr(key_slots, "COST", Cost(memory=64, passes=1, lanes=1))


@pytest.fixture
def unlimited() -> Iterator[None]:
    """At the end, files may grow again."""
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, UNLIMITED)


def lived_in(folder: Path) -> Strongbox:
    """A house of some hundred kilobytes, closed; it is made elsewhere, where its log has room."""
    made = folder.with_name("made")
    house = opened(made)
    for number in range(75):
        let_in(house, f"{SECRET} {number} " + "filling the room " * 115)
    house.close()
    folder.mkdir(exist_ok=True)
    shutil.copyfile(made / "guesthouse.db", folder / "guesthouse.db")
    shutil.rmtree(made)
    assert 610_000 < (folder / "guesthouse.db").stat().st_size < 990_000
    return Strongbox(Paths.under(folder), Clock())


def ours(folder: Path) -> dict[str, bytes]:
    """Every file but the locks, which are empty, and what SQLite makes anew whenever it opens a file."""
    return {name: data for name, data in contents(folder).items() if not name.endswith((".lock", "-shm"))}


def key_of(box: Strongbox) -> bytes | None:
    return box.unlock(WORDS) if box.state() is State.SEALED else None


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("way", ["seal", "unseal"])
def test_files_that_may_not_grow(tmp_path: Path, unlimited: None, way: str, size: int) -> None:
    """As with a quota. What the driver tells is told as a full disk here: it is tried out at the very file."""
    box = lived_in(tmp_path / "here")
    if way == "unseal":
        box.seal(WORDS)
    key, before = key_of(box), ours(tmp_path / "here")
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, UNLIMITED[1]))
    with pytest.raises(DiskFull):
        box.seal(WORDS) if key is None else box.unseal(key)
    resource.setrlimit(resource.RLIMIT_FSIZE, UNLIMITED)

    assert ours(tmp_path / "here") == before and key_of(box) == key
    check_house(Paths.under(tmp_path / "here"), key)
    box.seal(WORDS) if key is None else box.unseal(key)
    assert (box.state() is State.SEALED) is (key is None)


@pytest.mark.parametrize("size", [0, 100, 400])
def test_slots_that_find_no_room_leave_the_old_ones(tmp_path: Path, unlimited: None, size: int) -> None:
    box = lived_in(tmp_path / "here")
    sealed = box.seal(WORDS)
    before = ours(tmp_path / "here")
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, UNLIMITED[1]))
    with pytest.raises(DiskFull):
        box.change(sealed.key, "another")
    with pytest.raises(DiskFull):
        box.new_code(sealed.key)
    resource.setrlimit(resource.RLIMIT_FSIZE, UNLIMITED)

    assert ours(tmp_path / "here") == before
    assert box.unlock(WORDS) == box.unlock_with_code(sealed.code) == sealed.key


@pytest.mark.parametrize("leaving", [0, 300, 20_000, 400_000, 700_000, 1_000_000])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind == "disk"])
def test_a_disk_without_room(tmp_path: Path, kind: str, leaving: int) -> None:
    """Where one may be mounted: it is told, before or while it is tried, and the rest of the room is given back."""
    folder = tmp_path / "small"
    folder.mkdir()
    disk = SmallDisk(folder)
    try:
        box = lived_in(folder)
        before = ours(folder)
        disk.fill(leaving)
        with pytest.raises(DiskFull):
            box.seal(WORDS)
        disk.clear()
        assert ours(folder) == before and box.state() is State.PLAIN
        check_house(Paths.under(folder))
        sealed = box.seal(WORDS)
        assert box.unlock(WORDS) == sealed.key
    finally:
        disk.close()


def test_enough_room_is_not_refused(tmp_path: Path) -> None:
    if "disk" not in KINDS:
        return
    folder = tmp_path / "small"
    folder.mkdir()
    disk = SmallDisk(folder)
    try:
        box = lived_in(folder)
        disk.fill(leaving=2_000_000)
        sealed = box.seal(WORDS)
        assert box.unlock(WORDS) == sealed.key and SECRET.encode() not in b"".join(ours(folder).values())
    finally:
        disk.close()
