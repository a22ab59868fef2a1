"""Which folder the copies go to, also where it is away, and which files in it are ours."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Why
from guesthouse.errors import FolderInTheWay, PlaceUnusable
from guesthouse.paths import Paths
from guesthouse.storage.backup_shelf import Shelf
from tests.safety.hands import contents

PLAIN = b"SQLite format 3\x00" + bytes(84)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Folders of which none is there yet."""
    return Paths.under(tmp_path / "data")


@pytest.fixture
def shelf(paths: Paths) -> Shelf:
    """Nothing on it."""
    return Shelf(paths)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder of one's choice, with something of one's own in it."""
    folder = tmp_path / "stick ☂ \udce4 "
    folder.mkdir()
    (folder / "letters.db").write_bytes(b"dear")
    return folder


def put(folder: Path, name: str, data: bytes = PLAIN) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    (folder / name).write_bytes(data)
    return folder / name


def test_at_first_it_is_the_usual_folder(paths: Paths, shelf: Shelf) -> None:
    assert (shelf.folder, shelf.chosen, shelf.away) == (paths.backups, None, False)
    assert shelf.copies(UTC) == [] == shelf.others()


def test_a_chosen_folder_is_remembered_and_nothing_in_it_is_touched(paths: Paths, shelf: Shelf, stick: Path) -> None:
    shelf.choose(stick)
    again = Shelf(paths)

    assert (again.folder, again.chosen, again.away) == (stick, stick, False)
    assert contents(stick) == {"letters.db": b"dear"} and again.note.stat().st_mode & 0o777 == 0o600
    again.choose(None)
    assert (shelf.folder, shelf.chosen) == (paths.backups, None)


def test_a_folder_with_the_copies_of_another_computer_is_refused(paths: Paths, shelf: Shelf, stick: Path) -> None:
    theirs = put(stick, "guesthouse-20261125-234105-312-daily.db")
    with pytest.raises(FolderInTheWay):
        shelf.choose(stick)
    assert shelf.chosen is None and theirs.exists()

    put(paths.backups, theirs.name)
    shelf.choose(stick)
    assert shelf.chosen == stick, "our own copies were taken there before"
    shelf.choose(None)
    (paths.backups / theirs.name).unlink()
    shelf.choose(stick)
    assert shelf.chosen == stick, "it was ours before"


def test_while_it_is_away_the_usual_one_is_used(paths: Paths, shelf: Shelf, stick: Path) -> None:
    shelf.choose(stick)
    away = stick.rename(stick.with_name("in the drawer"))
    assert (shelf.folder, shelf.chosen, shelf.away) == (paths.backups, stick, True)

    away.rename(stick)
    assert (shelf.folder, shelf.away) == (stick, False)


def test_what_cannot_be_used_is_refused_and_the_choice_stays(shelf: Shelf, stick: Path, tmp_path: Path) -> None:
    shelf.choose(stick)
    for wrong in (tmp_path / "nowhere", stick / "letters.db", tmp_path / "two\nlines", tmp_path / "a\0b"):
        with pytest.raises(PlaceUnusable):
            shelf.choose(wrong)
    assert shelf.folder == stick


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00x", b"relative/path\n", b"\0\n", b"\n\n\n", b"/a\0b\n"])
def test_a_note_that_says_nothing_is_the_usual_folder(paths: Paths, shelf: Shelf, data: bytes) -> None:
    put(paths.data, shelf.note.name, data)

    assert (shelf.folder, shelf.away, shelf.others()) == (paths.backups, False, [])


def test_copies_that_stayed_in_folders_of_before_are_named(paths: Paths, shelf: Shelf, tmp_path: Path) -> None:
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    for folder in (one, two, three):
        folder.mkdir()
        shelf.choose(folder)
    put(one, "guesthouse-20261125-234105-312-daily.db")
    put(two, "letters.db")
    assert shelf.others() == [one]

    shelf.choose(one)
    assert shelf.others() == []
    put(three, "guesthouse-20261125-234105-312-daily.db")
    assert shelf.others() == [three]


def test_copies_are_listed_newest_first_from_both_folders(paths: Paths, shelf: Shelf, stick: Path) -> None:
    shelf.choose(stick)
    put(paths.backups, "guesthouse-20261125-234105-312-daily.db")
    put(stick, "guesthouse-20261126-080000-313-by-hand.db", b"\x83" * 8192)
    put(stick, "guesthouse-20260301-213002-before-0002_journal.db")
    put(stick, "guesthouse-20261126-080000-313-by-hand.db.part")
    odd = put(stick, "guesthouse-20269999-080000-313-daily.db")
    os.utime(odd, (1_700_000_000, 1_700_000_000))
    listed = shelf.copies(UTC)

    assert [copy.made for copy in listed] == [
        datetime(2026, 11, 26, 8, tzinfo=UTC),
        datetime(2026, 11, 25, 23, 41, 5, tzinfo=UTC),
        datetime(2026, 3, 1, 21, 30, 2, tzinfo=UTC),
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC),
    ]
    assert [copy.why for copy in listed] == [Why.BY_HAND, Why.DAILY, Why.BEFORE_MIGRATION, None]
    assert [copy.sealed for copy in listed] == [True, False, False, False]
    assert [copy.bytes for copy in listed] == [8192, 100, 100, 100]
    assert {copy.inside for copy in listed} == {None}


def test_leftovers_of_copies_go_and_others_stay(paths: Paths, shelf: Shelf, stick: Path) -> None:
    shelf.choose(stick)
    put(stick, "guesthouse-20261126-080000-313-by-hand.db.part")
    put(stick, "guesthouse-20261126-080000-313-by-hand.db.part-journal")
    put(paths.backups, "guesthouse-20261126-080000-313-daily.db.part")
    put(stick, "film.part")
    shelf.clear_leftovers()

    assert set(contents(stick)) == {"letters.db", "film.part"} and contents(paths.backups) == {}
