"""Places of one's own choice that may not be written or read: the sentence is about them, the data are as before."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.errors import BackupUnreadable, PlaceUnusable
from tests.safety.hands import command, contents, let_in, opened


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a guest in it."""
    house = opened(tmp_path / "home")
    let_in(house, "I was here before")
    house.close()
    return tmp_path / "home"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder of one's choice."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def told(home: Path, *line: str | Path) -> str:
    """The one sentence of a command that changed nothing."""
    before = contents(home)["guesthouse.db"]
    said = command(*line, "--data-dir", home, modes_apply=True)
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (1, "", 1), said.stderr
    assert contents(home)["guesthouse.db"] == before and not (home / "aside").exists()
    return said.stderr.rstrip("\n")


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_backup_to_a_closed_folder_is_about_that_folder(home: Path, stick: Path, mode: int) -> None:
    stick.chmod(mode)
    said = told(home, "backup", "--to", stick)
    stick.chmod(0o700)
    assert said == PlaceUnusable(stick).sentence and contents(stick) == {}


@pytest.mark.parametrize("inside", ["one.db", "deeper/one.db", "deeper"])
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_backup_into_one_is_as_well(home: Path, stick: Path, inside: str, mode: int) -> None:
    stick.chmod(mode)
    said = told(home, "backup", "--to", stick / inside)
    stick.chmod(0o700)
    assert said == PlaceUnusable((stick / inside).parent).sentence and contents(stick) == {}


@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_backup_that_may_not_be_read_is_told_as_that(home: Path, stick: Path, closed: str) -> None:
    backup = stick / "then.db"
    assert command("backup", "--to", backup, "--data-dir", home).returncode == 0
    shut = {"file": backup, "folder": stick}[closed]
    mode = shut.stat().st_mode & 0o777
    shut.chmod(0)
    said = told(home, "restore", backup)
    shut.chmod(mode)
    assert said == BackupUnreadable(backup).sentence
    assert command("restore", backup, "--data-dir", home, modes_apply=True).returncode == 0


def test_a_place_is_named_from_its_root(home: Path, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(stick)
    stick.chmod(0o500)
    exported, backed_up = told(home, "export", "--to", "all.json"), told(home, "backup", "--to", "one.db")
    into = told(home, "backup", "--to", ".")
    stick.chmod(0o700)
    assert exported == backed_up == into == PlaceUnusable(stick).sentence
