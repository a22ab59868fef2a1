"""A file that stands in its place once it is whole, and of which nothing stays if it does not come to that."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from guesthouse.errors import NameTaken

BUFFER = 1 << 20
OWN = 0o600


@contextmanager
def whole(to: Path) -> Iterator[IO[bytes]]:
    """Write ``to``, for nobody else to read; what stood there stays until the new one is on the disk.

    Raises OSError, and NameTaken where something else than a file stands there.
    """
    if to.is_symlink() or (to.exists() and not to.is_file()):
        raise NameTaken(to)
    with _nameless(to.parent) as file:
        if file is not None:
            yield file
            file.flush()
            os.fsync(file.fileno())
            _give_name(file, to)
            return
    with _beside(to) as file:
        yield file


@contextmanager
def _nameless(folder: Path) -> Iterator[IO[bytes] | None]:
    """A file without a name, where the system knows such: killed half-way, nothing of it stays. Else None."""
    handle = -1
    if hasattr(os, "O_TMPFILE"):
        with suppress(OSError):
            handle = os.open(folder, os.O_TMPFILE | os.O_RDWR, OWN)
    if handle < 0 or not Path(f"/proc/self/fd/{handle}").exists():
        if handle >= 0:
            os.close(handle)
        yield None
        return
    with os.fdopen(handle, "w+b", buffering=BUFFER) as file:
        yield file


def _give_name(file: IO[bytes], to: Path) -> None:
    """A name in the folder, and from there over what stood in the place."""
    with tempfile.TemporaryDirectory(prefix=".guesthouse-", dir=to.parent) as folder:
        unborn = Path(folder) / "whole"
        # With a descriptor, though the path is absolute and has no use for it: else the link itself would be linked to.
        os.link(f"/proc/self/fd/{file.fileno()}", unborn, src_dir_fd=file.fileno())
        unborn.replace(to)
    _sync_folder(to.parent)


@contextmanager
def _beside(to: Path) -> Iterator[IO[bytes]]:
    """A file beside its place."""
    handle, name = tempfile.mkstemp(prefix=".guesthouse-", suffix=".part", dir=to.parent)
    unborn = Path(name)
    try:
        with os.fdopen(handle, "w+b", buffering=BUFFER) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unborn.replace(to)
    except BaseException:
        with suppress(OSError):
            unborn.unlink()
        raise
    _sync_folder(to.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last, where the system has a way to do that."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
