"""Everything of ours taken off this computer, as far as we can reach it, and an honest list of what we cannot.

The key slots go first: from that moment a sealed file and its copies are unreadable here, whatever stops the rest.
Whatever lies in our folders and is not ours stays, and the folder with it.
"""

from __future__ import annotations

import faulthandler
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from guesthouse.domain.backup_names import is_leftover, read_name
from guesthouse.paths import Paths
from guesthouse.services.backups import LOCK
from guesthouse.storage.backup_shelf import NOTE, Shelf
from guesthouse.storage.erasing_all import take_away, take_away_all, take_away_folder
from guesthouse.storage.lock import Lock

BESIDE = r"(\.(new|restoring|sealing|unsealing))?(-wal|-shm|-journal)?"
"""What stands behind the name of the file, for its logs and for one that was being made; in a folder not ours."""

ASIDE = re.compile(r"\d{8}-\d{6}(-\d+)?")
SOUND = re.compile(r"[a-z-]+(-\d+\.wav|-\d+\.\d+\.part)")


@dataclass(frozen=True, slots=True)
class Remains:
    """``goes``: the files of ours that would be removed; ``stays``: folders with copies, and files beside ours with our
    name in theirs, that we leave alone."""

    goes: Sequence[Path]
    stays: Sequence[Path] = ()


class Eraser:
    """The verbs of erasing everything."""

    def __init__(self, paths: Paths) -> None:
        """Whatever lies in these folders and is ours."""
        self._paths = paths

    def foresee(self) -> Remains:
        """What would go and what would stay; changes nothing."""
        goes = list(dict.fromkeys(self._files()))
        beside = [each for each in _named(self._paths.data, r"(?i).*guesthouse.*") if each not in goes]
        return Remains(goes, [*_shelves(self._paths)[1], *(each for each in beside if each != self._paths.lock)])

    def erase(self) -> Sequence[Path]:
        """Remove all of it and return what could not be removed. The log is closed first, and none is written after.

        Raises AlreadyOpen where another copy of the app holds the folder; then nothing was removed.
        """
        paths = self._paths
        lock = Lock(paths.lock) if paths.data.is_dir() else None
        try:
            _close_log(paths)
            files, folders = list(dict.fromkeys(self._files())), list(self._emptied())
            left = take_away_all(files)
            take_away(paths.lock)  # held, so that nobody comes in meanwhile; Windows removes it once it is released
        finally:
            if lock is not None:
                lock.release()
        if not take_away(paths.lock):
            left.append(paths.lock)
        for folder in folders:
            take_away_folder(folder)
        return left

    def _files(self) -> Iterator[Path]:
        """The files of ours, the most telling ones first."""
        paths = self._paths
        yield from _named(paths.data, rf"{re.escape(paths.keys.name)}([-.].*)?")
        real = paths.database.resolve()
        if real.parent != paths.data.resolve():
            yield from _named(real.parent, rf"{re.escape(real.name)}{BESIDE}")
        yield from _named(paths.data, rf"{re.escape(paths.database.name)}([-.].*)?")
        for folder in _shelves(paths)[0]:
            yield from (file for file in _named(folder, ".*") if is_leftover(file.name) or read_name(file.name, None))
        for folder in _set_aside(paths):
            yield from (entry for entry in sorted(folder.rglob("*")) if entry.is_symlink() or not entry.is_dir())
        yield from _named(paths.sounds, SOUND.pattern)
        yield from _named(paths.data, rf"{re.escape(NOTE)}(\..+)?|{re.escape(LOCK)}")
        yield from _named(paths.config, rf"{re.escape(paths.preferences.name)}(\..+)?")
        yield from _named(paths.log, rf"{re.escape(paths.logfile.name)}(\.\d+)?|{re.escape(paths.crashfile.name)}")

    def _emptied(self) -> Iterator[Path]:
        """The folders that may be empty then, the inner ones first."""
        paths = self._paths
        for folder in _set_aside(paths):
            inside = [entry for entry in folder.rglob("*") if entry.is_dir() and not entry.is_symlink()]
            yield from sorted(inside, key=lambda each: len(each.parts), reverse=True)
            yield folder
        yield from (paths.aside, paths.backups, paths.sounds, paths.log, paths.config, paths.data)


def _shelves(paths: Paths) -> tuple[list[Path], list[Path]]:
    """Where copies lie that go (our folder and the one in use), and folders chosen at some time whose copies stay."""
    shelf = Shelf(paths)
    going = shelf.folders()
    noted: list[str] = []
    with suppress(OSError, ValueError):
        noted = shelf.note.read_text(encoding="utf-8").splitlines()
    return going, [Path(line) for line in dict.fromkeys(noted) if line.strip() and Path(line) not in going]


def _named(folder: Path, pattern: str) -> Iterator[Path]:
    """The files of a folder, and links, whose whole name is such a one."""
    with suppress(OSError):
        for entry in sorted(folder.iterdir()):
            if re.fullmatch(pattern, entry.name) and (entry.is_symlink() or not entry.is_dir()):
                yield entry


def _set_aside(paths: Paths) -> list[Path]:
    """The folders in which damaged files were kept; links are not followed."""
    with suppress(OSError):
        every = [] if paths.aside.is_symlink() else sorted(paths.aside.iterdir())
        return [each for each in every if ASIDE.fullmatch(each.name) and each.is_dir() and not each.is_symlink()]
    return []


def _close_log(paths: Paths) -> None:
    """Nothing is written to the log any more: what is said from here on would be a file that was not asked for."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, logging.FileHandler) and Path(handler.baseFilename).parent == paths.log.absolute():
            root.removeHandler(handler)
            with suppress(OSError):
                handler.close()
    faulthandler.disable()
