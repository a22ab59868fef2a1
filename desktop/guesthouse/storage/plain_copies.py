"""Copies of a sealed file that can still be read without its passphrase: found by what is in them, and sealed.

A copy in our folders is written anew under the file's own key, with the key slots behind it. What cannot be, since it
is damaged or may not be written, is named to the person, and so is what lies elsewhere: it is theirs to remove.
"""

from __future__ import annotations

import logging
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from guesthouse.domain.safekeeping import Progress, State, unwatched
from guesthouse.errors import AlreadyOpen, DiskFull, FolderUnusable, GuesthouseError, Trouble
from guesthouse.paths import Paths
from guesthouse.storage.backup_shelf import Shelf
from guesthouse.storage.header import APPLICATION_ID, LENGTH, MAGIC
from guesthouse.storage.sealing import Turn, Watch, carry_out, erase
from guesthouse.storage.trailer import read_trailer

COPIES = "guesthouse-*.db"
PARTS = "guesthouse-*.part*"
SIDES = ("-wal", "-shm", "-journal")
PAGE, LOOKS = 4096, 24
NOISE = 0.95  # what is sealed cannot be made smaller; a page of a plain file nearly always can

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


def state_of(file: Path, keys: Path) -> State:
    """Whether there is a file, and whether it is sealed; raises FolderUnusable.

    Its first bytes tell. Where they are neither of a database nor noise, and no key slots lie beside it, it is not
    sealed but damaged or something else, which is told when it is opened.
    """
    try:
        if file.is_dir():
            return State.PLAIN
        if file.stat().st_size == 0 or begins_plain(file):
            return State.PLAIN
        return State.SEALED if keys.exists() or _looks_sealed(file) else State.PLAIN
    except FileNotFoundError:
        return State.MISSING
    except NotADirectoryError:
        raise FolderUnusable(file.parent) from None
    except (OSError, ValueError):
        raise FolderUnusable(file) from None


def begins_plain(file: Path) -> bool:
    """Whether a file's first bytes are those of a plain database of any program, or of ours; raises OSError."""
    with file.open("rb") as opened:
        head = opened.read(LENGTH)
    return head.startswith(MAGIC) or _says_ours(head)


def is_readable(file: Path) -> bool:
    """Whether some of a file can be read without a key, so far as one can tell. One that cannot be opened is not."""
    try:
        if begins_plain(file):
            return True
        with suppress(Trouble):
            if read_trailer(file) is not None:
                return False
        return any(not is_noise(page) for page in _pages(file))
    except OSError:
        return False


def _looks_sealed(file: Path) -> bool:
    """Whether there is something in a file, and all of it looks like what a cipher gives."""
    with suppress(Trouble):
        if read_trailer(file) is not None:
            return True
    pages = list(_pages(file))
    return bool(pages) and all(map(is_noise, pages))


def is_of_others(file: Path) -> bool:
    """Whether it is a plain database of another program. One that cannot be opened is not known to be."""
    with suppress(OSError), file.open("rb") as opened:
        head = opened.read(LENGTH)
        return head.startswith(MAGIC) and not _says_ours(head)
    return False


def is_noise(page: bytes) -> bool:
    """Whether it looks like what a cipher gives; so does a picture."""
    return len(zlib.compress(page, 1)) >= NOISE * len(page)


def _says_ours(head: bytes) -> bool:
    return int.from_bytes(head[68:72], "big") == APPLICATION_ID


def _renamed(folder: Path) -> list[Path]:
    """Databases of ours that somebody gave a name of their own."""
    ours = set(_files(folder, COPIES))
    found = []
    for file in _files(folder, "*.db*"):
        with suppress(OSError):
            if file not in ours and not file.name.endswith(SIDES) and begins_plain(file) and not is_of_others(file):
                found.append(file)
    return found


def _pages(file: Path) -> Iterator[bytes]:
    """Some whole pages all over the file, those that are all zeros left out."""
    with file.open("rb") as opened:
        whole = os.fstat(opened.fileno()).st_size // PAGE
        for page in sorted({whole * look // LOOKS for look in range(LOOKS)} if whole else ()):
            opened.seek(page * PAGE)
            data = opened.read(PAGE)
            if any(data):
                yield data


def _files(folder: Path, pattern: str) -> list[Path]:
    with suppress(OSError):
        return sorted(file for file in folder.glob(pattern) if file.is_file())
    return []


def size_of(file: Path) -> int:
    """In bytes; nothing where it cannot be told."""
    with suppress(OSError):
        return file.stat().st_size
    return 0
