"""The border to the driver: its errors become ours, by what happened and never with what was written."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2

from guesthouse.errors import (
    AlreadyOpen,
    Bug,
    DiskFull,
    DiskTrouble,
    FileDamaged,
    FolderUnusable,
    GuesthouseError,
    NotADatabase,
    ReadOnly,
    Trouble,
    trouble_of,
)

Word = TypeVar("Word", bound=Enum)

# SQLite's primary result codes, https://sqlite.org/rescode.html; the driver tells no others.
SQLITE_IOERR = 10
KNOWN: dict[int, type[Trouble]] = {
    5: AlreadyOpen,  # SQLITE_BUSY
    6: AlreadyOpen,  # SQLITE_LOCKED
    8: ReadOnly,  # SQLITE_READONLY
    SQLITE_IOERR: DiskTrouble,
    11: FileDamaged,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    14: FolderUnusable,  # SQLITE_CANTOPEN
    26: NotADatabase,  # SQLITE_NOTADB
}
NO_TEXT = "Could not decode to UTF-8"  # so the driver's own complaint begins about bytes that are no text
PROBE_BYTES = 64 * 1024


@contextmanager
def told(file: Path | None = None) -> Iterator[None]:
    """Turn the driver's errors into a Trouble with a kind sentence, or else into a Bug.

    The driver's own error loses its message: that can quote a statement, and a statement can quote a person.
    """
    try:
        yield
    except UnicodeDecodeError:  # it holds the words themselves; nobody but a broken disk writes what is no text
        raise FileDamaged(file) from None
    except dbapi2.Error as error:
        words = str(error)
        error.args = (getattr(error, "sqlite_errorname", type(error).__name__),)
        raise _translated(error, file, no_text=words.startswith(NO_TEXT)) from None


def one_of(kind: type[Word], text: str) -> Word:
    """The word of ours that stands in the file; raises FileDamaged where it is none, as after a bit turned over."""
    try:
        return kind(text)
    except ValueError:
        raise FileDamaged from None


def _translated(error: dbapi2.Error, file: Path | None, *, no_text: bool) -> GuesthouseError:
    code = getattr(error, "sqlite_errorcode", None)
    if no_text:
        return FileDamaged(file)
    if code is None:  # the driver itself complains, not SQLite
        return Bug(type(error).__name__, file)
    if code & 0xFF == SQLITE_IOERR and _has_no_room(file):
        return DiskFull(file)
    kind = KNOWN.get(code & 0xFF)
    return kind(file) if kind is not None else Bug(getattr(error, "sqlite_errorname", str(code)), file)


def _has_no_room(file: Path | None) -> bool:
    """SQLite says no more than "disk I/O error" where its -shm finds no room, or where a quota is used up: try it."""
    if file is None:
        return False
    try:
        with tempfile.TemporaryFile(dir=file.parent, buffering=0) as probe:
            return probe.write(bytes(PROBE_BYTES)) < PROBE_BYTES
    except OSError as error:
        return isinstance(trouble_of(error, file), DiskFull)
