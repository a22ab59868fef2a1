"""The swap: a whole, checked copy takes the place of the file so that a kill at any point leaves the old or the new.

1. The copy is written anew beside the place, looked through, and brought to the disk (:func:`bring`). Written anew, and
   not copied byte by byte: so its log is taken in if it has one, its trailer stays behind, each page proves itself.
2. Today's file is kept: its log taken in (:func:`settle`), or, where it cannot be opened, under a second name in a
   folder aside (:func:`set_aside`). Until the swap it has its first name as well.
3. One rename puts the new file in the place (:func:`put_in_place`). The key slots must change with it:

   - a plain file becomes a sealed one: the slots are written before; beside a plain file they mean nothing;
   - a sealed one becomes plain: the slots go after;
   - a sealed one becomes one with another key: the new slots wait under a name that ends with the first bytes of the
     new file, which are random and its own, and take their place after the file has taken its own. After a kill in
     between, :func:`finish` compares these bytes with those of the file, and needs no key to know what is left to do.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from guesthouse.domain.safekeeping import Progress
from guesthouse.errors import AlreadyOpen, FileDamaged, FileMissing, NotABackup, NotADatabase, NotOurs, trouble_of
from guesthouse.paths import Paths, make_private
from guesthouse.storage import migrations
from guesthouse.storage.backup import copy, sync_file, sync_folder
from guesthouse.storage.check import check
from guesthouse.storage.connection import Place, connect, flush, look_inside, reader
from guesthouse.storage.copies import is_plain
from guesthouse.storage.header import look_at_header
from guesthouse.storage.key_slots import KeySlots, to_bytes, write_slots, write_whole
from guesthouse.storage.sealing import Turn, Watch, carry_out, erase
from guesthouse.storage.trouble import told

BESIDE = ".restoring"
WAITING = ".for-"
LOGS = ("-wal", "-shm", "-journal")
SALT = 16  # bytes at the beginning of a sealed file: random, and its own


@contextmanager
def as_a_backup(file: Path) -> Iterator[None]:
    """Whatever says that a file is not what it must be says NotABackup."""
    try:
        yield
    except (FileDamaged, FileMissing, NotADatabase, NotOurs):
        raise NotABackup(file) from None


def stretch(progress: Progress, first: int, last: int) -> Progress:
    """A part of a work as a work by itself: its percents from the first to the last of the whole."""
    return lambda percent: progress(first + (last - first) * percent // 100)


def beside(paths: Paths) -> Path:
    """Where the new file grows: beside the real one, if the place is a link."""
    real = paths.database.resolve()
    return real.with_name(real.name + BESIDE)


def bring(backup: Path, key: bytes | None, new: Path, key_new: bytes | None, progress: Progress) -> None:
    """Write the database of a backup to a new file, under another key if need be, and look all of it through.

    Raises NotABackup, TooNew, WrongKey, DiskFull, ReadOnly, Cancelled.
    """
    from_here = Place(backup, backup.parent, key)
    written = Place(new, new.parent, None if key is None else key_new)
    with as_a_backup(backup):
        look_at_header(backup, keyed=key is not None)
        look_inside(from_here, set(migrations.names()))
        _begin(new)
        with told(new), closing(reader(from_here)) as connection:
            try:
                copy(connection, new, written.key, progress)
            except OSError as error:
                raise trouble_of(error, new.parent) from None
        check(written)
    if key_new != written.key:
        carry_out(Turn(new, None, key_new), Watch(progress, 60, 100))


def _begin(new: Path) -> None:
    clear(new)
    try:
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise trouble_of(error, new.parent) from None


def clear(new: Path) -> None:
    """Remove what is beside the place, and what SQLite may have put beside that. Never raises."""
    with suppress(OSError):
        for leftover in list(new.parent.glob(new.name + "*")):
            erase(leftover)


def settle(place: Place) -> None:
    """Take the log into the file, so that nothing lies beside it; raises AlreadyOpen where somebody else reads it."""
    database = connect(place)
    try:
        flush(database)
    finally:
        database.close()
    if place.journal.exists() and place.journal.stat().st_size:
        raise AlreadyOpen(place.file.parent)


def set_aside(paths: Paths, now: datetime) -> Path | None:
    """Give the file, its log and its key slots a second name in a folder of their own, and return that folder.

    None where there is nothing. Raises DiskFull, ReadOnly, FolderUnusable; then there is no such folder.
    """
    real = paths.database.resolve()
    every = [(real.with_name(real.name + more), paths.database.name + more) for more in ("", *LOGS)]
    there = [(file, name) for file, name in [*every, (paths.keys, paths.keys.name)] if file.exists()]
    if not there:
        return None
    folder = _free_folder(paths.aside, f"{now:%Y%m%d-%H%M%S}")
    try:
        make_private(folder)
        for file, name in there:
            _second_name(file, folder / name)
        sync_folder(folder)
        sync_folder(folder.parent)
    except OSError as error:
        forget_aside(folder)
        raise trouble_of(error, folder) from None
    return folder


def forget_aside(folder: Path) -> None:
    """Take the second names away again, while the first ones are still there."""
    shutil.rmtree(folder, ignore_errors=True)


def _free_folder(above: Path, name: str) -> Path:
    folders = (above / (name if again == 1 else f"{name}-{again}") for again in range(1, 1000))
    return next(folder for folder in folders if not folder.exists())


def _second_name(file: Path, other: Path) -> None:
    try:
        os.link(file, other)
    except OSError:  # a file system without second names
        shutil.copyfile(file, other)
        other.chmod(0o600)
        sync_file(other)


def put_in_place(paths: Paths, new: Path, slots: KeySlots | None) -> None:
    """The swap. ``slots`` are those of the new file; None where it is plain, or sealed with the key of today's.

    Raises ReadOnly, DiskFull; then today's file is in its place.
    """
    real = paths.database.resolve()
    was_sealed = real.exists() and not is_plain(real)
    waiting = paths.keys.with_name(paths.keys.name + WAITING + _salt(new).hex())
    plain = is_plain(new)
    if slots is not None and was_sealed:
        write_whole(waiting, to_bytes(slots))
    elif slots is not None:
        write_slots(paths.keys, slots)
    try:
        for more in LOGS:  # what is left there belongs to the file of today, and was kept with it
            real.with_name(real.name + more).unlink(missing_ok=True)
        new.replace(real)
    except OSError as error:
        with suppress(OSError):
            waiting.unlink(missing_ok=True)
        raise trouble_of(error, real) from None
    with suppress(OSError):  # it has happened: no error may say that it has not, and finish() does what is left
        sync_folder(real.parent)
        if waiting.exists():
            waiting.replace(paths.keys)
        elif plain:
            paths.keys.unlink(missing_ok=True)
        sync_folder(paths.data)


def finish(paths: Paths) -> None:
    """Do what is left of a restoring that was killed: its key slots take their place or go, the rest goes.

    Needs no key; for who holds the lock, before the file is unlocked. Never raises.
    """
    with suppress(OSError):
        real = paths.database.resolve()
        for waiting in list(paths.data.glob(f"{paths.keys.name}{WAITING}*")):
            if waiting.name.endswith(WAITING + _salt(real).hex()):
                waiting.replace(paths.keys)
                sync_folder(paths.data)
            else:
                waiting.unlink()
        clear(beside(paths))


def _salt(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(SALT)
