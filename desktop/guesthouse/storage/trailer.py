"""What stands behind the pages of a sealed backup: the key slots, so that one file carries all it needs.

The database comes first and ends where one of its pages ends. Then: the bytes of the key slots as they were, zeros up
to the end of a page, and at its very end the length of the slots (8 bytes), their SHA-256 (32 bytes) and ``MAGIC``.
SQLite reads as many pages as its own header names and does not mind what follows, so such a file opens as it is; only
`cipher_integrity_check` takes the trailer for pages, so it is cut off for checking and restoring.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from guesthouse.errors import FileDamaged, trouble_of

MAGIC = b"Guesthouse slots"
PAGE = 4096
FOOT = 8 + 32 + len(MAGIC)
MOST = 1 << 20  # bytes of key slots: two of them take less than one thousand


def add_trailer(file: Path, slots: bytes) -> None:
    """Write it behind a database; raises OSError. The caller sees to it that it reaches the disk."""
    with file.open("r+b") as opened:
        opened.seek(0, 2)
        opened.write(trailer_of(slots))


def trailer_of(slots: bytes) -> bytes:
    """The bytes that follow the pages."""
    padding = -(len(slots) + FOOT) % PAGE
    return slots + bytes(padding) + len(slots).to_bytes(8, "big") + hashlib.sha256(slots).digest() + MAGIC


def read_trailer(file: Path) -> bytes | None:
    """The key slots that a backup carries, or None where it has no trailer.

    Raises FileDamaged where they are not what was written, and what keeps the file from being read.
    """
    slots, _ = _parted(file)
    return slots


def database_size(file: Path) -> int:
    """How many bytes of the file are the database; raises as :func:`read_trailer` does, but not for the slots."""
    try:
        size = file.stat().st_size
        length = _length(file, size)
    except OSError as error:
        raise trouble_of(error, file) from None
    return size if length is None else size - _whole(length)


def _parted(file: Path) -> tuple[bytes | None, int]:
    try:
        size = file.stat().st_size
        length = _length(file, size)
        if length is None:
            return None, size
        begin = size - _whole(length)
        with file.open("rb") as opened:
            opened.seek(begin)
            trailer = opened.read()
    except OSError as error:
        raise trouble_of(error, file) from None
    slots = trailer[:length]
    if trailer != trailer_of(slots):
        raise FileDamaged(file)
    return slots, begin


def _length(file: Path, size: int) -> int | None:
    """How long the slots are, None where there is no trailer or what it says cannot be."""
    if size < PAGE:
        return None
    with file.open("rb") as opened:
        opened.seek(size - FOOT)
        foot = opened.read(FOOT)
    length = int.from_bytes(foot[:8], "big")
    if not foot.endswith(MAGIC) or length > MOST or _whole(length) > size:
        return None
    return length


def _whole(length: int) -> int:
    return length + FOOT + (-(length + FOOT) % PAGE)
