"""What lasts while the house is locked: who is on stage, and which exercises were done. It holds no word of anybody."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Staying:
    """Ids only: of the visits that go on, and of exercises that were begun and finished since the app was started."""

    visits: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    finished: frozenset[str] = frozenset()


NOTHING_STAYS = Staying()
