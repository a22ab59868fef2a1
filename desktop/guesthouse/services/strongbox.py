"""The passphrase: setting, changing and removing it, and what opens the file with it or with the recovery code.

All of it is done while no house is open. What is slow hears a progress, may be stopped, and may be killed at any
moment: then the old file is there or the new one, and the file's own first bytes tell which.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from guesthouse.domain.safekeeping import Progress, Sealed, State, unwatched
from guesthouse.paths import Paths


class Strongbox:
    """The verbs of the passphrase. A passphrase is used to the letter; a blank one is refused with ValueError."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime]) -> None:
        """Of the file in these folders."""
        self._paths, self._clock = paths, clock

    def state(self) -> State:
        """Whether there is a file, and whether it is sealed, by its own first bytes. Raises FolderUnusable."""
        raise NotImplementedError

    def unlock(self, passphrase: str) -> bytes:
        """The raw key of the file. Takes about a fifth of a second; changes nothing, and may run in a thread.

        Raises WrongKey, KeysMissing, TooNew, FileDamaged (the passphrase is right, but the file is damaged).
        """
        raise NotImplementedError

    def unlock_with_code(self, code: str) -> bytes:
        """The raw key of the file, by the recovery code, forgiving in how it is written.

        Raises WrongCode (it may name the group with a slip), and whatever :meth:`unlock` raises but WrongKey.
        """
        raise NotImplementedError

    def change(self, key: bytes, passphrase: str) -> None:
        """Another passphrase from now on; the recovery code stays. Quick, and done or not done.

        May be called beside an open house. Raises ReadOnly, DiskFull, WrongKey.
        """
        raise NotImplementedError

    def new_code(self, key: bytes) -> str:
        """Another recovery code from now on, to be shown once; the passphrase stays. Like :meth:`change`."""
        raise NotImplementedError

    def seal(self, passphrase: str, progress: Progress = unwatched) -> Sealed:
        """Set a first passphrase: the file and its plain backups are sealed, no house may be open.

        Raises AlreadyOpen, ReadOnly, DiskFull, FileDamaged, Cancelled; then the file is plain as it was.
        """
        raise NotImplementedError

    def unseal(self, key: bytes, progress: Progress = unwatched) -> None:
        """Take the passphrase away: the file is plain again. Sealed backups stay sealed and open by their own slots.

        Raises AlreadyOpen, ReadOnly, DiskFull, FileDamaged, WrongKey, Cancelled; then the file is sealed as it was.
        """
        raise NotImplementedError

    def clear_leftovers(self) -> None:
        """Remove what a sealing or unsealing that was killed has left beside the file. It needs no key.

        Called at each start by who holds the lock, before the file is unlocked. Never raises.
        """
        raise NotImplementedError

    def tidy(self, key: bytes | None) -> Sequence[Path]:
        """After the unlocking, by who holds the lock: leftovers go, plain backups in our folder are sealed (where
        ``key`` is that of a sealed file). Copies of ours that stay readable without a passphrase are returned.
        """
        raise NotImplementedError
