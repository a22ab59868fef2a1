"""Where the copies lie: the usual folder, or the one a person chose, and which folders were chosen before.

The choice stands in `backups-folder.txt` in the data folder: a path a line, the present one first (an empty line for
the usual folder), below it those of before.
"""

from __future__ import annotations

from pathlib import Path

from guesthouse.domain.safekeeping import Backup
from guesthouse.paths import Paths

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
    def folder(self) -> Path:
        """Where a new copy goes: the chosen folder, or the usual one, also while the chosen one is away."""
        raise NotImplementedError

    @property
    def away(self) -> bool:
        """Whether a folder was chosen and cannot be reached or written now."""
        raise NotImplementedError

    def choose(self, folder: Path | None) -> None:
        """Use this folder from now on (None: the usual one); raises FolderUnusable, ReadOnly, DiskFull."""
        raise NotImplementedError

    def folders(self) -> list[Path]:
        """The folders whose copies are ours to thin and to seal: the one in use and the usual one."""
        raise NotImplementedError

    def others(self) -> list[Path]:
        """Folders chosen before that can be reached and still hold copies."""
        raise NotImplementedError

    def copies(self) -> list[Backup]:
        """The copies in :meth:`folders`, newest first; none is opened."""
        raise NotImplementedError
