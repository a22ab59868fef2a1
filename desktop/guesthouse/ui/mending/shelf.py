"""The backups as they are shown and opened, whoever keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale

from guesthouse.domain.safekeeping import Backup, Inside
from guesthouse.errors import GuesthouseError, KeysMissing, WrongCode, WrongKey
from guesthouse.ui.settings.words import hour_told, inside_told


class Shelf(Protocol):
    """The backups, as services/backups.py has them."""

    def listed(self) -> list[Backup]:
        """Newest first."""

    def look_into(self, backup: Backup, key: bytes | None = None) -> Inside | None:
        """What it holds, by this key or the present one."""


class Opener(Protocol):
    """What opens a backup by itself, as services/restoring.py has it."""

    def is_sealed(self, file: Path) -> bool:
        """Whether it asks for a passphrase."""

    def opening(self, backup: Path, passphrase: str | None) -> bytes | None:
        """Its key, by its passphrase."""

    def opening_with_code(self, backup: Path, code: str) -> bytes | None:
        """Its key, by its recovery code."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The backup that is to come back. ``key`` opens it where it has a passphrase of its own; ``alike``: the present
    key opens it, too. ``inside`` is None where that could not be told."""

    backup: Backup
    key: bytes | None = field(default=None, repr=False)
    inside: Inside | None = None
    alike: bool = False


@dataclass(slots=True)
class Seen:
    """A backup in a list, and what is known of it by now."""

    backup: Backup
    inside: Inside | None = None
    looked: bool = False

    @property
    def needs_passphrase(self) -> bool:
        """Whether the present key does not open it."""
        return self.looked and self.backup.sealed and self.inside is None

    @property
    def is_bad(self) -> bool:
        """Whether it cannot come back at all."""
        return self.looked and not self.backup.sealed and self.inside is None

    def look(self, shelf: Shelf) -> None:
        """Find out what is inside."""
        try:
            self.inside = shelf.look_into(self.backup)
        except GuesthouseError:
            self.inside = None
        self.looked = True


def named(seen: Seen) -> str:
    """Date, size, and what is inside."""
    say = QCoreApplication.translate
    if not seen.looked:
        inside = say("Backups", "looking into it …")
    elif seen.inside is not None:
        inside = inside_told(seen.inside)
    elif seen.backup.sealed:
        inside = say("Backups", "opens with the passphrase it had then")
    else:
        inside = say("Backups", "damaged: it cannot be read")
    size = QLocale().formattedDataSize(seen.backup.bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    return f"{hour_told(seen.backup.made)} · {size}\n{inside}"


def opened(opener: Opener, shelf: Shelf, backup: Backup, typed: str) -> Choice:
    """Open a backup by its passphrase, or by its recovery code if that was typed. Raises WrongKey and other Trouble."""
    try:
        key = opener.opening(backup.file, typed)
    except (WrongKey, KeysMissing) as error:
        try:
            key = opener.opening_with_code(backup.file, typed)
        except (WrongCode, KeysMissing):
            raise error from None
    return Choice(backup, key, shelf.look_into(backup, key))
