"""What can be done with a damaged file: see what can be read of it, take that into a new one, or begin from elsewhere.

The damaged file is never written to. It is kept in a folder aside under its own name, and only once there is something
whole to put in its place; a kill at any moment leaves the one or the other there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from guesthouse.domain.safekeeping import Backup, Inside, Progress, State, unwatched
from guesthouse.errors import FileMissing, GuesthouseError, KeysMissing, WrongKey
from guesthouse.paths import Paths
from guesthouse.services.restoring import Restoring
from guesthouse.storage import salvage
from guesthouse.storage.connection import Place
from guesthouse.storage.key_slots import PASSPHRASE, read_slots
from guesthouse.storage.lock import Lock
from guesthouse.storage.restoring import forget_aside, put_in_place, set_aside
from guesthouse.storage.spare_slots import spare_slots
from guesthouse.storage.taking_back import SALVAGED, take_back, take_out
from guesthouse.storage.told_apart import state_of

if TYPE_CHECKING:
    from guesthouse.services.backups import Backups


@dataclass(frozen=True, slots=True)
class Wreck:
    """What there is to begin from. ``readable`` is None where nothing of the damaged file can be read; of
    ``only_words`` guests and entries in it, the words stand as the search knew them, without capitals and marks."""

    readable: Inside | None
    backups: list[Backup]
    only_words: int = 0

    @property
    def newest_good(self) -> Backup | None:
        """The newest backup that could be opened."""
        return next((backup for backup in self.backups if backup.inside is not None), None)


class Mending:
    """Done while no house is open; each verb that changes something holds the lock meanwhile."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime], backups: Callable[[bytes | None], Backups]) -> None:
        """``backups`` gives the shelf of backups, as it is reached with a key."""
        self._paths, self._clock, self._backups = paths, clock, backups

    def needs_passphrase(self) -> bool:
        """Whether nothing of the file can be read without its key."""
        return state_of(self._paths.database, self._paths.keys) is State.SEALED

    def opening(self, passphrase: str) -> bytes:
        """The key of a damaged file by its key slots, whether it opens the file or not. Raises WrongKey, KeysMissing.

        Where the slots beside it are gone as well, those that its backups carry are tried.
        """
        with suppress(KeysMissing):
            return read_slots(self._paths.keys).open_with(passphrase)
        wrong: GuesthouseError = KeysMissing(self._paths.keys)
        for slots in spare_slots(self._paths, PASSPHRASE, self._clock().tzinfo):
            try:
                return slots.open_with(passphrase)
            except WrongKey as error:
                wrong = error
        raise wrong

    def look(self, key: bytes | None = None, progress: Progress = unwatched) -> Wreck:
        """How much of the damaged file can be read, and which backups there are, the newest good one looked into.

        Nothing is written. Raises Cancelled.
        """
        found, backups = salvage.readable(self._place(key), self._clock(), progress), self._with_newest_good(key)
        return Wreck(None, backups) if found is None else Wreck(found.inside, backups, found.only_words)

    def salvage(self, key: bytes | None = None, progress: Progress = unwatched) -> Path:
        """Take what can be read into a new file, and keep the damaged one aside; returns the folder where it lies.

        Raises FileDamaged where nothing can be read, Cancelled, or any Trouble about files: then all is as it was.
        """
        with self._locked():
            real = self._paths.database.resolve()
            new = real.with_name(real.name + SALVAGED)
            salvage.salvage(self._place(key), new, self._clock, progress)
            folder: Path | None = None
            try:
                folder = self._set_aside()
                put_in_place(self._paths, new, None)
            except BaseException:
                salvage.remove(new)
                if folder is not None:
                    forget_aside(folder)
                raise
            return folder

    def begin_from(
        self,
        backup: Path,
        key_then: bytes | None = None,
        progress: Progress = unwatched,
        *,
        key_now: bytes | None = None,
    ) -> Path | None:
        """Keep the damaged file aside and put this backup in its place, all or nothing; raises as restoring does.

        Returns the folder where the old file lies; None where it could be opened after all, and a backup of it was
        made.
        """
        with self._locked():
            before = self._asides()
        Restoring(self._paths, self._clock).restore(backup, key_now=key_now, key_then=key_then, progress=progress)
        return next(iter(sorted(self._asides() - before)), None)

    def begin_anew(self) -> Path:
        """Keep the damaged file aside, with nothing in its place; returns the folder where it lies."""
        with self._locked():
            folder = self._set_aside()
            take_out(self._paths)
            return folder

    def take_back(self) -> None:
        """Undo what a kill has left half-done: called at the start by who holds the lock, before the file is opened.

        Quick; never raises.
        """
        take_back(self._paths)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._paths.make()
        lock = Lock(self._paths.lock)
        try:
            self.take_back()
            yield
        finally:
            lock.release()

    def _set_aside(self) -> Path:
        folder = set_aside(self._paths, self._clock())
        if folder is None:
            raise FileMissing(self._paths.database)
        return folder

    def _asides(self) -> set[Path]:
        return set(self._paths.aside.iterdir()) if self._paths.aside.is_dir() else set()

    def _place(self, key: bytes | None) -> Place:
        return Place(self._paths.database, self._paths.backups, key)

    def _with_newest_good(self, key: bytes | None) -> list[Backup]:
        """All of them, opened from the newest on until one is good."""
        shelf = self._backups(key)
        listed = shelf.listed()
        for number, backup in enumerate(listed):
            try:
                inside = shelf.look_into(backup, key)
            except GuesthouseError:  # it has a passphrase of its own, or is damaged as well
                continue
            if inside is not None:
                listed[number] = replace(backup, inside=inside)
                break
        return listed
