"""What a kill left half-done is set right before the file is opened, and not beside an open copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from tests.safety.hands import Clock, contents, let_in, opened

LEFT = ("guesthouse.db.sealing", "guesthouse.db.unsealing", "guesthouse.db.restoring", "guesthouse.keys.for-00")


def keeping(folder: Path) -> Keeping:
    """The keeping of a house in this folder."""
    return Keeping(Paths.under(folder), Clock())


@pytest.mark.parametrize("name", LEFT)
def test_what_a_kill_left_goes(tmp_path: Path, name: str) -> None:
    opened(tmp_path).close()
    before = contents(tmp_path)
    (tmp_path / name).write_bytes(b"half of something")

    keeping(tmp_path).set_right()
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", LEFT)
def test_nothing_is_touched_beside_an_open_copy(tmp_path: Path, name: str) -> None:
    house = opened(tmp_path)
    let_in(house, "somebody is here")
    (tmp_path / name).write_bytes(b"being written just now")

    keeping(tmp_path).set_right()
    assert (tmp_path / name).read_bytes() == b"being written just now"
    house.close()


def test_where_there_is_nothing_nothing_is_made(tmp_path: Path) -> None:
    keeping(tmp_path / "nowhere").set_right()
    assert not (tmp_path / "nowhere").exists()
