"""Sealed copies follow a changed passphrase: the key slots behind them become those of today.

The copy is written anew beside its place, its pages as they are, the new slots behind them; compared with the old one
byte by byte, brought to the disk, and given the name. Killed at any point, the copy is there with its old slots or with
the new ones; what is left beside it is cleared away before the next backup is made, and before the copy is tried again.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from guesthouse.domain.backup_names import LEFTOVER
from guesthouse.domain.safekeeping import Backup, Progress
from guesthouse.errors import Cancelled, DiskFull, FileDamaged, Trouble, trouble_of
from guesthouse.storage.backup import sync_folder
from guesthouse.storage.header import demand_writable
from guesthouse.storage.key_slots import KeySlots, from_bytes, to_bytes
from guesthouse.storage.trailer import database_size, read_trailer, trailer_of

CHUNK = 1 << 20

log = logging.getLogger(__name__)


def follow(copies: Iterable[Backup], slots: KeySlots, progress: Progress) -> None:
    """Put these slots behind the copies that carry others of the same key, in this order, as far as that can be done.

    Only what stands behind each is read to find them. It ends where ``progress`` says so; what is left comes another
    time. Never raises.
    """
    behind = [copy.file for copy in copies if copy.sealed and _is_behind(copy.file, slots)]
    for done, file in enumerate(behind):
        try:
            _write_anew(file.resolve(), to_bytes(slots), partial(progress, 100 * done // len(behind)))
        except Cancelled:
            return
        except (Trouble, OSError) as error:
            log.warning("a sealed backup keeps its key slots: %s", type(error).__name__)


def _is_behind(file: Path, slots: KeySlots) -> bool:
    """Whether it carries slots of this key that are not these, and none of a kind that these have not."""
    with suppress(Trouble):
        carried = read_trailer(file)
        if carried is None or carried == to_bytes(slots):
            return False
        theirs = from_bytes(carried)
        return theirs.key_id == slots.key_id and all(slots.has(slot.kind) for slot in theirs.slots)
    return False


def _write_anew(file: Path, slots: bytes, goes_on: Callable[[], bool]) -> None:
    """Raises ReadOnly, DiskFull, FileDamaged, Cancelled and other Trouble; then the copy is as it was."""
    demand_writable(file)
    part, size = file.with_name(file.name + LEFTOVER), database_size(file)
    try:
        before = file.stat()
        if shutil.disk_usage(file.parent).free < before.st_size + CHUNK:
            raise DiskFull(file.parent)
        _write(file, part, size, slots, goes_on)
        os.utime(part, ns=(before.st_atime_ns, before.st_mtime_ns))
        with _slots_overwritten(file, size):
            if not _is_as_it_was(file, before):
                raise FileDamaged(file)  # somebody changed it, or took it away, meanwhile
            part.replace(file)
            with suppress(OSError):  # it has its name: no error may say that it has not
                sync_folder(file.parent)
    except OSError as error:
        raise trouble_of(error, file) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _write(file: Path, part: Path, size: int, slots: bytes, goes_on: Callable[[], bool]) -> None:
    """The pages and the new slots, on the disk; raises FileDamaged where they are not what was to be written."""
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "r+b") as new:
        for data in _pages(file, size):
            if not goes_on():
                raise Cancelled
            new.write(data)
        new.write(trailer_of(slots))
        new.flush()
        os.fsync(new.fileno())
    same = all(old == written for old, written in zip(_pages(file, size), _pages(part, size), strict=True))
    if not same or database_size(part) != size or read_trailer(part) != slots:
        raise FileDamaged(file)


def _pages(file: Path, size: int) -> Iterator[bytes]:
    """The database of a copy, from its first page to its last, some at a time; raises FileDamaged where it is cut."""
    with file.open("rb") as opened:
        left = size
        while left:
            data = opened.read(min(left, CHUNK))
            if not data:
                raise FileDamaged(file)
            left -= len(data)
            yield data


def _is_as_it_was(file: Path, before: os.stat_result) -> bool:
    now = file.stat()
    return all(getattr(now, name) == getattr(before, name) for name in ("st_dev", "st_ino", "st_size", "st_mtime_ns"))


@contextmanager
def _slots_overwritten(file: Path, size: int) -> Iterator[None]:
    """At the end, the slots of what was the copy before are overwritten, if no name is left to it.

    As far as that is worth: a disk that writes elsewhere, or keeps snapshots, has what it has.
    """
    if os.name == "nt":  # there, a file that is open keeps its name
        yield
        return
    with file.open("r+b", buffering=0) as old:
        yield
        with suppress(OSError):
            found = os.fstat(old.fileno())
            if found.st_nlink == 0:
                old.seek(size)
                old.write(bytes(found.st_size - size))
                os.fsync(old.fileno())
