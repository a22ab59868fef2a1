"""What is shown where nobody asked for it: heavy words are left out there, which is worked out when they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from guesthouse.domain.journal import Entry
from guesthouse.domain.kit import Comfort
from guesthouse.domain.practice import Practice
from guesthouse.domain.visit import Guest

if TYPE_CHECKING:
    from guesthouse.house import House

SOME = 20
FURTHEST = 200
"""So many guests are looked through at the most."""


def guest_unasked(house: House, guest: Guest) -> bool:
    """Whether its words and its theme may come unasked."""
    return all(house.heavy.may_come_unasked(text) for text in (guest.words, guest.theme or ""))


def guests_unasked(house: House, many: int) -> list[Guest]:
    """The last ``many`` guests whose words and theme may come unasked, the latest first."""
    found: list[Guest] = []
    place, some = 0, many
    while len(found) < many and place < FURTHEST:
        guests = house.guest_book.find(limit=some, offset=place)
        found += [guest for guest in guests if guest_unasked(house, guest)]
        if len(guests) < some:
            break
        place, some = place + some, SOME
    return found[:many]


def entry_unasked(house: House, entry: Entry) -> bool:
    """Whether what is written in this entry may be shown unasked."""
    written = (entry.title, entry.noticing, entry.text)
    return all(house.heavy.may_come_unasked(text) for text in written)


def comforts_unasked(house: House, comforts: Iterable[Comfort]) -> list[Comfort]:
    """Of these comforts or kind words, those that may be offered unasked."""
    return [comfort for comfort in comforts if house.heavy.may_come_unasked(comfort.words)]


def practices_unasked(house: House) -> list[Practice]:
    """The practices that may be suggested: of one's own, those whose title and purpose may come unasked."""
    return [
        practice
        for practice in house.practices.all()
        if not practice.own or house.heavy.may_come_unasked(f"{practice.title}\n{practice.purpose}")
    ]
