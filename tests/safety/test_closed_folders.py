"""A folder that cannot be written, read or made: told in one sentence, and nothing in it is touched."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guesthouse.errors import FolderUnusable, ReadOnly
from tests.safety.hands import MODES_APPLY, begun, closed, command, contents, kept_closed, let_in, opened


@pytest.fixture(autouse=True)
def modes_apply(tmp_path: Path) -> None:
    """Be sure that a child can be closed out at all."""
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    asks = "import os, sys; sys.exit(os.access(sys.argv[1], os.W_OK))"
    done = subprocess.run([sys.executable, "-c", MODES_APPLY, "-c", asks, str(shut)], check=False)
    assert done.returncode == 0, "the tests below would prove nothing"


@pytest.fixture
def lived_in(tmp_path: Path) -> Iterator[Path]:
    """A folder with a guest in it; its modes are given back at the end."""
    folder = tmp_path / "lived in"
    house = opened(folder)
    let_in(house, "I was here before")
    house.close()
    (folder / "log").mkdir()
    yield folder
    folder.chmod(0o700)


def read_only_folder(folder: Path) -> None:
    folder.chmod(0o500)


def read_only_file(folder: Path) -> None:
    (folder / "guesthouse.db").chmod(0o400)


@pytest.mark.parametrize("close", [read_only_folder, read_only_file])
def test_what_may_be_read_only_stays_closed_and_is_whole(lived_in: Path, close: Callable[[Path], None]) -> None:
    before = contents(lived_in)["guesthouse.db"]
    close(lived_in)
    told = kept_closed(lived_in, modes_apply=True)
    checked = command("check", "--data-dir", lived_in, modes_apply=True)

    assert told.startswith(ReadOnly.title[:-1]) and told.count("\n") == 1 and ReadOnly.advice[1:] in told
    assert (checked.returncode, checked.stderr) == (0, "") and "is whole" in checked.stdout
    assert contents(lived_in)["guesthouse.db"] == before
    assert not {"guesthouse.db-wal", "guesthouse.db-shm"} & set(contents(lived_in))


def test_what_may_not_even_be_read_is_told(lived_in: Path) -> None:
    (lived_in / "guesthouse.db").chmod(0)
    told = kept_closed(lived_in, modes_apply=True)
    checked = command("check", "--data-dir", lived_in, modes_apply=True)

    assert told == checked.stderr == FolderUnusable(lived_in / "guesthouse.db").sentence + "\n"
    assert checked.returncode == 1


def test_a_folder_that_may_not_be_entered_is_told(lived_in: Path) -> None:
    lived_in.chmod(0)
    told = kept_closed(lived_in, modes_apply=True)
    checked = command("check", "--data-dir", lived_in, modes_apply=True)

    assert told.startswith(FolderUnusable.title[:-1]) and checked.stderr.startswith(FolderUnusable.title[:-1])
    assert told.count("\n") == checked.stderr.count("\n") == checked.returncode == 1


@pytest.mark.parametrize("where", ["shut/below", "a file", "a file/below"])
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, where: str) -> None:
    (tmp_path / "a file").write_bytes(b"of somebody")
    told = kept_closed(tmp_path / where, modes_apply=True)

    assert told == FolderUnusable(tmp_path / where).sentence + "\n"
    assert contents(tmp_path) == {"a file": b"of somebody"}


def test_what_was_told_is_over_once_it_is_put_right(lived_in: Path) -> None:
    lived_in.chmod(0o500)
    kept_closed(lived_in, modes_apply=True)
    lived_in.chmod(0o700)
    house = opened(lived_in)

    assert house.guest_book.count("here before") == 1
    house.close()


def test_the_same_hands_open_a_folder_that_is_as_it_must_be(tmp_path: Path) -> None:
    """Else the tests above could pass because nothing ever opens this way."""
    closed(begun(tmp_path / "new", modes_apply=True))
