"""The words of a card about heavy words, with the numbers and keys of this person in them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from guesthouse.domain.care import Region, region_of
from guesthouse.domain.heavy_cards import CardText, HeavyCards
from guesthouse.domain.heavy_kinds import Kind

if TYPE_CHECKING:
    from guesthouse.qt.preferences import Preferences

NO_KEY = "none"
FILLED_IN = ("country", "hide_key")
"""The preferences that stand in the words."""


class Sayings:
    """Made when a card is first needed."""

    def __init__(
        self, cards: HeavyCards, regions: tuple[Region, ...], preferences: Preferences, *, country: str
    ) -> None:
        """``country``: two letters, whose number is said until one is chosen in Support."""
        self._cards, self._regions = cards, regions
        self.preferences, self._country = preferences, country

    def card(self, kinds: AbstractSet[Kind]) -> CardText:
        """What one card says for these kinds, here and now."""
        chosen, key = self.preferences.country, self.preferences.hide_key
        region = region_of(self._regions, chosen, self._country)
        return self._cards.card(
            kinds,
            emergency=region.emergency,
            hide_key="" if key == NO_KEY else key,
            guessed="" if region.code == chosen else region.name,
        )
