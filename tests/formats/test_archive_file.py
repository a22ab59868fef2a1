"""A file for a person is whole or not there, whether the system knows files without a name or not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guesthouse.errors import NameTaken
from guesthouse.formats.archive_file import whole
from tests.safety.hands import contents

WORDS = b"all of it " * 300_000


@pytest.fixture(params=["nameless", "beside", "no proc"], autouse=True)
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A system that knows files without a name, one that does not, and one that cannot give them one."""
    real = Path.exists
    if request.param == "beside":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    if request.param == "no proc":
        monkeypatch.setattr(Path, "exists", lambda self: not str(self).startswith("/proc") and real(self))
    return str(request.param)


@pytest.fixture
def to(tmp_path: Path) -> Path:
    """A place in a folder where nothing else is, and what stands in it."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "all.json").write_bytes(b"an older one")
    return tmp_path / "out" / "all.json"


def test_it_takes_the_place_for_nobody_else_to_read(to: Path) -> None:
    with whole(to) as file:
        file.write(WORDS)
        file.flush()
        assert to.read_bytes() == b"an older one"
    assert contents(to.parent) == {"all.json": WORDS} and to.stat().st_mode & 0o777 == 0o600


def test_where_it_breaks_off_the_older_one_stays_and_nothing_else(to: Path) -> None:
    def break_off(error: type[BaseException]) -> None:
        with whole(to) as file:
            file.write(WORDS)
            raise error

    for error in (OSError, KeyboardInterrupt):
        with pytest.raises(error):
            break_off(error)
        assert contents(to.parent) == {"all.json": b"an older one"}


def test_where_the_place_cannot_be_taken_nothing_is_left_beside_it(to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_self: Path, _target: Path) -> Path:
        raise OSError

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(OSError), whole(to) as file:
        file.write(WORDS)
    assert contents(to.parent) == {"all.json": b"an older one"}


def test_all_of_it_is_on_the_disk_before_it_has_its_name_and_then_the_name(
    to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    synced: list[tuple[str, bytes]] = []

    def heard(handle: int) -> None:
        real(handle)
        kind = "folder" if os.fstat(handle).st_mode & 0o40000 else f"file of {os.fstat(handle).st_size}"
        synced.append((kind, to.read_bytes()[:12]))

    monkeypatch.setattr(os, "fsync", heard)
    with whole(to) as file:
        file.write(WORDS)
    assert synced == [(f"file of {len(WORDS)}", b"an older one"), ("folder", WORDS[:12])]


def test_a_link_and_a_folder_are_left_alone(to: Path) -> None:
    link, folder = to.with_name("link.json"), to.with_name("folder.json")
    link.symlink_to(to)
    folder.mkdir()
    for taken in (link, folder):
        with pytest.raises(NameTaken), whole(taken):
            raise AssertionError
    assert link.is_symlink() and folder.is_dir() and to.read_bytes() == b"an older one"
