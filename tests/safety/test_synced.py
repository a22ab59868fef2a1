"""A power cut may come after any rename: what gets its name is on the disk before, and the name is soon after."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Why
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from guesthouse.storage import key_slots
from guesthouse.storage.key_slots import Cost
from tests.safety.hands import Clock, let_in, opened

WORDS = "open sesame"


class Disk:
    """Notes what was brought to the disk, and looks at each file that is given a name."""

    def __init__(self) -> None:
        """Nothing has happened."""
        self.named: list[str] = []
        self.loose: list[str] = []
        self._there = dict[int, tuple[int, int]]()
        self._waiting = set[str]()

    def sync(self, descriptor: int) -> None:
        """A file as it is now, or the names in a folder."""
        found = os.fstat(descriptor)
        self._there[found.st_ino] = found.st_size, found.st_mtime_ns
        if stat.S_ISDIR(found.st_mode):
            self._waiting -= {name for name in self._waiting if Path(name).parent.stat().st_ino == found.st_ino}
            self.named.append("names")

    def name(self, source: Path, target: Path) -> None:
        """A file is about to get this name."""
        found = source.stat()
        if self._there.get(found.st_ino) != (found.st_size, found.st_mtime_ns):
            self.loose.append(f"{source.name} was not on the disk when it became {target.name}")
        self._waiting.add(str(target))
        self.named.append(target.name)

    @property
    def all_is_there(self) -> bool:
        """Whether a power cut now would change nothing."""
        return not self.loose and not self._waiting


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The real one, watched."""
    watched, sync = Disk(), os.fsync

    def noted_sync(descriptor: int) -> None:
        sync(descriptor)
        watched.sync(descriptor)

    def noted(verb: Callable[[str, str], None]) -> Callable[[str, str], None]:
        def name(source: str, target: str) -> None:
            watched.name(Path(source), Path(target))
            verb(source, target)

        return name

    monkeypatch.setattr(os, "fsync", noted_sync)
    for verb in ("replace", "rename"):
        monkeypatch.setattr(os, verb, noted(getattr(os, verb)))
    return watched


@pytest.fixture
def keeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keeping:
    """A plain file with a thought in it, and a backup; slots cost next to nothing."""
    monkeypatch.setattr(key_slots, "COST", Cost(memory=64, passes=1, lanes=1))
    house = opened(tmp_path / "here")
    let_in(house, "a thought")
    house.close()
    made = Keeping(Paths.under(tmp_path / "here"), Clock())
    made.backups(None).make(Why.BY_HAND)
    return made


def test_the_slots_are_on_the_disk_before_the_file_is_sealed(keeping: Keeping, disk: Disk) -> None:
    keeping.strongbox.seal(WORDS)

    assert disk.all_is_there, disk.loose
    assert disk.named[:4] == ["guesthouse.keys", "names", "guesthouse.db", "names"]


def test_another_passphrase_and_another_code_are_on_the_disk(keeping: Keeping, disk: Disk) -> None:
    sealed = keeping.strongbox.seal(WORDS)
    disk.named.clear()
    keeping.strongbox.change(sealed.key, "another")
    keeping.strongbox.new_code(sealed.key)

    assert disk.all_is_there, disk.loose
    assert disk.named == ["guesthouse.keys", "names"] * 2


def test_so_is_a_file_that_is_plain_again(keeping: Keeping, disk: Disk) -> None:
    keeping.strongbox.unseal(keeping.strongbox.seal(WORDS).key)

    assert disk.all_is_there and disk.named[-3:] == ["guesthouse.db", "names", "names"], disk.loose


def test_a_backup_is_on_the_disk_with_its_slots_before_it_has_its_name(keeping: Keeping, disk: Disk) -> None:
    key = keeping.strongbox.seal(WORDS).key
    keeping.backups(key).make(Why.DAILY)

    assert disk.all_is_there, disk.loose


def test_a_backup_with_slots_of_its_own_comes_back_with_them(keeping: Keeping, disk: Disk) -> None:
    first = keeping.strongbox.seal(WORDS).key
    copy = keeping.backups(first).make(Why.BY_HAND).file
    keeping.strongbox.unseal(first)
    keeping.strongbox.seal("another")
    disk.named.clear()
    keeping.restoring.restore(copy, key_now=None, key_then=first)

    assert disk.all_is_there, disk.loose
    assert keeping.strongbox.unlock(WORDS) == first
    waiting, *after_it = disk.named[next(i for i, name in enumerate(disk.named) if ".for-" in name) :]
    assert waiting.startswith("guesthouse.keys.for-")
    assert after_it == ["names", "guesthouse.db", "names", "guesthouse.keys", "names"]
