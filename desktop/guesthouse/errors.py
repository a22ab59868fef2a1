"""The two families of errors: trouble that comes from the surroundings, and mistakes of ours.

Each kind has a ``title`` (what happened) and an ``advice`` (what is safe and what one can do), marked for translation
where they stand. An error may name a ``path``; it never holds anything a person has written.
"""

from __future__ import annotations

import errno
from pathlib import Path


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  the name that lupdate looks for
    """Mark a text for translation where Qt is not known; it is translated when it is shown."""
    return text


class GuesthouseError(Exception):
    """Whatever the app can tell a person in words."""

    title: str = ""
    advice: str = ""

    def __init__(self, path: Path | None = None) -> None:
        """``path`` is the file or folder it is about, where there is one."""
        super().__init__()
        self.path = path

    @property
    def sentence(self) -> str:
        """Title, place and advice as one sentence, for the command line (which speaks English only)."""
        where = f" ({self.path})" if self.path is not None else ""
        return f"{self.title.rstrip('.')}{where}: {self.advice[:1].lower()}{self.advice[1:]}"

    def __str__(self) -> str:
        """The same sentence, so that an uncaught one is still told in words."""
        return self.sentence


class Trouble(GuesthouseError):
    """Known, and from the surroundings: the person can do something about it."""


class FolderUnusable(Trouble):
    """The folder for the data is missing and cannot be made, or nothing can be read or made in it."""

    title = QT_TRANSLATE_NOOP("errors", "The folder for your data cannot be used.")
    advice = QT_TRANSLATE_NOOP(
        "errors",
        "Nothing was changed; make sure that the folder can be made and opened, or choose another with --data-dir.",
    )


class FolderInTheWay(Trouble):
    """Something is to be written as a new folder, and there is one with things in it, or a file."""

    title = QT_TRANSLATE_NOOP("errors", "There is something in that folder already.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Nothing was written and nothing there was changed; choose a new folder or an empty one."
    )


class NameTaken(FolderInTheWay):
    """A file is to be written under a name that something else has already."""

    title = QT_TRANSLATE_NOOP("errors", "There is something with that name already.")
    advice = QT_TRANSLATE_NOOP("errors", "It was left as it is and nothing was written; choose another name.")


class PlaceUnusable(Trouble):
    """A file is to be written to a place of the person's choice, and nothing can be written there."""

    title = QT_TRANSLATE_NOOP("errors", "Nothing can be written to that place.")
    advice = QT_TRANSLATE_NOOP("errors", "Your data are as they were; choose another folder.")


class ReadOnly(Trouble):
    """The folder or the file may be read but not written."""

    title = QT_TRANSLATE_NOOP("errors", "Your data can be read but not written.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "What is there is safe and was not changed; allow writing to the file and its folder, then try again."
    )


class DiskFull(Trouble):
    """There is no room left to write."""

    title = QT_TRANSLATE_NOOP("errors", "There is no room left on the disk.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "What was kept before is safe, this last change was not kept; make some room, then try again."
    )


class DiskTrouble(Trouble):
    """The disk, or the connection to it, does not do what it was asked."""

    title = QT_TRANSLATE_NOOP("errors", "The disk did not answer as it must.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "This last change was not kept; make sure that the disk is connected and well, then try again."
    )


class FileDamaged(Trouble):
    """Our file, but parts of it are missing or do not fit together."""

    title = QT_TRANSLATE_NOOP("errors", "The file with your data is damaged.")
    advice = QT_TRANSLATE_NOOP(
        "errors",
        "It was left as it is; make a copy of it first, then put a backup in its place, "
        "or move it to another folder to begin anew.",
    )


class FileMissing(Trouble):
    """There is no file to look at, or its companions are there without it."""

    title = QT_TRANSLATE_NOOP("errors", "There is no file with your data here.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Nothing was changed; if it was moved, move it back, or name its folder with --data-dir."
    )


class NotADatabase(Trouble):
    """Whatever lies in the place of our file, it is no database, or its very beginning is destroyed."""

    title = QT_TRANSLATE_NOOP("errors", "The file in the place of your data is not a database.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "It was left as it is; move it to another folder, then put your own file or a backup in its place."
    )


class NotOurs(Trouble):
    """A good database, but of another program."""

    title = QT_TRANSLATE_NOOP("errors", "The file in the place of your data belongs to another program.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "It was left as it is; move it to another folder, or choose another folder with --data-dir."
    )


class TooNew(Trouble):
    """Written by a version of the app that knows more than this one."""

    title = QT_TRANSLATE_NOOP("errors", "Your data were written by a newer version of Guesthouse.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "They are safe and were not changed; open them with that version or a later one."
    )


class AlreadyOpen(Trouble):
    """Another copy of the app has this folder open, or keeps the file busy."""

    title = QT_TRANSLATE_NOOP("errors", "Guesthouse is open already.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Your data are safe; go on in the window that is open, or close it and try again."
    )


class WrongKey(Trouble):
    """The key does not open the file."""

    title = QT_TRANSLATE_NOOP("errors", "The passphrase does not open your data.")
    advice = QT_TRANSLATE_NOOP("errors", "They are safe and were not changed; try the passphrase again.")


class PassphraseNeeded(Trouble):
    """The file is sealed, and nobody has given its passphrase."""

    title = QT_TRANSLATE_NOOP("errors", "Your data are locked with a passphrase.")
    advice = QT_TRANSLATE_NOOP("errors", "Nothing was changed; give the passphrase, or use --passphrase-stdin.")


class WrongCode(Trouble):
    """The recovery code does not open the file. ``group`` is the group with a slip in it, from 1, or 0."""

    title = QT_TRANSLATE_NOOP("errors", "That recovery code does not open your data.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "They are safe and were not changed; compare it with the card, group by group."
    )

    def __init__(self, group: int = 0, path: Path | None = None) -> None:
        """Name the group, never what was typed."""
        super().__init__(path)
        self.group = group


class KeysMissing(Trouble):
    """The file is sealed, and the file with its key slots is not beside it or cannot be read."""

    title = QT_TRANSLATE_NOOP("errors", "The file that belongs to your passphrase is missing or damaged.")
    advice = QT_TRANSLATE_NOOP(
        "errors",
        "Your data are still there and were not changed; put guesthouse.keys back beside them, or restore a backup, "
        "which carries its own.",
    )


class NotABackup(Trouble):
    """Not a copy that can be put in the place of the data."""

    title = QT_TRANSLATE_NOOP("errors", "This file is no backup of Guesthouse, or it is damaged.")
    advice = QT_TRANSLATE_NOOP("errors", "Your data were not changed; choose another backup.")


class BackupUnreadable(NotABackup):
    """Whether it is a backup cannot be told, since it may not be read."""

    title = QT_TRANSLATE_NOOP("errors", "This file may not be read.")
    advice = QT_TRANSLATE_NOOP("errors", "Your data were not changed; allow reading it, or choose another backup.")


class NotAnExport(Trouble):
    """An export that cannot be read. ``where`` names the place ("entries, number 12: written"), never its words."""

    title = QT_TRANSLATE_NOOP("errors", "This file cannot be read as an export of Guesthouse.")
    advice = QT_TRANSLATE_NOOP("errors", "Nothing was taken in and nothing changed; choose another file.")

    def __init__(self, where: str = "", path: Path | None = None) -> None:
        """Name the place that is wrong."""
        super().__init__(path)
        self.where = where

    @property
    def sentence(self) -> str:
        """With the place, if it is known."""
        place = f" ({self.path}: {self.where})" if self.where else f" ({self.path})" if self.path else ""
        return f"{self.title.rstrip('.')}{place}: {self.advice[:1].lower()}{self.advice[1:]}"


class TooNewExport(Trouble):
    """An export in a form that this version does not know yet."""

    title = QT_TRANSLATE_NOOP("errors", "This export was written by a newer version of Guesthouse.")
    advice = QT_TRANSLATE_NOOP("errors", "Nothing was changed; take it in with that version or a later one.")


class Cancelled(Trouble):
    """The person stopped it."""

    title = QT_TRANSLATE_NOOP("errors", "It was stopped.")
    advice = QT_TRANSLATE_NOOP("errors", "Nothing was changed.")


class ThoughtTooLong(Trouble):
    """More characters than a thought may have here."""

    title = QT_TRANSLATE_NOOP("errors", "This thought is longer than 5,000 characters.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Your words are all still in the field; maybe it can come in as two visitors, one after the other."
    )


class WindowUnavailable(Trouble):
    """Qt, or a library of the system that it needs, cannot be loaded."""

    title = QT_TRANSLATE_NOOP("errors", "The window cannot be opened, because a library it needs is missing.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "Your data are safe; install Guesthouse once more, or the library that the log names."
    )


class Bug(GuesthouseError):
    """A mistake of ours. ``kind`` is a name for the log (such as SQLITE_ERROR), never a message."""

    title = QT_TRANSLATE_NOOP("errors", "Something went wrong in Guesthouse.")
    advice = QT_TRANSLATE_NOOP(
        "errors", "What was kept before is safe; close the window, open it again, and tell us if it comes back."
    )

    def __init__(self, kind: str = "", path: Path | None = None) -> None:
        """Name what failed without any text of the person."""
        super().__init__(path)
        self.kind = kind


BY_ERRNO: dict[int, type[Trouble]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnly,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EIO: DiskTrouble,
}


def trouble_of(error: OSError | ValueError, path: Path) -> Trouble:
    """What the system's own error means to a person; whatever is not known makes the folder unusable."""
    return BY_ERRNO.get(getattr(error, "errno", None) or 0, FolderUnusable)(path)


def trouble_elsewhere(error: OSError | ValueError, folder: Path) -> Trouble:
    """The same for a file that goes to a place of the person's choice: whatever is wrong there, their data are well."""
    trouble = trouble_of(error, folder)
    return PlaceUnusable(folder) if isinstance(trouble, FolderUnusable | ReadOnly) else trouble
