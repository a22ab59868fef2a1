"""The sounds' files: made once, found again, whole or made anew."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from guesthouse.services.sounds import fetch_sound
from guesthouse.sim.sounds import EDITION, Sound

FILE = f"bell-{EDITION}.wav"


@pytest.fixture(scope="module")
def bell(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return fetch_sound(tmp_path_factory.mktemp("first"), Sound.BELL)


def test_it_is_made_once_and_kept(tmp_path: Path, bell: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data" / "sounds"
    assert fetch_sound(folder, Sound.BELL) == bell
    assert [file.name for file in folder.iterdir()] == [FILE]
    monkeypatch.setattr("guesthouse.services.sounds.make_sound", None)
    assert fetch_sound(folder, Sound.BELL) == bell


@pytest.mark.parametrize("broken", [b"", b"RIFF", b"a text of somebody's"])
def test_a_broken_file_is_made_anew(tmp_path: Path, bell: bytes, broken: bytes) -> None:
    (tmp_path / FILE).write_bytes(broken)
    assert fetch_sound(tmp_path, Sound.BELL) == bell == (tmp_path / FILE).read_bytes()


def test_a_file_that_was_cut_off_is_made_anew(tmp_path: Path, bell: bytes) -> None:
    (tmp_path / FILE).write_bytes(bell[:1000])
    assert fetch_sound(tmp_path, Sound.BELL) == bell == (tmp_path / FILE).read_bytes()


def test_where_it_cannot_be_kept_it_is_made_all_the_same(tmp_path: Path, bell: bytes) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("where a folder would have to be", encoding="utf-8")
    assert fetch_sound(blocked / "sounds", Sound.BELL) == bell
    assert blocked.is_file()


def test_an_earlier_edition_makes_room_and_other_files_stay(tmp_path: Path, bell: bytes) -> None:
    for name in ("bell-0.wav", "rain-0.wav", "my own.wav"):
        (tmp_path / name).write_bytes(b"x")
    fetch_sound(tmp_path, Sound.BELL)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([FILE, "my own.wav", "rain-0.wav"])


def test_a_sound_nobody_knows_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        fetch_sound(tmp_path, "thunder")
    assert not list(tmp_path.iterdir())


def test_the_folder_is_for_this_person(tmp_path: Path, bell: bytes) -> None:
    fetch_sound(tmp_path / "sounds", Sound.BELL)
    if sys.platform != "win32":  # which has other rules for that
        assert stat.S_IMODE((tmp_path / "sounds").stat().st_mode) == 0o700
