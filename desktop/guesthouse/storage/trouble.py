"""The border to the driver: its errors become ours, by what happened and never with what was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
)

# SQLite's primary result codes, https://sqlite.org/rescode.html
KNOWN: dict[int, type[Trouble]] = {
    5: AlreadyOpen,  # SQLITE_BUSY
    6: AlreadyOpen,  # SQLITE_LOCKED
    8: ReadOnly,  # SQLITE_READONLY
    10: DiskTrouble,  # SQLITE_IOERR
    11: FileDamaged,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    14: FolderUnusable,  # SQLITE_CANTOPEN
    26: NotADatabase,  # SQLITE_NOTADB
}
FULL_TOO = {
    778,  # SQLITE_IOERR_WRITE: a quota, or a limit of the file's size
    1546,  # SQLITE_IOERR_TRUNCATE
    4874,  # SQLITE_IOERR_SHMSIZE
}


@contextmanager
def told(file: Path | None = None) -> Iterator[None]:
    """Turn the driver's errors into a Trouble with a kind sentence, or else into a Bug.

    The driver's own error loses its message: that can quote a statement, and a statement can quote a person.
    """
    try:
        yield
    except dbapi2.Error as error:
        error.args = (getattr(error, "sqlite_errorname", type(error).__name__),)
        raise _translated(error, file) from None


def _translated(error: dbapi2.Error, file: Path | None) -> GuesthouseError:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # the driver itself complains, not SQLite
        return Bug(type(error).__name__, file)
    if code in FULL_TOO:
        return DiskFull(file)
    kind = KNOWN.get(code & 0xFF)
    return kind(file) if kind is not None else Bug(getattr(error, "sqlite_errorname", str(code)), file)
