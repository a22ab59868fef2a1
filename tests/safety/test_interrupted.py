"""Ctrl+C at any moment of a command, within what is watched and outside of it: it ends quietly, and nothing is half."""

from __future__ import annotations

import random
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest

from guesthouse import cli_data
from guesthouse.house import check_house
from guesthouse.paths import Paths
from guesthouse.storage import backup
from tests.cli_hands import LIVED_IN, Command, Folder, runner
from tests.safety.hands import contents

OUTSIDE = ("cli.py", "discretion.py")  # what takes the interruption, and what comes before it
ENOUGH = 1 << 30


@pytest.fixture(params=LIVED_IN, ids=["sealed", "plain"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
    """Somebody has been here, with a passphrase and without one."""
    return Folder(tmp_path / "data", request.param).live_in("I always mess up", entry="It rained.").seal()


@pytest.fixture
def guesthouse(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command."""
    return runner(monkeypatch, capfd)


@pytest.fixture
def export(guesthouse: Command, tmp_path: Path) -> Path:
    """What another computer has to tell."""
    other = Folder(tmp_path / "other", None).live_in("Nobody gets me", entry="It snowed.")
    guesthouse(other, "export", "--to", tmp_path / "all.json")
    return tmp_path / "all.json"


@contextmanager
def interrupted(at: int, times: int) -> Iterator[list[int]]:
    """Ctrl+C, so many times, at the call of ours with this number; yields how many there were."""
    calls = [0]

    def heard(frame: FrameType, event: str, _arg: object) -> None:
        file = frame.f_code.co_filename
        if event == "call" and "/guesthouse/" in file and not file.endswith(OUTSIDE):
            calls[0] += 1
            for _ in range(times if calls[0] == at else 0):
                signal.raise_signal(signal.SIGINT)

    sys.setprofile(heard)
    try:
        yield calls
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("times", [1, 2])
def test_an_import_interrupted_at_any_moment_is_there_or_is_not(
    guesthouse: Command, folder: Folder, export: Path, tmp_path: Path, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "LOOK_EVERY", 20)  # so that a small file is looked through in several steps
    work = replace(folder, path=tmp_path / "work")
    before, chance = folder.thoughts(), random.Random(times)
    moments = [ENOUGH]
    for turn in range(16):
        shutil.rmtree(work.path, ignore_errors=True)
        shutil.copytree(folder.path, work.path)
        with interrupted(moments[turn], times) as calls:
            said = guesthouse(work, "import", export)
        if turn == 0:
            assert said.code == 0 and calls[0] > 500
            moments += [chance.randrange(1, calls[0]) for _ in range(15)]
        assert said.code in (0, 130) and said.err.count("\n") <= 1, (moments[turn], said)
        check_house(Paths.under(work.path), work.key)
        assert work.thoughts() in (before, sorted([*before, "Nobody gets me"]))
        assert not [name for name in contents(work.path) if "backups/" in name and not name.endswith(".db")]


def test_the_backup_before_an_import_can_be_stopped_like_all_else(
    guesthouse: Command, folder: Folder, export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopping(cli_data.Watch):
        def __call__(self, percent: int) -> bool:
            if self._doing == "Backing up":
                signal.raise_signal(signal.SIGINT)
            return super().__call__(percent)

    monkeypatch.setattr(cli_data, "Watch", Stopping)
    before, copies = contents(folder.path)["guesthouse.db"], folder.copies()
    said = guesthouse(folder, "import", export)

    assert said.code == 130 and said.out == "" and said.err.count("\n") <= 1
    assert contents(folder.path)["guesthouse.db"] == before and folder.copies() == copies
