"""Hands of the tests of the command line: a folder somebody lives in, and the command as it is called there."""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from guesthouse import cli
from guesthouse.house import open_house
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from tests.safety.hands import BEGIN, Clock, let_in, opened

PASSPHRASE, OTHER = "Grün ist die Mitte ", "quite another one"
LIVED_IN = (PASSPHRASE, None)


@dataclass
class Folder:
    """A folder somebody lives in, and the passphrase of its file."""

    path: Path
    passphrase: str | None
    key: bytes | None = None

    def live_in(self, *thoughts: str, entry: str = "", day: int = 0) -> Folder:
        """Let thoughts in, and write an entry."""
        clock, chance = Clock(BEGIN + timedelta(days=day)), random.Random(str(self.path))
        house = open_house(Paths.under(self.path), clock=clock, random=chance, key=self.key, alone=True)
        for thought in thoughts:
            let_in(house, thought)
        if entry:
            house.journal.keep(replace(house.journal.begin(), text=entry))
        house.close()
        return self

    def seal(self) -> Folder:
        """Set the passphrase, if it has one."""
        if self.passphrase is not None:
            self.key = self.keeping.strongbox.seal(self.passphrase).key
        return self

    @property
    def keeping(self) -> Keeping:
        """What can be done with the file as a whole."""
        return Keeping(Paths.under(self.path), Clock())

    @property
    def file(self) -> Path:
        """The file itself."""
        return self.path / "guesthouse.db"

    def thoughts(self) -> list[str]:
        """Who is in the guest book."""
        house = opened(self.path, key=self.key)
        known = sorted(guest.words for guest in house.guest_book.find(limit=1000))
        house.close()
        return known

    def copies(self) -> list[Path]:
        """The backups in its folder."""
        return sorted((self.path / "backups").glob("*.db"))


@dataclass(frozen=True)
class Said:
    """What a command said, and the number it ended with."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


def runner(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """The command, with these arguments and lines on stdin."""

    def run(folder: Folder | None, *arguments: str | Path, given: str | bytes | None = None) -> Said:
        line = [*(["--data-dir", str(folder.path)] if folder else []), *map(str, arguments)]
        if given is None and folder is not None and folder.passphrase is not None:
            given = folder.passphrase + "\n"
        if given is not None:
            line.append("--passphrase-stdin")
        data = given.encode() if isinstance(given, str) else given or b""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        try:
            code = cli.main(line)
        except SystemExit as left:
            code = int(left.code or 0)
        said = capfd.readouterr()
        return Said(code, said.out, said.err)

    return run
