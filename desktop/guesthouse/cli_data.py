"""The commands for the data: what each asks for, does, and says in one line. No window and no Qt.

``export``, ``backup`` and ``check`` work beside an open window; ``import`` and ``restore`` need it closed, which is
looked at before anything is asked. What a command writes is whole or not there, however it ends. What a kill has left
half-done is set right first, unless somebody has the folder open.
"""

from __future__ import annotations

import argparse
import logging
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from guesthouse.cli_terminal import Misuse, Passphrases, Watch
from guesthouse.domain.safekeeping import Inside, State, Why
from guesthouse.errors import FileDamaged, FileMissing, KeysMissing, WrongKey
from guesthouse.house import check_house, open_house
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from guesthouse.storage.lock import Lock

OF_THE_DATA = "Passphrase: "
OF_THE_BACKUP = "Passphrase of the backup: "
LOST = "Passphrase of the data that are here now (leave it empty if it is lost): "


def perform(asked: argparse.Namespace, paths: Paths) -> str:
    """Do what was asked for, and return what to say; raises any GuesthouseError, and Misuse."""
    logging.getLogger("guesthouse").addHandler(logging.NullHandler())  # or Python prints on stderr what is logged
    passphrases = Passphrases(from_stdin=getattr(asked, "passphrase_stdin", False))
    keeping = Keeping(paths, _now)
    keeping.set_right()
    return COMMANDS[asked.command](Errand(asked, paths, keeping, passphrases))


@dataclass(frozen=True)
class Errand:
    """One command on its way."""

    asked: argparse.Namespace
    paths: Paths
    keeping: Keeping
    passphrases: Passphrases

    @property
    def state(self) -> State:
        """Of the file that is here now."""
        return self.keeping.strongbox.state()

    def key(self) -> bytes | None:
        """What opens the file that is here; its passphrase is asked for where it is sealed.

        Raises FileMissing, PassphraseNeeded, and what unlocking raises.
        """
        state = self.state
        if state is State.MISSING:
            raise FileMissing(self.paths.database)
        if state is State.PLAIN:
            return None
        passphrase = self.passphrases.need(OF_THE_DATA)
        if not passphrase.strip():
            raise WrongKey(self.paths.database)  # no file was ever sealed with that
        return self.keeping.strongbox.unlock(passphrase)

    def demand_closed(self) -> None:
        """Raise AlreadyOpen where a window is open on this folder."""
        if self.paths.data.is_dir():
            Lock(self.paths.lock).release()

    def to(self) -> Path:
        """Where to write; raises Misuse where that would be a file of the app's own."""
        return self._foreign(self.asked.to)

    def file(self) -> Path:
        """What to read; raises Misuse where that is a file of the app's own."""
        return self._foreign(self.asked.file)

    def _foreign(self, file: Path) -> Path:
        paths = self.paths
        logs = [paths.database.with_name(paths.database.name + end) for end in ("-wal", "-shm")]
        for own in (paths.database, *logs, paths.keys, paths.lock, paths.preferences, paths.logfile, paths.crashfile):
            with suppress(OSError):
                if file.resolve() == own.resolve() or file.samefile(own):
                    raise Misuse(f"{file} is a file of Guesthouse itself")
        return file


def check(errand: Errand) -> str:
    """Read all of the file, and change nothing."""
    check_house(errand.paths, errand.key())
    return f"The file with your data is whole ({errand.paths.database})."


def export(errand: Errand) -> str:
    """Everything into one file that can be read without the app."""
    to, key = errand.to(), errand.key()
    with Watch("Exporting") as watch:
        written = errand.keeping.archive(key).export(to, watch)
    return f"Exported to {to}: {counted(written)}."


def backup(errand: Errand) -> str:
    """A copy of the file as it is now."""
    to, key = errand.to(), errand.key()
    with suppress(OSError):  # what is closed is told once there is something to write
        if to.is_file() and to.stat().st_size == 0:
            to.unlink()  # somebody's way to be sure of a name; what holds anything is never replaced
    with Watch("Backing up") as watch:
        made = errand.keeping.backups(key).make(Why.BY_HAND, watch, to=to)
    opens = " It opens with the passphrase of today." if made.sealed else ""
    return f"Backed up to {made.file}: {_held(made.inside)}.{opens}"


def take_in(errand: Errand) -> str:
    """An export into the file, with a backup first; with ``--dry-run`` only what that would do."""
    source, dry = errand.file(), errand.asked.dry_run
    if not dry:
        errand.demand_closed()
    new = errand.state is State.MISSING
    key = None if new else errand.key()
    with _empty_or(errand, new) as keeping, Watch("Looking") as watch:
        found = keeping.archive(key).look(source, watch)
    if found.is_nothing:
        return f"All that is in {source} is here already; nothing was changed."
    if dry:
        return f"{source} would add {counted(found.added)}, and change {counted(found.changed)}. Nothing was changed."
    if new:
        open_house(errand.paths, clock=_now, random=random.Random(), alone=True).close()
    else:
        with Watch("Backing up") as watch:
            errand.keeping.backups(key).make(Why.BEFORE_IMPORT, watch)
    with Watch("Taking in") as watch:
        done = errand.keeping.archive(key).take_in(source, watch)
    return f"Taken in from {source}: added {counted(done.added)}; changed {counted(done.changed)}."


@contextmanager
def _empty_or(errand: Errand, new: bool) -> Iterator[Keeping]:
    """The file to compare with: where there is none yet, an empty one that nothing is left of."""
    if not new:
        yield errand.keeping
        return
    with TemporaryDirectory(prefix="guesthouse-") as folder:
        paths = Paths.under(Path(folder))
        open_house(paths, clock=_now, random=random.Random()).close()
        yield Keeping(paths, _now)


def restore(errand: Errand) -> str:
    """A backup in the place of the file; what was here is in a backup of its own, or kept aside."""
    file, keeping, paths = errand.file(), errand.keeping, errand.paths
    errand.demand_closed()
    now, then = _Keys(errand, file).find()
    inside = keeping.restoring.look(file, then)
    before = _copies(errand)
    with Watch("Restoring") as watch:
        keeping.restoring.restore(file, key_now=now, key_then=then, progress=watch)
    new = sorted(str(copy) for copy in _copies(errand) - before)
    kept = f" What was here before is kept in {new[0]}." if new else ""
    whose = "the backup" if now is None else "today"
    opens = f" It opens with the passphrase of {whose}." if errand.state is State.SEALED else ""
    return f"Restored from {file} to {paths.database}: {_held(inside)}.{opens}{kept}"


def _copies(errand: Errand) -> set[Path]:
    """What is kept of the file: copies in the folders of the backups, and folders with what was set aside."""
    aside = errand.paths.aside
    return {copy.file for copy in errand.keeping.backups(None).listed()} | (
        set(aside.iterdir()) if aside.is_dir() else set()
    )


class _Keys:
    """What opens the file that is here now, and the backup: with one passphrase, if it opens both, or with two."""

    def __init__(self, errand: Errand, file: Path) -> None:
        self._strongbox, self._restoring = errand.keeping.strongbox, errand.keeping.restoring
        self._passphrases, self._file = errand.passphrases, file
        self._sealed_now = errand.state is State.SEALED
        self._sealed_then = self._restoring.is_sealed(file)

    def find(self) -> tuple[bytes | None, bytes | None]:
        """The key of now (None: plain, or it cannot be opened and is to be set aside) and that of the backup."""
        if not self._sealed_now:
            return None, self._of_the_backup() if self._sealed_then else None
        first = self._passphrases.need(LOST)
        try:
            now = self._now(first)
        except WrongKey:
            if not self._sealed_then:
                raise
            return self._by_the_backup(first)
        if not self._sealed_then:
            return now, None
        if now is not None and self._restoring.opens_with(self._file, now):
            return now, now
        with suppress(WrongKey):
            return now, self._restoring.opening(self._file, first)
        return now, self._of_the_backup()

    def _now(self, passphrase: str) -> bytes | None:
        """The key of now; None where it is lost, or the file or its slots are."""
        if not passphrase:
            return None
        with suppress(KeysMissing, FileDamaged):
            return self._strongbox.unlock(passphrase)
        return None

    def _by_the_backup(self, first: str) -> tuple[bytes | None, bytes | None]:
        """The first passphrase does not open what is here: if it opens the backup, the other one may still come."""
        then = self._restoring.opening(self._file, first)
        second = self._passphrases.ask(LOST)
        return (self._now(second) if second else None), then

    def _of_the_backup(self) -> bytes | None:
        return self._restoring.opening(self._file, self._passphrases.need(OF_THE_BACKUP))


COMMANDS: Mapping[str, Callable[[Errand], str]] = {
    "export": export,
    "import": take_in,
    "backup": backup,
    "restore": restore,
    "check": check,
}


# ------------------------------------------------------------------------------------------------ what is said


WORDS = {
    "guests": ("guest", "guests"),
    "visits": ("visit", "visits"),
    "drafts": ("half-typed thought", "half-typed thoughts"),
    "tags": ("tag", "tags"),
    "entries": ("entry", "entries"),
    "pictures": ("picture", "pictures"),
    "own_prompts": ("prompt of your own", "prompts of your own"),
    "sittings": ("practice that was done", "practices that were done"),
    "standings": ("mark beside a practice", "marks beside practices"),
    "own_practices": ("practice of your own", "practices of your own"),
    "noticings": ("noticing", "noticings"),
    "kit": ("thing in the comfort kit", "things in the comfort kit"),
    "wishes": ("wish", "wishes"),
    "half_done": ("half-typed note", "half-typed notes"),
    "ratings": ("rating", "ratings"),
    "heavy": ("mark on a heavy thought", "marks on heavy thoughts"),
}
"""What each kind of thing is called, one of it and more."""


def counted(how_many: Mapping[str, int]) -> str:
    """ "2 guests, 1 entry and 3 visits": what there is of each kind; "nothing" where there is none of any."""
    named = {kind: WORDS.get(kind, (kind, kind))[number != 1] for kind, number in how_many.items()}
    parts = [f"{number:,} {named[kind]}" for kind, number in how_many.items() if number]
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]])) or "nothing"


def _held(inside: Inside | None) -> str:
    if inside is None:
        return "what was in it is not known"
    return counted({"guests": inside.guests, "visits": inside.visits, "entries": inside.entries})


def _now() -> datetime:
    return datetime.now().astimezone()
