"""Nouns of keeping the file safe: whether it is sealed, what a copy holds, what an export would change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path

Progress = Callable[[int], bool]
"""Hears how many percent are done (0 to 100); where it returns False, the work ends and leaves nothing half-done."""


def unwatched(_percent: int) -> bool:
    """A progress that nobody follows."""
    return True


class State(Enum):
    """Of the file, as its own first bytes tell."""

    MISSING = "missing"
    PLAIN = "plain"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Inside:
    """How much a file or a copy of it holds."""

    guests: int
    visits: int
    entries: int

    @property
    def is_nothing(self) -> bool:
        """Whether nobody has written anything into it."""
        return not (self.guests or self.visits or self.entries)


class Why(Enum):
    """What a copy was made for; the value stands in its name."""

    BY_HAND = "by-hand"
    DAILY = "daily"
    BEFORE_MIGRATION = "before-update"
    BEFORE_RESTORE = "before-restore"
    BEFORE_IMPORT = "before-import"
    BEFORE_PASSPHRASE = "before-passphrase"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy in the folder of the backups. ``inside`` is None until it was opened, or where it cannot be.

    ``made`` is aware; ``bytes`` is the size of the file; ``why`` is None where its name does not say.
    """

    file: Path
    made: datetime
    bytes: int
    sealed: bool
    why: Why | None = None
    inside: Inside | None = None


@dataclass(frozen=True, slots=True)
class Sealed:
    """What there is once a first passphrase is set: the raw key (32 bytes), the recovery code to be shown once, and
    copies that are still readable without a passphrase since they could not be sealed or removed."""

    key: bytes = field(repr=False)
    code: str = field(repr=False)
    plain_copies: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class Merging:
    """What an import would do or has done, counted for each kind of thing ("guests", "entries", …)."""

    added: Mapping[str, int]
    changed: Mapping[str, int]
    same: Mapping[str, int]

    @property
    def is_nothing(self) -> bool:
        """Whether everything is here already."""
        return not any(self.added.values()) and not any(self.changed.values())
