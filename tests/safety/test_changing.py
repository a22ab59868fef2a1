"""A change of the file's shape that fails or is killed half-way was never begun: all is as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from guesthouse.errors import Bug
from guesthouse.house import check_house
from guesthouse.paths import Paths
from tests.safety.hands import KEY, command, contents, kept_closed, let_in, opened

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=[None, KEY], ids=["plain", "keyed"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    """Of a plain file, and of an encrypted one."""
    return request.param


@pytest.fixture
def lived_in(tmp_path: Path, key: bytes | None) -> Path:
    """A folder with some guests."""
    house = opened(tmp_path, key=key)
    for number in range(40):
        let_in(house, f"thought {number} " + "and so on " * 100)
    house.close()
    return tmp_path


def changing(folder: Path, what: str, key: bytes | None) -> subprocess.Popen[str]:
    line = [sys.executable, "-m", "tests.safety.changing", str(folder), what, *([key.hex()] if key else [])]
    pipe = subprocess.PIPE
    return subprocess.Popen(line, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def as_it_was(folder: Path, key: bytes | None) -> None:
    """Whole, without the new column, with every word as it was said; and so is the backup that was made before."""
    check_house(Paths.under(folder), key)
    house = opened(folder, key=key)
    assert house.guest_book.count() == house.guest_book.count("thought") == 40
    assert house.guest_book.count("never said") == 0
    house.close()
    (backup,) = (folder / "backups").iterdir()
    (folder / "again").mkdir()
    (folder / "again" / "guesthouse.db").write_bytes(backup.read_bytes())
    again = opened(folder / "again", key=key)
    assert again.guest_book.count("thought") == 40 and again.guest_book.count("never said") == 0
    again.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(lived_in: Path, key: bytes | None) -> None:
    before = contents(lived_in)["guesthouse.db"]
    with changing(lived_in, "fail", key) as child:
        _, told = child.communicate(timeout=30)

    assert (child.returncode, told) == (1, Bug().sentence.replace(":", f" ({lived_in / 'guesthouse.db'}):", 1) + "\n")
    assert contents(lived_in)["guesthouse.db"] == before
    as_it_was(lived_in, key)


def test_a_step_that_is_killed_leaves_the_file_as_it_was(lived_in: Path, key: bytes | None) -> None:
    before = contents(lived_in)["guesthouse.db"]
    with changing(lived_in, "wait", key) as child:
        assert child.stdout is not None and child.stdout.readline() == "here\n"
        child.kill()

    assert len(contents(lived_in)["guesthouse.db-wal"]) > 1_000_000, "the step had begun to write"
    assert contents(lived_in)["guesthouse.db"] == before
    as_it_was(lived_in, key)


@pytest.mark.parametrize("key", [None], indirect=True)
def test_once_taken_it_is_taken_and_this_version_leaves_it_alone(lived_in: Path, key: bytes | None) -> None:
    """Killed right behind the step: all of it is in the log only, where it must be seen too."""
    with changing(lived_in, "wait-behind", key) as child:
        assert child.stdout is not None and child.stdout.readline() == "here\n"
        child.kill()
    before = contents(lived_in)
    checked = command("check", "--data-dir", lived_in)
    started = kept_closed(lived_in)
    after = contents(lived_in)

    assert checked.stderr == started and started.startswith("Your data were written by a newer version")
    assert before["guesthouse.db-wal"]
    assert [after[name] for name in ("guesthouse.db", "guesthouse.db-wal")] == [
        before["guesthouse.db"],
        before["guesthouse.db-wal"],
    ]
