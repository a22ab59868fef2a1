"""Copies of a sealed file that can still be read without its passphrase: found by what is in them, and sealed.

A copy in our folders is written anew under the file's own key, with the key slots behind it. What cannot be, since it
is damaged or may not be written, is named to the person, and so is what lies elsewhere: it is theirs to remove.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path

from guesthouse.domain.safekeeping import Progress, unwatched
from guesthouse.errors import AlreadyOpen, DiskFull, GuesthouseError, Trouble
from guesthouse.paths import Paths
from guesthouse.storage.backup_shelf import Shelf
from guesthouse.storage.sealing import Turn, Watch, carry_out, erase
from guesthouse.storage.told_apart import begins_plain, is_of_others, is_readable

COPIES = "guesthouse-*.db"
PARTS = "guesthouse-*.part*"
SIDES = ("-wal", "-shm", "-journal")

log = logging.getLogger(__name__)


class PlainCopies:
    """Those of the file in these folders."""

    def __init__(self, paths: Paths) -> None:
        """Nothing is looked at yet."""
        self._paths, self._shelf = paths, Shelf(paths)
        self._hopeless = set[tuple[Path, int, int]]()

    def clear_leftovers(self) -> None:
        """Remove what a killed sealing has left beside the copies; it needs no key. Never raises."""
        for folder in self._folders():
            for leftover in _files(folder, COPIES + ".*sealing*"):
                erase(leftover)

    def clear_parts(self) -> None:
        """Remove plain copies that were never finished, now that the file is sealed. Never raises."""
        unborn = self._paths.database.resolve()
        places = [*((folder, PARTS) for folder in self._folders()), (unborn.parent, unborn.name + ".new*")]
        for part in [part for folder, pattern in places for part in _files(folder, pattern)]:
            if is_readable(part):
                erase(part)

    def copies(self) -> list[Path]:
        """The plain ones in our folders."""
        found = [file for folder in self._folders() for file in _files(folder, COPIES)]
        return [file for file in found if is_readable(file) and not is_of_others(file)]

    def elsewhere(self) -> list[Path]:
        """Plain ones that are not ours to change: in folders chosen before, set aside, or of another name."""
        found = [file for folder in self._others() for file in _files(folder, COPIES) if not is_of_others(file)]
        found += [file for folder in self._folders() for file in _renamed(folder)]
        found += _files(self._paths.aside, "**/*")
        database = self._paths.database.resolve()
        found += _files(database.parent, database.name + "?*")
        own = {database.with_name(database.name + more) for more in ("-wal", "-shm", "-journal")}  # sealed as it is
        return [file for file in found if file not in own and is_readable(file)]

    def seal(self, key: bytes, slots: bytes, progress: Progress = unwatched) -> None:
        """Seal the copies in our folders, as far as that can be done. ``progress`` cannot end it. Never raises."""
        sizes = {copy: max(size_of(copy), 1) for copy in self.copies()}
        done, whole = 0, sum(sizes.values())
        for copy, size in sizes.items():
            watch = Watch(lambda percent: progress(percent) or True, 100 * done / whole, 100 * (done + size) / whole)
            with suppress(OSError):
                self._seal(Turn(copy, None, key, slots), watch)
            done += size

    def _seal(self, turn: Turn, watch: Watch) -> None:
        before = turn.file.stat()
        known = (turn.file, before.st_size, before.st_mtime_ns)
        if known in self._hopeless:
            return
        try:
            carry_out(turn, watch)
            os.utime(turn.file, ns=(before.st_atime_ns, before.st_mtime_ns))
        except GuesthouseError as error:
            log.warning("a plain backup could not be sealed: %s", type(error).__name__)
            if not isinstance(error, DiskFull | AlreadyOpen):
                self._hopeless.add(known)  # it would be tried again at each unlocking

    def _folders(self) -> list[Path]:
        try:
            return self._shelf.folders()
        except (OSError, Trouble):
            return [self._paths.backups]

    def _others(self) -> list[Path]:
        try:
            return self._shelf.others()
        except (OSError, Trouble):
            return []


def _renamed(folder: Path) -> list[Path]:
    """Databases of ours that somebody gave a name of their own."""
    ours = set(_files(folder, COPIES))
    found = []
    for file in _files(folder, "*.db*"):
        with suppress(OSError):
            if file not in ours and not file.name.endswith(SIDES) and begins_plain(file) and not is_of_others(file):
                found.append(file)
    return found


def _files(folder: Path, pattern: str) -> list[Path]:
    with suppress(OSError):
        return sorted(file for file in folder.glob(pattern) if file.is_file())
    return []


def size_of(file: Path) -> int:
    """In bytes; nothing where it cannot be told."""
    with suppress(OSError):
        return file.stat().st_size
    return 0
