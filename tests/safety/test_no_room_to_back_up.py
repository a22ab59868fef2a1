"""A full disk while a backup is made or comes back: told, nothing half-made is left, and what was there is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Why
from guesthouse.house import check_house
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.services.restoring import Restoring
from guesthouse.storage.connection import Place
from guesthouse.storage.key_slots import slots_for, write_slots
from tests.safety.hands import KEY, Clock, contents, let_in, opened
from tests.safety.test_no_room import KINDS, SmallDisk, SmallFiles

OTHER = bytes(range(32, 64))
ROOM = 40_000
THOUGHTS = 12


@pytest.fixture(params=KINDS)
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallDisk | SmallFiles]:
    """A place with little room."""
    folder = tmp_path / "small"
    folder.mkdir()
    disk = KINDS[request.param](folder)
    yield disk
    disk.close()


@pytest.fixture(params=["plain", "keyed"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    """No key, and one."""
    return KEY if request.param == "keyed" else None


def lived_in(folder: Path, key: bytes | None) -> Paths:
    """A folder with some hundred kilobytes in it."""
    house = opened(folder, key=key)
    for number in range(THOUGHTS):
        let_in(house, f"thought {number} " + "filling the room " * 50)
    house.close()
    paths = Paths.under(folder)
    if key is not None:
        write_slots(paths.keys, slots_for(key).with_passphrase(key, "under the stone"))
    return paths


def backups_of(paths: Paths, key: bytes | None) -> Backups:
    return Backups(Place(paths.database, paths.backups, key), paths, Clock())


def told_until_there_is_room(small: SmallDisk | SmallFiles, verb: object, unchanged: object) -> int:
    """Try it again and again with a little more room; how often it was told, with nothing changed."""
    for told in range(100):
        try:
            verb()  # type: ignore[operator]
        except small.trouble:
            unchanged()  # type: ignore[operator]
            small.give(ROOM)
        else:
            return told
    raise AssertionError("it is never done")


def test_a_backup_is_whole_or_not_there(small: SmallDisk | SmallFiles, key: bytes | None) -> None:
    paths = lived_in(small.folder, key)
    before = contents(paths.data)
    backups = backups_of(paths, key)
    small.fill(leaving=ROOM)

    def unchanged() -> None:
        now = contents(paths.data)
        assert {name: now.get(name) for name in before} == before and backups.listed() == []
        assert not paths.backups.exists() or list(paths.backups.iterdir()) == []

    assert told_until_there_is_room(small, lambda: backups.make(Why.BY_HAND), unchanged) > 1
    (made,) = backups.listed()
    inside = backups.look_into(made)
    assert inside is not None and inside.visits == THOUGHTS


@pytest.mark.parametrize("then", [None, OTHER], ids=["plain", "sealed"])
def test_a_restoring_is_whole_or_was_never_begun(
    small: SmallDisk | SmallFiles, key: bytes | None, then: bytes | None, tmp_path: Path
) -> None:
    paths = lived_in(small.folder, key)
    backup = backups_of(lived_in(tmp_path / "other", then), then).make(Why.BY_HAND, to=tmp_path / "then.db").file
    before = {name: data for name, data in contents(paths.data).items() if name != "guesthouse.lock"}
    small.fill(leaving=ROOM)

    def restore() -> None:
        Restoring(paths, Clock()).restore(backup, key_now=key, key_then=then)

    def unchanged() -> None:
        now = contents(paths.data)
        assert {name: now.get(name) for name in before} == before
        assert not [name for name in now if ".restoring" in name or ".part" in name]
        assert not now.get("guesthouse.db-wal")  # SQLite may leave it behind, with nothing in it
        assert not paths.aside.exists()

    assert told_until_there_is_room(small, restore, unchanged) > 1
    small.clear()
    check_house(paths, key or then)
    assert len(backups_of(paths, key).listed()) >= 1
