"""Files taken away for good, as far as a disk allows that.

What was written is overwritten first, the most that can be done from here: a file system that writes every change to
another place, a disk that spreads its wear, or a snapshot may still hold the old bytes.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

CHUNK = bytes(1 << 20)


def take_away_all(files: Sequence[Path]) -> list[Path]:
    """Overwrite and remove these files; those that could not be removed are returned."""
    own = Counter(filter(None, map(_identity, files)))
    left = []
    for file in files:
        who = _identity(file)
        if who is not None:
            _overwrite(file, names=own[who])
            own[who] -= 1
        if not take_away(file):
            left.append(file)
    return left


def take_away(file: Path) -> bool:
    """Remove one file (of a link: the link alone); whether nothing is there any more."""
    try:
        file.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def take_away_folder(folder: Path) -> bool:
    """Remove a folder with nothing in it; whether it is gone. One with something in it stays, and so does a link."""
    if folder.is_symlink():
        return False
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _identity(file: Path) -> tuple[int, int] | None:
    """What two names of one file have in common; None for what is no file."""
    with suppress(OSError):
        found = file.lstat()
        return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
    return None


def _overwrite(file: Path, *, names: int) -> None:
    """Zeros over all of it, on the disk. Not where it has more than these names: one of them is somebody else's."""
    with suppress(OSError):
        found = file.lstat()
        if found.st_nlink > names:
            return
        handle = os.open(file, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        try:
            left = found.st_size
            while left > 0:
                left -= os.write(handle, CHUNK[: min(left, len(CHUNK))])
            os.fsync(handle)
        finally:
            os.close(handle)
