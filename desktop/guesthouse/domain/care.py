"""What the Support room and the grounding page say: lines one can call, by region, and the words around them."""

from __future__ import annotations

import re
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

    @property
    def reached(self) -> str:
        """How to reach it, when, and in which languages."""
        return " · ".join(part for part in (self.how, self.hours, self.languages) if part)


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
class Kind:
    """One kind of help. ``id`` says which, for a picture beside it: one of KINDS."""

    id: str
    title: str
    text: str


KINDS = ("call", "text", "chat", "near", "doctor", "steady")


@dataclass(frozen=True, slots=True)
class OwnText:
    """Around the people of the person's own: with a house, behind a lock, and where there is nobody yet."""

    title: str
    text: str
    locked: str
    none: str


@dataclass(frozen=True, slots=True)
class CallText:
    """What happens on a call, point by point, and sentences one can read out (``first`` stands over them)."""

    title: str
    points: tuple[str, ...]
    first: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a note: a paragraph, or a list of short sentences; one of them may be empty."""

    title: str
    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note that is opened when it is needed. Its texts may hold the places ``{emergency}`` and ``{hide}``."""

    id: str
    title: str
    lead: str
    parts: tuple[Part, ...]


NOTES = ("alone", "someone", "hurting", "loss", "therapist")


@dataclass(frozen=True, slots=True)
class SupportText:
    """The words of the Support room, and of the grounding page that belongs to it.

    ``danger`` holds the place ``{emergency}``; ``danger_elsewhere`` stands in where no number is known, and in notes
    ``anywhere`` stands for the number. ``danger_region`` holds ``{region}``, and ``hide`` holds ``{key}``.
    """

    title: str
    lead: str
    danger: str
    danger_elsewhere: str
    danger_region: str
    anywhere: str
    unchecked: str
    elsewhere: str
    offline: str
    hide: str
    no_hide: str
    steady: Passage
    kinds_of_help: Passage
    kinds: tuple[Kind, ...]
    own: OwnText
    contact: Passage
    call: CallText
    several: Passage
    notes: tuple[Note, ...]
    card: Passage
    grounding: Grounding

    def in_danger(self, region: Region) -> str:
        """The sentence that stands above all, for this region."""
        if region.emergency:
            return self.danger.replace("{emergency}", region.emergency)
        return self.danger_elsewhere

    def said(self, text: str, region: Region, key: str) -> str:
        """A text of a note with its places filled; ``key`` hides the window, and is empty where none does."""
        hidden = self.hide.replace("{key}", key) if key else self.no_hide
        return text.replace("{hide}", hidden).replace("{emergency}", region.emergency or self.anywhere)


def region_of(regions: tuple[Region, ...], chosen: str, country: str) -> Region:
    """The region chosen by its code, else the one that holds ``country``, else the last, which is for everywhere."""
    by_code = {region.code: region for region in regions}
    if chosen in by_code:
        return by_code[chosen]
    return next((region for region in regions if country in region.countries), regions[-1])


ADDRESS = re.compile(r"[^\s@,;<>()]{1,64}@[^\s@,;<>()]{1,120}\.[^\s@,;.<>()]{2,24}")
DIGITS = re.compile(r"\+?\(?\d[\d\s().\-/]{1,28}\d")
HOURS = re.compile(r"\d{1,2}(\.\d\d)?\s*[-/]\s*\d{1,2}(\.\d\d)?")
"""When somebody is there, and no number: "9-17", "9.30 - 17.30", "24/7"."""

ENOUGH = 3
"""A number one can dial has so many digits at least."""

LOOKED_AT = 600
"""Characters in which a number is looked for; people write it at the beginning."""


def contact_in(text: str) -> str:
    """The first number one can dial, or the first mail address, as it stands in ``text``; empty where there is none."""
    text = text[:LOOKED_AT]
    for found in DIGITS.finditer(text):
        number = found[0].strip()
        if sum(map(str.isdigit, number)) >= ENOUGH and not HOURS.fullmatch(number):
            return number
    address = ADDRESS.search(text)
    return address[0] if address else ""
