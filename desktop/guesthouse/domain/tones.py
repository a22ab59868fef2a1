"""How warm the words may be. Neutral at first; only the person makes it warmer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guesthouse.domain.practice import Element, Tone


@dataclass(frozen=True, slots=True)
class Tones:
    """The tone chosen for everything, and plainer ones for elements in which something did not sit well."""

    usual: Tone = Tone.NEUTRAL
    lower: Mapping[Element, Tone] = field(default_factory=dict)

    def of(self, element: Element) -> Tone:
        """The warmest that is suggested of this element."""
        return plainer(self.usual, self.lower.get(element, self.usual))


def plainer(one: Tone, other: Tone) -> Tone:
    """The plainer of the two."""
    return one if one.rank <= other.rank else other
