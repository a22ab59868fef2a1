"""The comfort kit: what helps a little, kept by the person for the days on which one does not think of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shelf(StrEnum):
    """Where a thing of the kit lies."""

    COMFORTS = "comforts"
    WORDS = "words"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Comfort:
    """One thing of the kit. ``detail`` is a second line: how to reach a person, where a place is, who sings a song."""

    id: str
    shelf: Shelf
    words: str
    detail: str = ""
