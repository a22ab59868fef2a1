"""What the thoughts are called that an entry is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guesthouse.domain.journal import Entry
from guesthouse.domain.visit import Guest

if TYPE_CHECKING:
    from guesthouse.house import House


def name_of(guest: Guest) -> str:
    """Its theme, or its words where it has none."""
    return guest.theme or guest.words


def names_of(entry: Entry, house: House | None) -> list[str]:
    """The names of an entry's thoughts, in their order."""
    if house is None:
        return ["" for _ in entry.guests]
    guests = (house.guest_book.guest(guest) for guest in entry.guests)
    return [name_of(guest) if guest is not None else "" for guest in guests]


def practice_of(entry: Entry, house: House | None) -> str:
    """The title of the practice an entry came from; nothing where there is none, or it is gone."""
    practice = house.practices.one(entry.practice) if house is not None and entry.practice else None
    return practice.title if practice is not None else ""
