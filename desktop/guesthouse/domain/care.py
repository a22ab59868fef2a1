"""What the Support room and the grounding page say: lines one can call, by region, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Somewhere to turn to.

    ``number`` is what one dials, or an address where there is no number. ``hours`` and ``languages`` are empty where
    the source does not tell. ``source_date`` is "YYYY", "YYYY-MM" or "YYYY-MM-DD", or empty for an undated source.
    ``verified`` is the day a person has checked the line, and empty until one has.
    """

    name: str
    number: str
    how: str
    hours: str
    languages: str
    source: str
    source_date: str
    verified: str


@dataclass(frozen=True, slots=True)
class Region:
    """A country or a group of them (``countries``: ISO 3166 codes); ``emergency`` is empty where it is not known."""

    code: str
    name: str
    countries: tuple[str, ...]
    emergency: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A titled paragraph."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Grounding:
    """The words of the still page: a title, a line to begin with, the steps, and the two sentences at the end.

    ``without_touch`` are the same steps for somebody who does without touch.
    """

    title: str
    lead: str
    steps: tuple[str, ...]
    without_touch: tuple[str, ...]
    room: str
    next: str


@dataclass(frozen=True, slots=True)
class SupportText:
    """The words of the Support room, and of the grounding page that belongs to it.

    ``danger`` holds the place ``{emergency}``; ``danger_elsewhere`` stands in where no number is known.
    """

    title: str
    lead: str
    danger: str
    danger_elsewhere: str
    steady: Passage
    ways: tuple[Passage, ...]
    contact: Passage
    call: Passage
    unchecked: str
    elsewhere: str
    offline: str
    grounding: Grounding


def region_of(regions: tuple[Region, ...], chosen: str, country: str) -> Region:
    """The region chosen by its code, else the one that holds ``country``, else the last, which is for everywhere."""
    by_code = {region.code: region for region in regions}
    if chosen in by_code:
        return by_code[chosen]
    return next((region for region in regions if country in region.countries), regions[-1])
