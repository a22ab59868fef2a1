"""Copies of the file: made, listed, looked into, thinned."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from guesthouse.domain.safekeeping import Backup, Inside, Progress, Why, unwatched
from guesthouse.domain.thinning import doomed, fresh
from guesthouse.errors import GuesthouseError, Trouble, WrongKey
from guesthouse.paths import Paths
from guesthouse.storage.backup import back_up, back_up_to, seal_for
from guesthouse.storage.backup_shelf import Shelf
from guesthouse.storage.connection import Place
from guesthouse.storage.copies import content_of, look, now_inside, opened
from guesthouse.storage.following import follow
from guesthouse.storage.key_slots import KeySlots
from guesthouse.storage.lock import Lock

log = logging.getLogger(__name__)

LOCK = "backups.lock"


class Backups:
    """The copies of one file. Works beside an open house, over connections of its own, in any thread."""

    def __init__(self, place: Place, paths: Paths, clock: Callable[[], datetime]) -> None:
        """``place`` has the key, where the file is sealed."""
        self._place, self._paths, self._shelf, self._clock = place, paths, Shelf(paths), clock

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

        Raises PlaceUnusable, DiskFull, FolderInTheWay (copies of another computer lie there); then the choice stays.
        """
        self._shelf.choose(folder)

    def make(self, why: Why, progress: Progress = unwatched, *, to: Path | None = None) -> Backup:
        """A whole and checked copy of the file as it is now; ``to`` is a folder or a new file of the caller's choice.

        Raises Cancelled, DiskFull, ReadOnly, FolderUnusable, NameTaken and PlaceUnusable (``to``), FileDamaged,
        FileMissing, PassphraseNeeded, WrongKey, TooNew; then nothing is left of it.
        """
        with self._making(), opened(self._place) as connection:
            seal = seal_for(self._place.file, self._place.key)
            if to is not None:
                return back_up_to(connection, to, why, self._clock(), seal, progress=progress)
            return back_up(connection, self.folder, why, self._clock(), seal, progress=progress)

    def make_if_due(self) -> Backup | None:
        """A copy for the day, where the newest good one is older than a day and something changed since; then thin.

        Raises whatever :meth:`make` raises.
        """
        now, copies = self._clock(), self.listed()
        if any(fresh(copy.made, now) and self._is_good(copy) for copy in copies):
            return None
        newest = next((copy for copy in copies if copy.made <= now and self._is_good(copy)), None)
        content = now_inside(self._place)
        if not content or (newest is not None and content == self._content(newest)):
            return None
        made = self.make(Why.DAILY)
        self.thin()
        return made

    def listed(self) -> list[Backup]:
        """The copies in our folders, newest first; quick, none is opened (``inside`` is None)."""
        return self._shelf.copies(self._clock().tzinfo)

    def look_into(self, backup: Backup, key: bytes | None = None) -> Inside | None:
        """What a copy holds, with this key or else the file's own; None where it cannot be told. Raises WrongKey."""
        key = self._key_of(backup, key)
        if backup.sealed and key is None:
            return None
        try:
            return look(backup.file, key)
        except WrongKey:
            raise
        except GuesthouseError:
            return None

    def thin(self) -> list[Path]:
        """Remove what `domain/thinning.py` does not keep of the copies made by themselves; returns what went.

        The newest good copy stays, whatever it was made for. What cannot be removed now goes another time.
        """
        copies, gone = self.listed(), []
        for copy in doomed(copies):
            younger = copies[: copies.index(copy)]
            if any(self._is_good(each) for each in younger):
                with suppress(OSError):
                    copy.file.unlink()
                    gone.append(copy.file)
        return gone

    def follow(self, slots: KeySlots, progress: Progress = unwatched) -> None:
        """Put these key slots behind the sealed copies in our folders that carry others of the same key.

        The newest comes first. What cannot be written keeps its own, and so does what lies elsewhere. Never raises.
        """
        with self._making():
            follow(self.listed(), slots, progress)

    def others(self) -> list[Path]:
        """Folders chosen before that still hold copies."""
        return self._shelf.others()

    def _is_good(self, copy: Backup) -> bool:
        """Whether it opens, as far as that can be told with the key of today."""
        with suppress(WrongKey):
            return self.look_into(copy) is not None
        return False

    def _content(self, copy: Backup) -> str | None:
        try:
            return content_of(copy.file, self._key_of(copy, None))
        except GuesthouseError as error:
            log.info("a copy could not be compared: %s", type(error).__name__)
            return None

    def _key_of(self, copy: Backup, key: bytes | None) -> bytes | None:
        return (key or self._place.key) if copy.sealed else None

    @contextmanager
    def _making(self) -> Iterator[None]:
        """One copy at a time clears away what is left of those before it; a second one leaves that to the first."""
        try:
            lock = Lock(self._paths.data / LOCK)
        except Trouble:
            lock = None
        try:
            if lock is not None:
                self._shelf.clear_leftovers()
            yield
        finally:
            if lock is not None:
                lock.release()
