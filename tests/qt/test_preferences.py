"""Preferences outlive a restart, and survive a file that is broken or cannot be written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from guesthouse.qt.preferences import Preferences

READ = """
import sys; from pathlib import Path; from guesthouse.qt.preferences import Preferences
print(repr(getattr(Preferences(Path(sys.argv[1])), sys.argv[2])))
"""
CHOSEN = {
    "theme": "night",
    "motion": "calm",
    "text_size": 150,
    "keep_by_default": False,
    "faces": False,
    "sound_volume": 65,
    "chime": True,
    "begun": True,
    "spelling": "garden",
    "wording": "noticing",
    "country": "nz",
    "geometry": QByteArray(b"\x01\x02\x00\xff"),
}


@pytest.mark.parametrize("name", sorted(CHOSEN))
def test_what_was_chosen_is_there_after_a_restart(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    file = tmp_path / "config" / "preferences.ini"
    before = Preferences(file)
    assert getattr(before, name) != CHOSEN[name]
    with qtbot.waitSignal(before.changed, check_params_cb=lambda changed: changed == name):
        setattr(before, name, CHOSEN[name])
    said = subprocess.run([sys.executable, "-c", READ, str(file), name], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == repr(CHOSEN[name])


def test_nothing_is_told_where_nothing_changes(qtbot: QtBot, preferences: Preferences) -> None:
    preferences.theme = "night"
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.theme = "night"


@pytest.mark.parametrize(
    "broken",
    [
        b"[General]\ntext_size=enormous\ntheme=plaid\nmotion=\nfaces=perhaps\ngeometry=nonsense\nsound_volume=loud\nchime=\n",
        b"[General]\ntext_size=999999\nsound_volume=-3\n",
        b"no ini file at all\n\x00\xff\xfe]]]",
        b"",
    ],
)
def test_a_broken_file_begins_anew(qapp: object, tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "preferences.ini"
    file.write_bytes(broken)
    read = Preferences(file)
    assert read.theme == "system" and read.motion == "system"
    assert read.text_size in range(80, 201)
    assert read.faces and read.keep_by_default and not read.begun
    assert read.sound_volume in range(101) and not read.chime
    assert read.geometry.isEmpty()
    read.theme = "night"
    assert b"night" in file.read_bytes()


def test_a_folder_that_cannot_be_written_is_survived(qapp: object, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("where a folder would have to be", encoding="utf-8")
    preferences = Preferences(blocked / "preferences.ini")
    preferences.theme = "night"
    preferences.text_size = 120
    assert (preferences.theme, preferences.text_size) == ("night", 120)
