"""Key slots behind a database: found again, cut off, and never mistaken."""

from __future__ import annotations

from pathlib import Path

import pytest

from guesthouse.errors import FileDamaged, FolderUnusable
from guesthouse.storage.trailer import FOOT, PAGE, add_trailer, database_size, read_trailer

PAGES = b"\x17" * (3 * PAGE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three pages."""
    file = tmp_path / "copy.db"
    file.write_bytes(PAGES)
    return file


@pytest.mark.parametrize("length", [0, 1, 800, PAGE - FOOT - 1, PAGE - FOOT, PAGE - FOOT + 1, 3 * PAGE])
def test_slots_are_found_again_and_whole_pages_stay_whole_pages(file: Path, length: int) -> None:
    slots = bytes(number % 251 for number in range(length))
    add_trailer(file, slots)

    assert read_trailer(file) == slots and database_size(file) == len(PAGES)
    assert file.read_bytes().startswith(PAGES) and file.stat().st_size % PAGE == 0


def test_without_a_trailer_there_are_none(file: Path) -> None:
    assert read_trailer(file) is None and database_size(file) == len(PAGES)


@pytest.mark.parametrize("size", [0, 1, FOOT, PAGE - 1])
def test_a_file_smaller_than_a_page_has_none(file: Path, size: int) -> None:
    file.write_bytes(bytes(size))

    assert read_trailer(file) is None and database_size(file) == size


@pytest.mark.parametrize("where", [len(PAGES), len(PAGES) + 500, -FOOT + 10, -30])
def test_a_flipped_bit_in_it_is_seen(file: Path, where: int) -> None:
    add_trailer(file, b"s" * 800)
    broken = bytearray(file.read_bytes())
    broken[where] ^= 1
    file.write_bytes(broken)

    with pytest.raises(FileDamaged):
        read_trailer(file)


def test_a_length_that_cannot_be_is_no_trailer(file: Path) -> None:
    add_trailer(file, b"s" * 800)
    broken = bytearray(file.read_bytes())
    broken[-FOOT] = 0xFF
    file.write_bytes(broken)

    assert read_trailer(file) is None


def test_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderUnusable):
        read_trailer(tmp_path / "nowhere.db")
