"""The folders: the one place that knows where data, preferences, log and resources lie on each system."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import appdirs

from guesthouse.errors import FolderUnusable, ReadOnly, trouble_of

APP = "guesthouse"
VARIABLE = "GUESTHOUSE_DATA_DIR"
PRIVATE = 0o700


@dataclass(frozen=True)
class Paths:
    """Three folders, and the files of ours in them."""

    data: Path
    config: Path
    log: Path

    @property
    def database(self) -> Path:
        """The one file that holds everything a person keeps."""
        return self.data / "guesthouse.db"

    @property
    def backups(self) -> Path:
        """The folder of the copies that are made before the file changes its shape."""
        return self.data / "backups"

    @property
    def keys(self) -> Path:
        """The key slots of a sealed file: useless without the passphrase or the recovery code."""
        return self.data / "guesthouse.keys"

    @property
    def aside(self) -> Path:
        """The folder where a damaged file is kept, as it was."""
        return self.data / "aside"

    @property
    def sounds(self) -> Path:
        """The folder of the sounds that were made here: nothing personal, and made anew where they are missing."""
        return self.data / "sounds"

    @property
    def lock(self) -> Path:
        """The file that a running copy holds."""
        return self.data / "guesthouse.lock"

    @property
    def preferences(self) -> Path:
        """Theme, motion, language, window: nothing personal."""
        return self.config / "preferences.ini"

    @property
    def logfile(self) -> Path:
        """What happened, without a word a person has written."""
        return self.log / "guesthouse.log"

    @property
    def crashfile(self) -> Path:
        """Where each thread was when the interpreter itself broke down."""
        return self.log / "crash.txt"

    @classmethod
    def standard(cls) -> Paths:
        """The usual folders of this system for this person."""
        return cls(
            Path(appdirs.user_data_dir(APP, appauthor=False)),
            Path(appdirs.user_config_dir(APP, appauthor=False)),
            Path(appdirs.user_log_dir(APP, appauthor=False)),
        )

    @classmethod
    def under(cls, folder: Path) -> Paths:
        """All of it in one folder."""
        return cls(folder, folder, folder / "log")

    @classmethod
    def find(cls, data_dir: str | None, environ: Mapping[str, str]) -> Paths:
        """Where the command line says, else where GUESTHOUSE_DATA_DIR says, else the usual folders."""
        chosen = data_dir or environ.get(VARIABLE)
        if not chosen:
            return cls.standard()
        try:
            return cls.under(Path(os.path.abspath(Path(chosen).expanduser())))  # noqa: PTH100  a link stays a link
        except (OSError, RuntimeError):  # the folder we stand in is gone, or ~somebody is nobody
            raise FolderUnusable(Path(chosen)) from None

    def make(self) -> None:
        """Make the data folder if it is missing, for this person's eyes alone; raises FolderUnusable or DiskFull.

        A folder with other things in it keeps the mode it has: it was somebody else's choice.
        """
        try:
            make_private(self.data)
            there = {entry.name for entry in self.data.iterdir()}
        except (OSError, ValueError) as error:
            trouble = trouble_of(error, self.data)
            raise (FolderUnusable(self.data) if isinstance(trouble, ReadOnly) else trouble) from None
        others = there - {self.log.name, self.lock.name, self.preferences.name}
        if not others or self.database.name in there:
            with suppress(OSError):  # a file system without modes, or a folder of another owner that we may use
                self.data.chmod(self.data.stat().st_mode & PRIVATE)  # what its owner may not do stays so


def make_private(folder: Path) -> None:
    """Make a folder, and what is missing above it, for this person's eyes alone; raises OSError, ValueError."""
    for missing in [above for above in reversed(folder.parents) if not above.exists()]:
        missing.mkdir(mode=PRIVATE, exist_ok=True)
    folder.mkdir(mode=PRIVATE, exist_ok=True)


LANGUAGE = "en"
"""Of the texts that come with the app."""


def resources() -> Path:
    """The folder of artwork and texts: in the wheel, in a checkout, or in the standalone bundle."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / APP / "resources"
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "resources"
