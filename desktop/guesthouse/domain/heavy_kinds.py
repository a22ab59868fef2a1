"""What heavy words are about, and what follows from it. Which words they are is told by ``heavy_words``, read late."""

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
    LOSS = "loss"
    """Somebody has died by suicide, or so that it may have been one: nobody is left to ask (tier 1, for who stays)."""
    LOT = "lot"
    """More than one can carry, maybe (tier 2)."""
    EVENT = "event"
    """Something that happened, harm or a loss: no thought to play with (house rule 7 of clinical.md 1.2)."""


PLAIN: Set[Kind] = frozenset({Kind.SELF, Kind.SOMEONE, Kind.DANGER, Kind.LOSS})
"""A thought with these gets no figure and no carrier; it stays as a plain card."""

NO_PLAY: Set[Kind] = PLAIN | {Kind.EVENT}
"""Nothing playful is offered for these."""

NEVER_UNASKED: Set[Kind] = frozenset({Kind.SELF, Kind.SOMEONE, Kind.DANGER, Kind.LOSS})
"""Words with these are shown where one looks for them, and nowhere else: whoever does harm may be beside the screen."""
