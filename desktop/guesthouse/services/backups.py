"""Copies of the file: made, listed, looked into, thinned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from guesthouse.domain.safekeeping import Backup, Inside, Progress, Why, unwatched
from guesthouse.paths import Paths
from guesthouse.storage.backup_shelf import Shelf
from guesthouse.storage.connection import Place


class Backups:
    """The copies of one file. Works beside an open house, over connections of its own, in any thread."""

    def __init__(self, place: Place, paths: Paths, clock: Callable[[], datetime]) -> None:
        """``place`` has the key, where the file is sealed."""
        self._place, self._shelf, self._clock = place, Shelf(paths), clock

    @property
    def folder(self) -> Path:
        """Where a new copy goes now: the chosen folder, or the usual one, also while the chosen one is away."""
        return self._shelf.folder

    @property
    def folder_away(self) -> bool:
        """Whether a folder was chosen and cannot be reached or written now (an unplugged disk)."""
        return self._shelf.away

    def choose_folder(self, folder: Path | None) -> None:
        """Put new copies there (None: in the usual folder). Those made before stay where they are.

        Raises FolderUnusable, ReadOnly, DiskFull; then the choice is as it was.
        """
        self._shelf.choose(folder)

    def make(self, why: Why, progress: Progress = unwatched, *, to: Path | None = None) -> Backup:
        """A whole and checked copy of the file as it is now; ``to`` is a folder or a new file of the caller's choice.

        Raises Cancelled, DiskFull, ReadOnly, FolderUnusable, FolderInTheWay (there is a file ``to``), FileDamaged,
        FileMissing; then nothing is left of it.
        """
        raise NotImplementedError

    def make_if_due(self) -> Backup | None:
        """A copy for the day, where the newest good one is older than a day and something changed since; then thin."""
        raise NotImplementedError

    def listed(self) -> list[Backup]:
        """The copies in our folders, newest first; quick, none is opened (``inside`` is None)."""
        return self._shelf.copies()

    def look_into(self, backup: Backup, key: bytes | None = None) -> Inside | None:
        """What a copy holds, with this key or else the file's own; None where it cannot be told. Raises WrongKey."""
        raise NotImplementedError

    def thin(self) -> list[Path]:
        """Remove what `domain/thinning.py` does not keep of the copies made by themselves; returns what went."""
        raise NotImplementedError

    def others(self) -> list[Path]:
        """Folders chosen before that still hold copies."""
        return self._shelf.others()
