"""A backup of an open database: copied by SQLite itself beside its place, looked through, then given its name.

Never a copy of the file: a copied database with its log beside it came out without its tables.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from guesthouse.errors import FileDamaged, trouble_of
from guesthouse.storage.trouble import told


def back_up(connection: dbapi2.Connection, folder: Path, why: str, now: datetime, *, key: bytes | None = None) -> Path:
    """Copy the database into ``folder`` and return the new file; an older backup is never overwritten.

    Raises DiskFull, ReadOnly, FolderUnusable, FileDamaged: then no backup was made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        done = _free_name(folder, f"guesthouse-{now:%Y%m%d-%H%M%S}-{why}")
        part = done.with_name(done.name + ".part")
        os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
    except OSError as error:
        raise trouble_of(error, folder) from None
    try:
        with told(part):
            _copy(connection, part, key)
        _sync(part)
        part.rename(done)
        sync_folder(folder)
    except OSError as error:
        raise trouble_of(error, folder) from None
    finally:
        with suppress(OSError):
            part.unlink()
    return done


def _copy(connection: dbapi2.Connection, part: Path, key: bytes | None) -> None:
    with closing(dbapi2.connect(str(part), isolation_level=None)) as copy:
        if key is not None:
            copy.execute(f"""PRAGMA key = "x'{key.hex()}'" """).fetchone()
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()  # one file, whole by itself
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise FileDamaged(part)


def _free_name(folder: Path, stem: str) -> Path:
    names = [f"{stem}.db", *(f"{stem}-{number}.db" for number in range(2, 1000))]
    return next(folder / name for name in names if not (folder / name).exists())


def _sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder last through a power cut, where the system has a way to do that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
