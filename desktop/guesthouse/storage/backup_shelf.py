"""Where the copies lie: the usual folder, or the one a person chose, and which folders were chosen before.

The choice stands in `backups-folder.txt` in the data folder: a path a line, the present one first (an empty line for
the usual folder), below it those of before. Whatever cannot be read as that is the usual folder.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, tzinfo
from pathlib import Path

from guesthouse.domain.backup_names import ENDING, is_leftover, read_name
from guesthouse.domain.safekeeping import Backup
from guesthouse.errors import FolderInTheWay, PlaceUnusable, trouble_elsewhere, trouble_of
from guesthouse.paths import Paths, make_private
from guesthouse.storage.copies import is_plain
from guesthouse.storage.key_slots import write_whole

NOTE = "backups-folder.txt"


class Shelf:
    """The folders of the copies, and the copies in them, told by their names alone."""

    def __init__(self, paths: Paths) -> None:
        """Nothing is read yet."""
        self._paths = paths

    @property
    def note(self) -> Path:
        """The small text file with the choice."""
        return self._paths.data / NOTE

    @property
    def chosen(self) -> Path | None:
        """The folder that a person chose, whether it can be reached or not."""
        return self._noted()[0]

    @property
    def folder(self) -> Path:
        """Where a new copy goes: the chosen folder, or the usual one, also while the chosen one is away."""
        chosen = self.chosen
        return chosen if chosen is not None and _can_be_used(chosen) else self._paths.backups

    @property
    def away(self) -> bool:
        """Whether a folder was chosen and cannot be reached or written now."""
        chosen = self.chosen
        return chosen is not None and not _can_be_used(chosen)

    def choose(self, folder: Path | None) -> None:
        """Use this folder from now on (None: the usual one); raises PlaceUnusable, DiskFull.

        FolderInTheWay where copies lie that are not from here: two computers in one folder would thin out each other's.
        """
        if folder is not None:
            folder = Path(os.path.abspath(folder))  # noqa: PTH100  a link stays a link
            _try_out(folder)
        if folder == self._paths.backups:
            folder = None
        before, others = self._noted()
        if folder is not None and folder not in (before, *others) and self._is_anothers(folder):
            raise FolderInTheWay(folder)
        known = [each for each in (before, *others) if each is not None and each != folder]
        lines = [b"" if folder is None else os.fsencode(folder), *map(os.fsencode, dict.fromkeys(known))]
        try:
            make_private(self._paths.data)
        except (OSError, ValueError) as error:
            raise trouble_of(error, self._paths.data) from None
        write_whole(self.note, b"\n".join(lines) + b"\n")

    def folders(self) -> list[Path]:
        """The folders whose copies are ours to thin and to seal: the one in use and the usual one."""
        return list(dict.fromkeys([self.folder, self._paths.backups]))

    def others(self) -> list[Path]:
        """Folders chosen before that can be reached and still hold copies."""
        ours = self.folders()
        return [folder for folder in self._noted()[1] if folder not in ours and any(_files(folder))]

    def copies(self, zone: tzinfo | None) -> list[Backup]:
        """The copies in :meth:`folders`, newest first, their hours taken as hours in this zone; none is opened."""
        every = [copy for folder in self.folders() for file in _files(folder) if (copy := copy_at(file, zone))]
        return sorted(every, key=lambda copy: (copy.made, copy.file.name), reverse=True)

    def clear_leftovers(self) -> None:
        """Remove what was left of copies that were cut short, where nobody is making one."""
        for folder in self.folders():
            with suppress(OSError):
                for leftover in [file for file in folder.iterdir() if is_leftover(file.name)]:
                    leftover.unlink()

    def _is_anothers(self, folder: Path) -> bool:
        """Whether copies lie there, and none of them is also in our own folders, from which it was taken."""
        here = {file.name for ours in self.folders() for file in _files(ours)}
        there = {file.name for file in _files(folder)}
        return bool(there) and not there & here

    def _noted(self) -> tuple[Path | None, list[Path]]:
        try:
            lines = [os.fsdecode(line.strip(b"\r")) for line in self.note.read_bytes().split(b"\n")]
        except (OSError, ValueError):
            return None, []
        folders = [Path(line) if os.path.isabs(line) and "\0" not in line else None for line in lines]  # noqa: PTH117
        return folders[0], [folder for folder in folders[1:] if folder is not None]


def copy_at(file: Path, zone: tzinfo | None) -> Backup | None:
    """What name and size of a copy tell; None where it cannot be read. An odd date is told by the hour of the file."""
    try:
        found = file.stat()
        sealed = not is_plain(file)
        named = read_name(file.name, zone)
        made = datetime.fromtimestamp(found.st_mtime, zone) if named is None else named.made
    except (OSError, ValueError, OverflowError):
        return None
    return Backup(file, made, found.st_size, sealed, None if named is None else named.why)


def _files(folder: Path) -> Iterator[Path]:
    """Whatever is called like a copy of ours, odd dates too."""
    with suppress(OSError):
        yield from (file for file in folder.glob(f"guesthouse-*{ENDING}") if file.is_file())


def _can_be_used(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.R_OK | os.W_OK | os.X_OK)


def _try_out(folder: Path) -> None:
    """Whether a file can be made there; nothing stays of it."""
    try:
        if b"\n" in os.fsencode(folder) or not folder.is_dir():
            raise PlaceUnusable(folder)
        with tempfile.TemporaryFile(dir=folder, buffering=0) as probe:
            probe.write(bytes(4096))
        next(folder.iterdir(), None)
    except (OSError, ValueError) as error:
        raise trouble_elsewhere(error, folder) from None
