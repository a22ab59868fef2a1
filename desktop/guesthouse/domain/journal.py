"""The journal as facts: an entry, its row in the list, what is looked for, and what comes in from elsewhere.

An entry's text is Markdown as typed. A picture stands in it as ``![words](picture:ID)``, where ID is the picture's id.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from guesthouse.domain.words import Query

PICTURE = "picture:"
"""What the address of a picture of ours begins with; its id follows."""

_PICTURE_ANY = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_LINE_MARKS = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+)", re.MULTILINE
)
_MARKS = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~|`+|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
_PICTURE_LINK = re.compile(r"!\[[^\]\n]*\]\(picture:([0-9A-Za-z-]+)\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, whole.

    ``written`` is the hour the entry is about, aware, as the clock on the wall showed it; the person may change it.
    ``tags`` are as the person spelled them, ``guests`` are ids of thoughts, ``practice`` is the id of the practice the
    entry came from. ``deleted`` is when it went to the drawer.
    """

    id: str
    written: datetime
    text: str = ""
    title: str = ""
    noticing: str = ""
    tags: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    practice: str | None = None
    updated: datetime | None = None
    deleted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as the list shows it.

    ``opening`` is one line of its text: the beginning, or the surroundings of the place a search has found, and then
    ``marks`` are the places in it (start and end, in characters), ``title_marks`` those in the title.
    """

    id: str
    written: datetime
    title: str
    opening: str
    deleted: datetime | None = None
    marks: tuple[tuple[int, int], ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and how many entries carry it."""

    name: str
    entries: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, and any of the filters together. Days are local days, both ends included."""

    text: str = ""
    tag: str | None = None
    guest: str | None = None
    practice: str | None = None
    first: date | None = None
    last: date | None = None
    on: tuple[int, int] | None = None
    """Month and day of any year."""


@dataclass(frozen=True, slots=True)
class Found:
    """Which entries were found: their numbers in the file and their local days (``YYYY-MM-DD``), in the same order.

    Best first where words were looked for, else the latest first. ``query`` is what is to be marked in them.
    """

    numbers: Sequence[int] = ()
    days: Sequence[str] = ()
    query: Query = field(default_factory=Query)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an entry as it is kept: already scaled, and without anything but the picture itself.

    ``kind`` is "jpeg" or "png"; ``width`` and ``height`` are in pixels; ``name`` is what its file was called.
    """

    id: str
    kind: str
    width: int
    height: int
    data: bytes = field(repr=False)
    name: str = ""


@dataclass(frozen=True, slots=True)
class ForeignPicture:
    """A picture that comes with an entry from elsewhere.

    In the entry's text it stands as ``![words](picture:ID)`` with this ``id`` (letters, digits and hyphens); ``load``
    reads its bytes as they are in the source, when they are needed, and may raise OSError.
    """

    id: str
    name: str
    load: Callable[[], bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Foreign:
    """An entry that comes from elsewhere.

    ``key`` names it for ever, so that the same entry is known when it is read again: the format and the entry's own id
    ("dayone:5E…"), or, where the source has no ids, the format and a hash of hour and words.
    """

    key: str
    written: datetime
    text: str
    title: str = ""
    noticing: str = ""
    tags: tuple[str, ...] = ()
    pictures: tuple[ForeignPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in the source that cannot come in: ``name`` says where it stands (a file, an id, "entry 12"), ``why``
    is one of the reasons of :class:`guesthouse.formats.reading.Why`. Neither holds words of an entry."""

    name: str
    why: str


def opening_of(text: str, most: int = 240) -> str:
    """The beginning of a text on one line, without the marks of Markdown; at most ``most`` characters."""
    plain = _PICTURE_ANY.sub(" ", text[: most * 4])
    plain = _LINK.sub(r"\1", plain)
    plain = _LINE_MARKS.sub("", plain)
    plain = _MARKS.sub("", plain)
    return " ".join(plain.split())[:most]


def pictures_in(text: str) -> tuple[str, ...]:
    """The ids of the pictures that stand in a text, in their order, each once."""
    return tuple(dict.fromkeys(_PICTURE_LINK.findall(text)))
