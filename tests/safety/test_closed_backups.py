"""Folders of backups that may not be written or read, as another user meets them: told, and the usual one is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import Why
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.storage.connection import Place
from tests.safety.hands import MODES_APPLY, Clock, contents, let_in, opened

ROOT = Path(__file__).parents[2]

ASKS = """
import sys
from pathlib import Path

from guesthouse.domain.safekeeping import Why
from guesthouse.errors import GuesthouseError
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.services.restoring import Restoring
from guesthouse.storage.connection import Place
from tests.safety.hands import Clock

paths = Paths.under(Path(sys.argv[2]))
backups = Backups(Place(paths.database, paths.backups), paths, Clock())
try:
    if sys.argv[1] == "choose":
        backups.choose_folder(Path(sys.argv[3]))
    elif sys.argv[1] == "make":
        made = backups.make(Why.BY_HAND)
        print(made.file.parent.name, backups.folder_away)
    elif sys.argv[1] == "restore":
        Restoring(paths, Clock()).restore(Path(sys.argv[3]), key_now=None, key_then=None)
    print("done")
except GuesthouseError as error:
    print(type(error).__name__)
"""


def asked(*arguments: str | Path) -> str:
    """What a child says for whom modes are something."""
    line = [sys.executable, "-c", MODES_APPLY, "-c", ASKS, *map(str, arguments)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=50, check=True)
    return done.stdout


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A folder with a guest in it."""
    house = opened(tmp_path / "home")
    let_in(house, "I was here before")
    house.close()
    return Paths.under(tmp_path / "home")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder of one's choice."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.mark.parametrize("mode", [0o500, 0o300, 0o000])
def test_a_folder_that_is_closed_cannot_be_chosen(paths: Paths, stick: Path, mode: int) -> None:
    stick.chmod(mode)
    said = asked("choose", paths.data, stick)
    stick.chmod(0o700)

    assert said == "PlaceUnusable\n" and contents(stick) == {}
    assert not (paths.data / "backups-folder.txt").exists()


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_one_that_is_closed_later_is_away_and_the_usual_one_is_used(paths: Paths, stick: Path, mode: int) -> None:
    assert asked("choose", paths.data, stick) == "done\n"
    stick.chmod(mode)
    said = asked("make", paths.data)
    stick.chmod(0o700)

    assert said == "backups True\ndone\n" and contents(stick) == {}
    assert asked("make", paths.data) == "stick False\ndone\n"


def test_the_usual_one_closed_is_told(paths: Paths) -> None:
    paths.backups.mkdir(mode=0o500)
    said = asked("make", paths.data)

    assert said == "ReadOnly\n" and contents(paths.backups) == {}


@pytest.mark.parametrize("what", ["folder", "file", "backup"])
def test_a_restoring_into_what_is_closed_is_told_and_changes_nothing(paths: Paths, stick: Path, what: str) -> None:
    place = Place(paths.database, paths.backups)
    backup = Backups(place, paths, Clock()).make(Why.BY_HAND, to=stick / "then.db").file
    before = contents(paths.data)
    closing = {"folder": (paths.data, 0o500), "file": (paths.database, 0o400), "backup": (backup, 0)}[what]
    old = closing[0].stat().st_mode
    closing[0].chmod(closing[1])
    said = asked("restore", paths.data, backup)
    closing[0].chmod(old & 0o777)

    assert said == ("ReadOnly\n" if what != "backup" else "BackupUnreadable\n")
    after = contents(paths.data)
    assert after == before | {name: after[name] for name in after if name.endswith(".lock")}
    assert asked("restore", paths.data, backup) == "done\n"
