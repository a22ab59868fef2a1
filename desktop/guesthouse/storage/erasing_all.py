"""Files taken away for good, as far as a disk allows that.

What was written is overwritten first, the most that can be done from here: a file system that writes every change to
another place, a disk that spreads its wear, or a snapshot may still hold the old bytes.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

CHUNK = bytes(1 << 20)


def take_away(file: Path, *, overwriting: bool = False) -> bool:
    """Remove one file (of a link: the link alone); whether nothing is there any more."""
    if overwriting:
        _overwrite(file)
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


def _overwrite(file: Path) -> None:
    """Zeros over all of it, on the disk. Not where the file has a second name: that one belongs to somebody else."""
    with suppress(OSError):
        found = file.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
            return
        handle = os.open(file, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        try:
            left = found.st_size
            while left > 0:
                left -= os.write(handle, CHUNK[: min(left, len(CHUNK))])
            os.fsync(handle)
        finally:
            os.close(handle)
