"""A copy comes back: looked at, and put in the place of the file, while no house is open."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from guesthouse.domain.safekeeping import Inside, Progress, Why, unwatched
from guesthouse.errors import (
    BackupUnreadable,
    Cancelled,
    FileDamaged,
    GuesthouseError,
    KeysMissing,
    NotABackup,
    NotADatabase,
    NotOurs,
    PassphraseNeeded,
    TooNew,
    Trouble,
    WrongCode,
    WrongKey,
    trouble_of,
)
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.storage.connection import Place
from guesthouse.storage.copies import is_plain, look
from guesthouse.storage.header import demand_writable
from guesthouse.storage.key_slots import PASSPHRASE, RECOVERY, KeySlots, from_bytes, id_of, read_slots
from guesthouse.storage.lock import Lock
from guesthouse.storage.restoring import (
    as_a_backup,
    beside,
    bring,
    clear,
    finish,
    forget_aside,
    put_in_place,
    set_aside,
    settle,
    stretch,
)
from guesthouse.storage.spare_slots import spare_slots
from guesthouse.storage.taking_back import take_back
from guesthouse.storage.trailer import PAGE, database_size, read_trailer

log = logging.getLogger(__name__)


class Restoring:
    """Puts a backup in the place of the file, all of it or nothing."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime]) -> None:
        """The folders, and the time for the name of the copy of today."""
        self._paths, self._clock = paths, clock

    def is_sealed(self, file: Path) -> bool:
        """Whether this file asks for a passphrase; raises NotABackup where it can be no backup."""
        try:
            if file.exists() and not file.is_file():  # a pipe would be waited for, for ever
                raise NotABackup(file)
            sealed, size = not is_plain(file), database_size(file)
        except (FileNotFoundError, IsADirectoryError):
            raise NotABackup(file) from None
        except PermissionError:
            raise BackupUnreadable(file) from None
        except (OSError, ValueError) as error:
            raise trouble_of(error, file) from None
        if size < PAGE or size % PAGE:  # cut short; SQLite would take what is missing of a page for zeros
            raise NotABackup(file)
        return sealed

    def opening(self, backup: Path, passphrase: str | None) -> bytes | None:
        """The key of a backup by its own key slots; None for a plain one.

        Raises PassphraseNeeded (sealed, and None was given), WrongKey, KeysMissing, NotABackup, TooNew.
        """
        if not self.is_sealed(backup):
            self.look(backup, None)
            return None
        if passphrase is None:
            raise PassphraseNeeded(backup)
        return self._opening(backup, lambda slots: slots.open_with(passphrase))

    def opening_with_code(self, backup: Path, code: str) -> bytes | None:
        """The key of a backup by its recovery code; raises WrongCode, KeysMissing, NotABackup, TooNew."""
        if not self.is_sealed(backup):
            self.look(backup, None)
            return None
        return self._opening(backup, lambda slots: slots.open_with_code(code))

    def opens_with(self, file: Path, key: bytes) -> bool:
        """Whether a sealed backup opens with this key (that of the present house); then no passphrase is asked for."""
        try:
            self.look(file, key)
        except TooNew:
            return True
        except GuesthouseError:
            return False
        return True

    def look(self, file: Path, key: bytes | None) -> Inside:
        """What a backup holds; raises NotABackup, TooNew, WrongKey."""
        self.is_sealed(file)
        with as_a_backup(file):
            return look(file, key)

    def finish(self) -> None:
        """Do what is left of a restoring that was killed. It needs no key.

        Called at each start by who holds the lock, before the file is unlocked. Never raises.
        """
        finish(self._paths)
        take_back(self._paths)

    def restore(
        self, file: Path, *, key_now: bytes | None, key_then: bytes | None, progress: Progress = unwatched
    ) -> None:
        """Put the backup in the place of the file; a backup of today is made first.

        Where today's file cannot be opened (it is damaged, or sealed and ``key_now`` is None), it is kept whole in a
        folder under ``paths.aside``. Where today's file is sealed and ``key_now`` is its key, the new one is sealed
        with that same key, so that the passphrase stays as it is, whatever the backup was. Else it is what the backup
        was: plain, or sealed with its own passphrase.

        Raises AlreadyOpen, NotABackup, TooNew, WrongKey, KeysMissing, DiskFull, ReadOnly, FolderUnusable, Cancelled;
        then the file of today is as it was.
        """
        self._paths.make()
        lock = Lock(self._paths.lock)
        try:
            self.finish()
            self._restore(file, key_now, key_then, progress)
        finally:
            lock.release()

    def _restore(self, file: Path, key_now: bytes | None, key_then: bytes | None, progress: Progress) -> None:
        database = self._paths.database
        if database.exists():
            demand_writable(database)
            if file.exists() and file.samefile(database):
                raise NotABackup(file)
        if self.is_sealed(file) and key_then is None:
            raise PassphraseNeeded(file)
        key_new, slots = self._sealing(file, key_now, key_then)
        new, aside = beside(self._paths), None
        try:
            bring(file, key_then, new, key_new, stretch(progress, 0, 60))
            aside = self._keep_today(key_now, stretch(progress, 60, 95))
            if not progress(95):
                raise Cancelled
        except BaseException:
            clear(new)
            if aside is not None:
                forget_aside(aside)
            raise
        try:
            put_in_place(self._paths, new, slots)
        finally:
            clear(new)
        progress(100)

    def _sealing(
        self, file: Path, key_now: bytes | None, key_then: bytes | None
    ) -> tuple[bytes | None, KeySlots | None]:
        """The key of the new file, and its slots where they are not those that are here already."""
        if key_now is not None and self._today_is_sealed():
            with suppress(KeysMissing):
                return key_now, self._slots_of_today(key_now)
            if key_then is None and self.opens_with(self._paths.database, key_now):
                raise KeysMissing(self._paths.keys)  # plain is what nobody has asked for
        if key_then is None:
            return None, None
        found = list(self._slots(file))
        for slots, _ in found:
            if slots.key_id == id_of(key_then):
                return key_then, slots
        raise WrongKey(file) if any(its for _, its in found) else KeysMissing(file)

    def _slots_of_today(self, key: bytes) -> KeySlots | None:
        """None where the slots beside today's file are those of this key, else such as a backup carries.

        Raises KeysMissing where there are none.
        """
        with suppress(Trouble):
            if read_slots(self._paths.keys).key_id == id_of(key):
                return None
        for kind in (PASSPHRASE, RECOVERY):
            for slots in spare_slots(self._paths, kind, self._clock().tzinfo):
                if slots.key_id == id_of(key):
                    return slots
        raise KeysMissing(self._paths.keys)

    def _today_is_sealed(self) -> bool:
        with suppress(OSError):
            return not is_plain(self._paths.database)
        return False

    def _keep_today(self, key_now: bytes | None, progress: Progress) -> Path | None:
        """A backup of today, or the folder where today's file has a second name since it cannot be opened."""
        key = key_now if self._today_is_sealed() else None
        place = Place(self._paths.database, self._paths.backups, key)
        if place.file.exists() and (key is not None or not self._today_is_sealed()):
            try:
                Backups(place, self._paths, self._clock).make(Why.BEFORE_RESTORE, progress)
                settle(place)
            except (FileDamaged, NotADatabase, NotOurs, WrongKey, TooNew) as error:
                log.info("today's file is set aside: %s", type(error).__name__)
            else:
                return None
        return set_aside(self._paths, self._clock())

    def _opening(self, backup: Path, key_of: Callable[[KeySlots], bytes]) -> bytes:
        told: Trouble = KeysMissing(backup)
        for slots, its in self._slots(backup):
            try:
                key = key_of(slots)
            except (WrongKey, WrongCode, KeysMissing) as error:
                told = error if its and not isinstance(told, WrongKey | WrongCode) else told
                continue
            if self.opens_with(backup, key):
                self.look(backup, key)
                return key
            if its:
                raise NotABackup(backup)  # its slots have shown that the key is right
        told.path = backup
        raise told

    def _slots(self, backup: Path) -> Iterator[tuple[KeySlots, bool]]:
        """Slots that may open a backup, and whether they are known to be its.

        Its own, and those of today where they are of the same key, so that the passphrase of today is as good. Where it
        has none, or damaged ones: those beside it, and those of today, which need not be its, and so tell of no
        passphrase that it is wrong.
        """
        own = None
        with suppress(Trouble):
            trailer = read_trailer(backup)
            own = None if trailer is None else from_bytes(trailer, backup)
        if own is not None:
            yield own, True
        for file in dict.fromkeys([backup.with_suffix(".keys"), self._paths.keys]):
            slots = None
            with suppress(Trouble):
                slots = read_slots(file)
            if slots is not None and (own is None or slots.key_id == own.key_id):
                yield slots, own is not None or file == backup.with_suffix(".keys")
