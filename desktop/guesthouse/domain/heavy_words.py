"""Which words are heavy: a plain rule over what was submitted, on this computer, in English.

It looks for phrases, not for meaning: it cannot tell how somebody is. clinical.md 5.3 names the kinds and the phrases.
"""

from __future__ import annotations

from collections.abc import Set
from enum import StrEnum


class Kind(StrEnum):
    """What words are about, the most pressing first."""

    SELF = "self"
    """Dying, or hurting oneself (tier 1)."""
    SOMEONE = "someone"
    """The same of somebody else (tier 1 in the third person)."""
    DANGER = "danger"
    """Danger from others (tier 3)."""
    LOT = "lot"
    """More than one can carry, maybe (tier 2)."""
    EVENT = "event"
    """Something that happened, harm or a loss: no thought to play with (house rule 7 of clinical.md 1.2)."""


PLAIN: Set[Kind] = frozenset({Kind.SELF, Kind.SOMEONE, Kind.DANGER})
"""A thought with these gets no figure and no carrier; it stays as a plain card."""

NO_PLAY: Set[Kind] = PLAIN | {Kind.EVENT}
"""Nothing playful is offered for these."""

NEVER_UNASKED: Set[Kind] = frozenset({Kind.SELF, Kind.SOMEONE})
"""Words with these are shown where one looks for them, and nowhere else."""


class HeavyWords:
    """The phrases to look for, read once. Immutable; nothing about what was looked at is kept."""

    def kinds(self, text: str) -> frozenset[Kind]:
        """What ``text`` (of any length) is about, as far as its phrases tell; linear in its length."""
        return frozenset()
