"""The passphrase: setting, changing and removing it, and what opens the file with it or with the recovery code.

All of it is done while no house is open, but :meth:`Strongbox.change` and :meth:`Strongbox.new_code`. What is slow
hears a progress, may be stopped, and may be killed at any moment: then the old file is there or the new one, and the
file's own first bytes tell which. The slots are on the disk before the sealed file takes the place of the plain one,
and go after the plain one has taken the place of the sealed one; beside a plain file they mean nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from guesthouse.domain.safekeeping import Progress, Sealed, State, Why, unwatched
from guesthouse.errors import (
    Bug,
    Cancelled,
    FileDamaged,
    FileMissing,
    GuesthouseError,
    KeysMissing,
    WrongCode,
    WrongKey,
)
from guesthouse.paths import Paths
from guesthouse.services.backups import Backups
from guesthouse.storage.backup import sync_folder
from guesthouse.storage.connection import Place, look_inside
from guesthouse.storage.header import look_at_header
from guesthouse.storage.key_slots import (
    PASSPHRASE,
    RECOVERY,
    KeySlots,
    fresh_code,
    fresh_key,
    is_blank,
    read_slots,
    slots_for,
    to_bytes,
    write_slots,
)
from guesthouse.storage.lock import Lock
from guesthouse.storage.migrations import names
from guesthouse.storage.plain_copies import PlainCopies, size_of
from guesthouse.storage.sealing import Turn, Watch, carry_out, clear_beside, opens
from guesthouse.storage.spare_slots import spare_slots
from guesthouse.storage.told_apart import state_of

log = logging.getLogger(__name__)


class Strongbox:
    """The verbs of the passphrase. A passphrase is used to the letter; a blank one is refused with ValueError."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime]) -> None:
        """Of the file in these folders."""
        self._paths, self._clock, self._copies = paths, clock, PlainCopies(paths)

    def state(self) -> State:
        """Whether there is a file, and whether it is sealed, by its own first bytes. Raises FolderUnusable."""
        return state_of(self._paths.database, self._paths.keys)

    def unlock(self, passphrase: str) -> bytes:
        """The raw key of the file. Takes about a fifth of a second; changes nothing, and may run in a thread.

        Raises WrongKey, KeysMissing, TooNew, FileDamaged (the passphrase is right, but the file is damaged).
        """
        return self._opened(PASSPHRASE, lambda slots: slots.open_with(passphrase))

    def unlock_with_code(self, code: str) -> bytes:
        """The raw key of the file, by the recovery code, forgiving in how it is written.

        Raises WrongCode (it may name the group with a slip), and whatever :meth:`unlock` raises but WrongKey.
        """
        return self._opened(RECOVERY, lambda slots: slots.open_with_code(code))

    def change(self, key: bytes, passphrase: str) -> None:
        """Another passphrase from now on; the recovery code stays. Quick, and done or not done.

        May be called beside an open house; the backups follow with :meth:`tidy`. Raises ReadOnly, DiskFull, WrongKey.
        """
        _demand_words(passphrase)
        write_slots(self._paths.keys, self._slots_of(key).with_passphrase(key, passphrase))

    def new_code(self, key: bytes) -> str:
        """Another recovery code from now on, to be shown once; the passphrase stays. Like :meth:`change`."""
        code = fresh_code()
        write_slots(self._paths.keys, self._slots_of(key).with_code(key, code))
        return code

    def seal(self, passphrase: str, progress: Progress = unwatched) -> Sealed:
        """Set a first passphrase: the file and its plain backups are sealed, no house may be open.

        Raises AlreadyOpen, ReadOnly, DiskFull, FileDamaged, Cancelled; then the file is plain as it was.
        """
        _demand_words(passphrase)
        with self._alone(State.PLAIN):
            self._demand_ours(None)
            key, code = fresh_key(), fresh_code()
            slots = slots_for(key).with_passphrase(key, passphrase).with_code(key, code)
            first, second = self._shares()
            turn = Turn(self._paths.database, None, key)
            try:
                carry_out(turn, Watch(progress, 1, first), lambda: write_slots(self._paths.keys, slots))
            except BaseException:
                if self.state() is not State.SEALED:
                    self._drop_slots()
                raise
            self._copies.seal(key, to_bytes(slots), Watch(_unstopped(progress), first, second).tell)
            self._copies.clear_parts()
            self._back_up(key, Watch(_unstopped(progress), second, 99).tell)
            progress(100)
            return Sealed(key, code, self._left_plain())

    def unseal(self, key: bytes, progress: Progress = unwatched) -> None:
        """Take the passphrase away: the file is plain again. Sealed backups stay sealed and open by their own slots.

        Raises AlreadyOpen, ReadOnly, DiskFull, FileDamaged, WrongKey, Cancelled; then the file is sealed as it was.
        """
        with self._alone(State.SEALED):
            self._demand_ours(key)
            self._back_up(key, Watch(progress, 1, 30).tell)
            carry_out(Turn(self._paths.database, key, None), Watch(progress, 30, 99))
            self._drop_slots()
            progress(100)

    def clear_leftovers(self) -> None:
        """Remove what a sealing or unsealing that was killed has left beside the file. It needs no key.

        Called at each start by who holds the lock, before the file is unlocked. Never raises.
        """
        clear_beside(self._paths.database)
        self._copies.clear_leftovers()

    def tidy(self, key: bytes | None, progress: Progress = unwatched) -> Sequence[Path]:
        """After the unlocking and after :meth:`change` and :meth:`new_code`, by who holds the lock: leftovers go.

        Where ``key`` is that of a sealed file, the sealed backups in our folders that carry other slots of it get those
        of today, unless ``progress`` ends that, and plain ones are sealed. What is left of it comes the next time.
        Copies of ours that stay readable without a passphrase are returned.
        """
        self.clear_leftovers()
        if key is None or self.state() is not State.SEALED:
            return ()
        self._copies.clear_parts()
        try:
            slots = self._slots_of(key)
            if self._put_back(slots):
                Backups(self._place(key), self._paths, self._clock).follow(slots, progress)
            if slots.slots:
                self._copies.seal(key, to_bytes(slots))
        except GuesthouseError as error:
            log.warning("plain copies could not be looked after: %s", type(error).__name__)
        return self._left_plain()

    def _opened(self, kind: str, try_: Callable[[KeySlots], bytes]) -> bytes:
        """By the slots beside the file; where these are missing or damaged, by those behind the backups."""
        self._demand(State.SEALED)
        beside, damaged, wrong = self._beside(), False, None
        if beside is not None and beside.has(kind):
            key = try_(beside)
            if opens(self._paths.database, key):
                return key
            damaged = True
        for slots in self._spare(kind):
            try:
                key = try_(slots)
            except (WrongKey, WrongCode) as error:
                wrong = error
                continue
            if opens(self._paths.database, key):
                return key
            damaged = damaged or wrong is None  # else newer slots, which rather are the file's, have said no
        if damaged:
            raise FileDamaged(self._paths.database)
        raise wrong or KeysMissing(self._paths.keys)

    def _slots_of(self, key: bytes) -> KeySlots:
        """The slots of the file's own key, as many as are whole anywhere. Raises WrongKey, TooNew, FileDamaged."""
        self._demand_key(key)
        slots, beside = slots_for(key), self._beside()
        if beside is not None:
            slots = slots.filled_from(beside)
        for kind in (PASSPHRASE, RECOVERY):
            for spare in () if slots.has(kind) else self._spare(kind):
                slots = slots.filled_from(spare)
        return slots

    def _put_back(self, slots: KeySlots) -> bool:
        """Slots that were missing or damaged beside the file; whether these stand there now.

        Those of another key stay where they are.
        """
        beside = self._beside()
        if not slots.slots or (beside is not None and beside.key_id != slots.key_id):
            return False
        if slots != beside:
            write_slots(self._paths.keys, slots)
        return True

    def _beside(self) -> KeySlots | None:
        try:
            return read_slots(self._paths.keys)
        except KeysMissing:
            return None

    def _spare(self, kind: str) -> Iterator[KeySlots]:
        return spare_slots(self._paths, kind, self._clock().tzinfo)

    def _drop_slots(self) -> None:
        """They mean nothing beside a plain file; where they cannot be removed, they are in nobody's way."""
        with suppress(OSError):
            self._paths.keys.unlink(missing_ok=True)
            sync_folder(self._paths.data)

    def _back_up(self, key: bytes, progress: Progress) -> None:
        """A safety copy, sealed. That there is none now is no reason to leave the person without what they asked for:
        what they have stays until the new file is whole."""
        try:
            Backups(self._place(key), self._paths, self._clock).make(Why.BEFORE_PASSPHRASE, progress)
        except Cancelled:
            raise
        except GuesthouseError as error:
            log.warning("no backup was made before the passphrase changed: %s", type(error).__name__)

    def _left_plain(self) -> Sequence[Path]:
        return (*self._copies.copies(), *self._copies.elsewhere())

    def _shares(self) -> tuple[int, int]:
        """How many percent of sealing are done with the file, and with its copies; the safety copy comes last."""
        file, copies = size_of(self._paths.database), sum(map(size_of, self._copies.copies()))
        whole = max(2 * file + copies, 1)
        return 1 + 97 * file // whole, 1 + 97 * (file + copies) // whole

    def _place(self, key: bytes | None) -> Place:
        return Place(self._paths.database, self._paths.backups, key)

    def _demand(self, state: State) -> None:
        found = self.state()
        if found is State.MISSING:
            raise FileMissing(self._paths.database)
        if found is not state:
            raise Bug(f"the file is {found.value}")

    def _demand_key(self, key: bytes) -> None:
        if not opens(self._paths.database, key):
            raise WrongKey(self._paths.database)

    def _demand_ours(self, key: bytes | None) -> None:
        look_at_header(self._paths.database, keyed=key is not None)
        look_inside(self._place(key), set(names()))

    @contextmanager
    def _alone(self, state: State) -> Iterator[None]:
        lock = Lock(self._paths.lock)
        try:
            self._demand(state)
            yield
        finally:
            lock.release()


def _demand_words(passphrase: str) -> None:
    if is_blank(passphrase):
        raise ValueError("a blank passphrase")


def _unstopped(progress: Progress) -> Progress:
    """Once the new file is in its place nothing is as before any more, and what is left to do is done."""
    return lambda percent: progress(percent) or True
