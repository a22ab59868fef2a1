"""A full disk: an export and an import are told in a sentence, and leave everything as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.errors import DiskFull
from guesthouse.house import check_house
from guesthouse.paths import Paths
from guesthouse.services.archive import Archive
from guesthouse.storage.connection import Place
from tests.safety.hands import KEY, Clock, contents, let_in, opened
from tests.safety.test_importing_killed import export_of
from tests.safety.test_no_room import SmallDisk, SmallFiles, small

__all__ = ["small"]


def archive(folder: Path, key: bytes | None = None) -> Archive:
    return Archive(Place(folder / "guesthouse.db", folder / "backups", key), Clock())


@pytest.mark.parametrize("ending", [".json", ".zip"])
def test_an_export_without_room_leaves_the_older_one(
    small: SmallDisk | SmallFiles, tmp_path: Path, ending: str
) -> None:
    house = tmp_path / "house"
    house.mkdir()
    archive(house).take_in(export_of(tmp_path))
    to = small.folder / f"all{ending}"
    to.write_text("an older one")
    small.fill(leaving=100_000)
    with pytest.raises(DiskFull) as full:
        archive(house).export(to)
    small.clear()
    assert full.value.path == small.folder
    assert contents(small.folder) == {to.name: b"an older one"}
    archive(house).export(to)
    assert archive(house).look(to).is_nothing


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_an_import_without_room_changes_nothing(
    small: SmallDisk | SmallFiles, tmp_path: Path, key: bytes | None
) -> None:
    source = export_of(tmp_path)
    house = opened(small.folder, key=key)
    let_in(house, "I was here before")
    house.close()
    small.fill(leaving=400_000)
    with pytest.raises(small.trouble):
        archive(small.folder, key).take_in(source)
    small.clear()
    check_house(Paths.under(small.folder), key)
    house = opened(small.folder, key=key)
    assert [guest.words for guest in house.guest_book.find()] == ["I was here before"]
    house.close()
