"""One copy at a time: a lock that the system holds for the process, and that ends with it, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from guesthouse.errors import AlreadyOpen, trouble_of

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class Lock:
    """Holds the file until :meth:`release`. The file itself stays: to delete it would let two copies hold two files."""

    def __init__(self, file: Path) -> None:
        """Take the lock at once; raises AlreadyOpen, or what keeps the file from being made."""
        try:
            self._descriptor = os.open(file, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise trouble_of(error, file.parent) from None
        try:
            _take(self._descriptor)
        except OSError as error:
            if error.errno in HELD:
                os.close(self._descriptor)
                raise AlreadyOpen(file.parent) from None
            # A file system that knows no locks: SQLite has the last word there.

    def release(self) -> None:
        """Let another copy in."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
