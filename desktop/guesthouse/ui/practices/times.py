"""The hours and lengths the player goes by, and what sounds at its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from guesthouse.ui.practices.keeping import BEHIND_MS
from guesthouse.ui.practices.unwell import MINUTE_MS
from guesthouse.ui.steps.around import SECOND_MS


class Bell(Protocol):
    """Whatever can sound softly at the end."""

    def ring(self) -> None:
        """Sound once."""


@dataclass(frozen=True)
class Times:
    """How long things last, in milliseconds: from typing to saving, a second of a timed step, the still minute."""

    behind: int = BEHIND_MS
    second: int = SECOND_MS
    minute: int = MINUTE_MS


AS_USUAL = Times()


def local_now() -> datetime:
    """The time here."""
    return datetime.now().astimezone()
