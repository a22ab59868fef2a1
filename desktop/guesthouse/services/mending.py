"""What can be done with a damaged file: see what can be read of it, take that into a new one, or begin from elsewhere.

The damaged file is never written to. It is moved aside whole, and only once there is something to put in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from guesthouse.domain.safekeeping import Backup, Inside, Progress, unwatched
from guesthouse.paths import Paths

if TYPE_CHECKING:
    from guesthouse.services.backups import Backups


@dataclass(frozen=True, slots=True)
class Wreck:
    """What there is to begin from. ``readable`` is None where nothing of the damaged file can be read."""

    readable: Inside | None
    backups: list[Backup]

    @property
    def newest_good(self) -> Backup | None:
        """The newest backup that could be opened."""
        return next((backup for backup in self.backups if backup.inside is not None), None)


class Mending:
    """Done while no house is open; each verb that changes something holds the lock meanwhile."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime], backups: Callable[[bytes | None], Backups]) -> None:
        """``backups`` gives the shelf of backups, as it is reached with a key."""
        self._paths, self._clock, self._backups = paths, clock, backups

    def look(self, key: bytes | None = None, progress: Progress = unwatched) -> Wreck:
        """How much of the damaged file can be read, and which backups there are. Writes nothing.

        Raises Cancelled.
        """
        raise NotImplementedError

    def salvage(self, key: bytes | None = None, progress: Progress = unwatched) -> Path:
        """Take what can be read into a new file, and keep the damaged one aside; returns the folder where it lies.

        Raises FileDamaged where nothing can be read, Cancelled, or any Trouble about files: then all is as it was.
        """
        raise NotImplementedError

    def begin_from(self, backup: Path, key_then: bytes | None = None, progress: Progress = unwatched) -> Path:
        """Keep the damaged file aside and put this backup in its place; returns the folder where the old one lies."""
        raise NotImplementedError

    def begin_anew(self) -> Path:
        """Keep the damaged file aside, with nothing in its place; returns the folder where it lies."""
        raise NotImplementedError
