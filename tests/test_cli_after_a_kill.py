"""What a kill left half-done is finished by the next command, whichever it is, as the window would at its start."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli_hands import PASSPHRASE, Command, Folder, runner
from tests.safety.hands import contents, opened

COMMANDS = (["check"], ["export", "--to", "{}/all.json"], ["backup", "--to", "{}/copy.db"])


@pytest.fixture
def guesthouse(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command, with these arguments and lines on stdin."""
    return runner(monkeypatch, capfd)


@pytest.mark.parametrize("line", COMMANDS, ids=lambda line: line[0])
def test_a_restoring_killed_before_its_keys_took_their_place_is_finished(
    guesthouse: Command, tmp_path: Path, line: list[str]
) -> None:
    folder = Folder(tmp_path / "data", PASSPHRASE).live_in("still here").seal()
    for copy in folder.copies():
        copy.unlink()
    keys = folder.path / "guesthouse.keys"
    keys.rename(folder.path / f"guesthouse.keys.for-{folder.file.read_bytes()[:16].hex()}")

    said = guesthouse(folder, *(part.format(tmp_path) for part in line))
    assert (said.code, said.err) == (0, "")
    assert keys.exists() and not list(folder.path.glob("guesthouse.keys.for-*"))


def test_a_plain_file_half_written_beside_a_sealed_one_goes(guesthouse: Command, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data", PASSPHRASE).live_in("still here").seal()
    before = contents(folder.path)
    for name in ("guesthouse.db.unsealing", "guesthouse.db.restoring", "guesthouse.db.salvaged"):
        (folder.path / name).write_bytes(b"SQLite format 3\0 words of somebody")

    assert guesthouse(folder, "check").code == 0
    assert contents(folder.path) == before


def test_what_somebody_writes_beside_an_open_window_stays(guesthouse: Command, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data", None).live_in("still here")
    house = opened(folder.path)
    half = folder.path / "guesthouse.db.sealing"
    half.write_bytes(b"being written just now")

    assert guesthouse(folder, "check").code == 0
    assert half.read_bytes() == b"being written just now"
    house.close()
