"""What is shown where nobody asked for it: heavy words are left out there, which is worked out when they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guesthouse.domain.visit import Guest

if TYPE_CHECKING:
    from guesthouse.house import House

SOME = 20
FURTHEST = 200
"""So many guests are looked through at the most."""


def guests_unasked(house: House, many: int) -> list[Guest]:
    """The last ``many`` guests whose words and theme may come unasked, the latest first."""
    found: list[Guest] = []
    place, some = 0, many
    while len(found) < many and place < FURTHEST:
        guests = house.guest_book.find(limit=some, offset=place)
        found += [guest for guest in guests if house.heavy.may_come_unasked(f"{guest.words}\n{guest.theme or ''}")]
        if len(guests) < some:
            break
        place, some = place + some, SOME
    return found[:many]
