"""The folders: where they are, and that what lies in them is its owner's alone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from guesthouse.errors import FolderUnusable
from guesthouse.paths import Paths, resources
from tests.safety.hands import begun, closed


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_all_of_it_lies_under_the_folder_that_was_asked_for(tmp_path: Path) -> None:
    paths = Paths.find(str(tmp_path / "here"), {"GUESTHOUSE_DATA_DIR": "elsewhere"})

    files = {paths.database, paths.backups, paths.lock, paths.preferences, paths.logfile, paths.crashfile}
    assert all(file.is_relative_to(tmp_path / "here") for file in files) and len(files) == 6


def test_the_variable_says_where_when_nobody_else_does(tmp_path: Path) -> None:
    assert Paths.find(None, {"GUESTHOUSE_DATA_DIR": str(tmp_path)}) == Paths.under(tmp_path)
    assert Paths.find(None, {"GUESTHOUSE_DATA_DIR": ""}) == Paths.find(None, {}) == Paths.standard()


def test_a_place_told_from_here_or_from_home_is_a_whole_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    assert Paths.find("a/../b", {}).data == tmp_path / "b"
    assert Paths.find("~/mine", {}).data == tmp_path / "home" / "mine"


def test_a_new_folder_is_its_owners_alone_and_so_is_what_was_missing_above(tmp_path: Path) -> None:
    Paths.under(tmp_path / "some" / "where").make()

    assert mode(tmp_path / "some") == mode(tmp_path / "some" / "where") == 0o700


def test_after_a_first_evening_every_folder_and_file_is_its_owners_alone(tmp_path: Path) -> None:
    """The log is the first to need a folder; the folder it made once stayed open to everybody."""
    child = begun(tmp_path / "new")
    closed(child)
    there = {path.name: mode(path) for path in [tmp_path / "new", *(tmp_path / "new").rglob("*")]}

    assert {name: there[name] for name in ("new", "log", "guesthouse.db", "guesthouse.lock", "guesthouse.log")} == {
        "new": 0o700,
        "log": 0o700,
        "guesthouse.db": 0o600,
        "guesthouse.lock": 0o600,
        "guesthouse.log": 0o600,
    }


def test_a_folder_that_is_ours_is_closed_to_others_and_one_with_other_things_is_left(tmp_path: Path) -> None:
    for name, inside in (("empty", None), ("ours", "guesthouse.db"), ("log-only", "log"), ("mixed", "letters.txt")):
        (tmp_path / name).mkdir(mode=0o755)
        if inside is not None:
            (tmp_path / name / inside).touch()
        Paths.under(tmp_path / name).make()

    assert {path.name: mode(path) for path in tmp_path.iterdir()} == {
        "empty": 0o700,
        "ours": 0o700,
        "log-only": 0o700,
        "mixed": 0o755,
    }


@pytest.mark.parametrize("name", ["a file", "a file/below", "nul\0", "x" * 300, "a dead link"])
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "a file").write_bytes(b"of somebody")
    (tmp_path / "a dead link").symlink_to(tmp_path / "unplugged" / "disk")

    with pytest.raises(FolderUnusable):
        Paths.under(tmp_path / name).make()
    assert (tmp_path / "a file").read_bytes() == b"of somebody"


def test_the_resources_are_found() -> None:
    assert (resources() / "scenes" / "garden" / "scene.toml").is_file()
