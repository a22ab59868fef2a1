"""A copy comes back: looked at, and put in the place of the file, while no house is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from guesthouse.domain.safekeeping import Inside, Progress, unwatched
from guesthouse.paths import Paths


class Restoring:
    """Puts a backup in the place of the file, all of it or nothing."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime]) -> None:
        """The folders, and the time for the name of the copy of today."""
        self._paths, self._clock = paths, clock

    def is_sealed(self, file: Path) -> bool:
        """Whether this file asks for a passphrase; raises NotABackup where it can be none."""
        raise NotImplementedError

    def opening(self, backup: Path, passphrase: str | None) -> bytes | None:
        """The key of a backup by its own key slots; None for a plain one.

        Raises PassphraseNeeded (sealed, and None was given), WrongKey, KeysMissing, NotABackup, TooNew.
        """
        raise NotImplementedError

    def opening_with_code(self, backup: Path, code: str) -> bytes | None:
        """The key of a backup by its recovery code; raises WrongCode, KeysMissing, NotABackup, TooNew."""
        raise NotImplementedError

    def opens_with(self, file: Path, key: bytes) -> bool:
        """Whether a sealed backup opens with this key (that of the present house); then no passphrase is asked for."""
        raise NotImplementedError

    def look(self, file: Path, key: bytes | None) -> Inside:
        """What a backup holds; raises NotABackup, TooNew, WrongKey."""
        raise NotImplementedError

    def restore(
        self, file: Path, *, key_now: bytes | None, key_then: bytes | None, progress: Progress = unwatched
    ) -> None:
        """Put the backup in the place of the file; a backup of today is made first.

        Where today's file cannot be opened (it is damaged, or sealed and ``key_now`` is None), it is kept whole in a
        folder under ``paths.aside``. Where today's file is sealed and ``key_now`` opens it, the new one is sealed with
        that same key, so that the passphrase stays as it is, whatever the backup was. Else it is what the backup
        was: plain, or sealed with its own passphrase.

        Raises AlreadyOpen, NotABackup, TooNew, WrongKey, KeysMissing, DiskFull, ReadOnly, FolderUnusable, Cancelled;
        then the file of today is as it was.
        """
        raise NotImplementedError
