"""What can be read without a key is told from what cannot, by what is in it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from guesthouse.domain.safekeeping import State
from guesthouse.errors import FolderUnusable
from guesthouse.storage.sealing import Turn, Watch, carry_out
from guesthouse.storage.told_apart import is_noise, is_readable, state_of
from tests.safety.hands import KEY, let_in, opened


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A plain file with thoughts in it."""
    house = opened(tmp_path)
    for number in range(200):
        let_in(house, f"thought {number} " + "on and on " * (number % 40))
    house.close()
    return tmp_path / "guesthouse.db"


@pytest.fixture
def sealed(plain: Path) -> Path:
    """The same, sealed, with slots behind it."""
    file = plain.with_name("sealed.db")
    shutil.copyfile(plain, file)
    carry_out(Turn(file, None, KEY, b"slots"), Watch(lambda _percent: True))
    return file


def spoilt(file: Path, data: bytes, at: int = 0) -> Path:
    with file.open("r+b") as opened_:
        opened_.seek(at)
        opened_.write(data)
    return file


def test_a_plain_file_is_readable_whatever_happened_to_its_beginning(plain: Path) -> None:
    assert is_readable(plain)
    assert is_readable(spoilt(plain, bytes(8)))
    assert is_readable(spoilt(plain, bytes(16384)))
    assert is_readable(spoilt(plain, os.urandom(16384)))


def test_a_sealed_one_is_not_whatever_happened_to_it(sealed: Path) -> None:
    assert not is_readable(sealed)
    assert not is_readable(spoilt(sealed, bytes(16384)))
    os.truncate(sealed, sealed.stat().st_size - 4096)
    assert not is_readable(sealed)
    os.truncate(sealed, 10_000)
    assert not is_readable(sealed)


def test_what_cannot_be_looked_at_is_not_named(tmp_path: Path) -> None:
    assert not is_readable(tmp_path) and not is_readable(tmp_path / "nothing")
    (tmp_path / "empty").touch()
    assert not is_readable(tmp_path / "empty")


def test_noise_is_what_cannot_be_made_smaller() -> None:
    assert all(is_noise(os.urandom(4096)) for _ in range(100))
    assert not is_noise(("Ein ganz gewöhnlicher Satz, und noch einer. " * 100).encode()[:4096])


def test_the_first_bytes_tell_the_state_and_slots_decide_about_the_rest(plain: Path, sealed: Path) -> None:
    keys = plain.with_name("guesthouse.keys")
    assert [state_of(file, keys) for file in (plain, sealed)] == [State.PLAIN, State.SEALED]
    keys.write_bytes(b"{}")
    assert [state_of(file, keys) for file in (plain, sealed)] == [State.PLAIN, State.SEALED]
    spoilt(plain, b"torn" * 40)
    assert state_of(plain, keys) is State.SEALED
    keys.unlink()
    assert state_of(plain, keys) is State.PLAIN, "it is damaged, and that is what will be told"


def test_a_place_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderUnusable):
        state_of(tmp_path / "file" / "guesthouse.db", tmp_path / "guesthouse.keys")
    assert state_of(tmp_path / "no" / "guesthouse.db", tmp_path / "guesthouse.keys") is State.MISSING
