"""Whose file is it? Told from its first bytes alone, before SQLite is let near it.

A plain file of ours says so in its header from the moment it has its name (it is made beside its place and renamed).
An encrypted file has no header that can be read; what it is, only its key can tell.
"""

from __future__ import annotations

import os
from pathlib import Path

from guesthouse.errors import FileDamaged, FileMissing, FolderUnusable, NotADatabase, NotOurs, ReadOnly

APPLICATION_ID = 0x47756573  # "Gues"
MAGIC = b"SQLite format 3\x00"
LENGTH = 100  # bytes of SQLite's header, https://sqlite.org/fileformat.html


def look_at_header(file: Path, *, keyed: bool) -> None:
    """Say nothing if this can be a file of ours.

    Raises FileMissing, FolderUnusable (it cannot even be read), NotADatabase, NotOurs or FileDamaged.
    """
    head, size = _read(file)
    if size == 0:
        raise FileDamaged(file)  # we never leave an empty one
    if keyed:
        return
    ours = int.from_bytes(head[68:72], "big") == APPLICATION_ID
    if not head.startswith(MAGIC):
        raise FileDamaged(file) if ours else NotADatabase(file)
    if len(head) < LENGTH:
        raise FileDamaged(file)
    if not ours:
        raise NotOurs(file)
    page = int.from_bytes(head[16:18], "big")
    if size < (65536 if page == 1 else page):
        raise FileDamaged(file)


def _read(file: Path) -> tuple[bytes, int]:
    try:
        with file.open("rb") as opened:
            return opened.read(LENGTH), file.stat().st_size
    except FileNotFoundError:
        raise FileMissing(file) from None
    except IsADirectoryError:
        raise NotADatabase(file) from None
    except PermissionError:
        # Windows says the same of a folder; elsewhere it may be the folder around it that cannot be entered.
        raise (NotADatabase(file) if os.path.isdir(file) else FolderUnusable(file)) from None  # noqa: PTH112
    except (OSError, ValueError):
        raise FolderUnusable(file) from None


def demand_writable(file: Path) -> None:
    """Say nothing if file and folder can be written; raises ReadOnly. Asks without writing."""
    folder = file.resolve().parent
    if not os.access(folder, os.W_OK | os.X_OK):  # SQLite puts its -wal beside the file
        raise ReadOnly(folder)
    try:
        with file.open("r+b"):
            pass
    except OSError:
        raise ReadOnly(file) from None
