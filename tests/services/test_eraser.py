"""Erasing everything: what is ours goes, what is somebody else's stays, and what stays is told."""

from __future__ import annotations

import logging
import os
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guesthouse.errors import AlreadyOpen
from guesthouse.house import open_house
from guesthouse.keeping import Keeping
from guesthouse.log import Log
from guesthouse.paths import Paths
from guesthouse.services.eraser import Eraser
from guesthouse.services.sounds import fetch_sound
from guesthouse.sim.sounds import Sound
from guesthouse.storage.erasing_all import take_away_all

NOW = datetime(2026, 5, 3, 9, 0, tzinfo=UTC)


def clock() -> datetime:
    return NOW


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Folders of three places, as a system has them."""
    return Paths(tmp_path / "data", tmp_path / "config", tmp_path / "log")


@pytest.fixture
def lived_in(paths: Paths) -> Paths:
    """A house that was used: a thought, a backup, sounds, preferences, a log, a file set aside, and leftovers."""
    house = open_house(paths, clock=clock, random=random.Random(1))
    house.close()
    Keeping(paths, clock).backups(None).make_if_due()
    for folder in (paths.config, paths.backups, paths.aside / "20260503-090000"):
        folder.mkdir(parents=True, exist_ok=True)
    fetch_sound(paths.sounds, next(iter(Sound)))
    paths.preferences.write_text("[General]\n")
    paths.keys.write_text("{}")
    for name in ("guesthouse.db-wal", "guesthouse.db.new", "guesthouse.keys.part", "backups-folder.txt"):
        (paths.data / name).write_text("")
    (paths.backups / "guesthouse-20260301-213002-before-0002_journal.db").write_bytes(b"copy")
    (paths.backups / "guesthouse-20260301-213002-12-daily.db.part").write_bytes(b"half a copy")
    (paths.aside / "20260503-090000" / "guesthouse.db").write_bytes(b"damaged")
    return paths


def everything(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*")}


def test_nothing_of_ours_is_left_not_even_the_folders(lived_in: Paths, tmp_path: Path) -> None:
    assert Eraser(lived_in).erase() == []
    assert everything(tmp_path) == set()


def test_all_in_one_folder_goes_too(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "all")
    open_house(paths, clock=clock, random=random.Random(1)).close()
    Eraser(paths).erase()
    assert everything(tmp_path) == set()


def test_what_is_not_ours_stays_where_it_is(lived_in: Paths) -> None:
    theirs = [
        lived_in.data / "letter.txt",
        lived_in.data / "guesthouse of my aunt.txt",
        lived_in.backups / "photos.db",
        lived_in.sounds / "birthday.wav",
        lived_in.aside / "letters" / "to my aunt.txt",
        lived_in.log / "other.log",
        lived_in.config / "other.ini",
    ]
    for file in theirs:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("mine")
    Eraser(lived_in).erase()
    assert [file for file in theirs if file.read_text() != "mine"] == []
    assert not lived_in.database.exists() and not lived_in.keys.exists()


def test_it_says_before_what_goes_and_what_stays_and_changes_nothing(lived_in: Paths, tmp_path: Path) -> None:
    earlier, now = tmp_path / "stick", tmp_path / "synced"
    for folder in (earlier, now):
        folder.mkdir()
        Keeping(lived_in, clock).backups(None).choose_folder(folder)
    mine = lived_in.data / "guesthouse.db (copy)"
    mine.write_text("")
    before = everything(tmp_path)
    remains = Eraser(lived_in).foresee()
    assert everything(tmp_path) == before
    assert {lived_in.database, lived_in.keys, lived_in.preferences} <= set(remains.goes)
    assert remains.stays == [earlier, mine]


def test_backups_in_the_folder_in_use_go_and_those_in_an_earlier_one_stay(lived_in: Paths, tmp_path: Path) -> None:
    earlier, now = tmp_path / "stick", tmp_path / "synced"
    name = "guesthouse-20260301-213002-12-daily.db"
    for folder in (earlier, now):
        folder.mkdir()
        Keeping(lived_in, clock).backups(None).choose_folder(folder)
        (folder / name).write_bytes(b"copy")
        (folder / "holiday.jpg").write_bytes(b"picture")
    Eraser(lived_in).erase()
    assert everything(earlier) == {name, "holiday.jpg"}
    assert everything(now) == {"holiday.jpg"}


def test_a_link_goes_and_the_file_behind_it_too_but_no_folder_behind_one(lived_in: Paths, tmp_path: Path) -> None:
    elsewhere = tmp_path / "big-disk"
    elsewhere.mkdir()
    (elsewhere / "album").mkdir()
    (elsewhere / "album" / "picture.jpg").write_text("mine")
    lived_in.database.rename(elsewhere / "kept.db")
    (elsewhere / "kept.db.sealing").write_text("half of it")
    lived_in.database.symlink_to(elsewhere / "kept.db")
    (lived_in.aside / "20260503-090000" / "album").symlink_to(elsewhere / "album")
    Eraser(lived_in).erase()
    assert everything(elsewhere) == {"album", "album/picture.jpg"}
    assert not lived_in.data.exists()


def test_the_log_that_is_open_goes_and_does_not_come_back(lived_in: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where the folder stays, since something else lies in it, and the log would turn over to a new file."""
    log = Log(lived_in)
    (lived_in.log / "other.log").write_text("mine")
    monkeypatch.setattr("guesthouse.log.BYTES", 1)
    try:
        assert lived_in.logfile.exists()
        Eraser(lived_in).erase()
        for _ in range(3):
            logging.getLogger("guesthouse").warning("something")
    finally:
        log.close()
    assert everything(lived_in.log) == {"other.log"}


def test_another_window_keeps_all_of_it(lived_in: Paths, tmp_path: Path) -> None:
    house = open_house(lived_in, clock=clock, random=random.Random(1), alone=True)
    before = everything(tmp_path)
    with pytest.raises(AlreadyOpen):
        Eraser(lived_in).erase()
    assert everything(tmp_path) == before
    house.close()


def test_what_could_not_be_removed_is_returned_and_the_rest_goes(
    lived_in: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck, unlink = lived_in.backups / "guesthouse-20260301-213002-12-daily.db.part", Path.unlink

    def held(file: Path, missing_ok: bool = False) -> None:
        if file == stuck:
            raise PermissionError
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    assert Eraser(lived_in).erase() == [stuck]
    assert everything(lived_in.data) == {"backups", "backups/guesthouse-20260301-213002-12-daily.db.part"}


def test_there_may_be_nothing_to_erase(paths: Paths, tmp_path: Path) -> None:
    assert Eraser(paths).foresee().goes == [] and Eraser(paths).erase() == []
    assert everything(tmp_path) == set()


def test_what_was_written_is_overwritten_but_not_under_somebody_elses_name(tmp_path: Path) -> None:
    held, shared, one, two = (tmp_path / name for name in ("held", "shared", "one", "two"))
    for file in (held, shared, one):
        file.write_bytes(b"secret")
    os.link(shared, tmp_path / "theirs")
    os.link(one, two)
    with held.open("rb") as still_open, one.open("rb") as ours_twice:
        assert take_away_all([held, shared, one, two]) == []
        assert still_open.read() == ours_twice.read() == bytes(6)
    assert everything(tmp_path) == {"theirs"}
    assert (tmp_path / "theirs").read_bytes() == b"secret"
