"""Day One's JSON, alone or in its archive with the photos.

Its texts are Markdown with a backslash before many signs, which are taken away; a moment's photo becomes a picture of
the entry. Tags come along and a star becomes the tag "starred"; place, weather and the like are not kept.
"""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from typing import Any, Protocol

from guesthouse.domain.journal import PICTURE, Foreign, ForeignPicture
from guesthouse.formats.hours import in_zone
from guesthouse.formats.reading import Reading, Unreadable, Why, each, with_plain_ends

_MOMENT = re.compile(r"!\[([^\]\n]*)\]\(dayone-moment:/{1,2}(?:(?:video|audio|pdfAttachment)/+)?([0-9A-Za-z-]+)\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
OTHERS = ("videos", "audios", "pdfAttachments")


class Photos(Protocol):
    """Where the photos are."""

    def find(self, photo: dict[str, Any]) -> ForeignPicture | None:
        """The picture of a photo's facts; None if it is not there."""


class NoPhotos:
    """A JSON file without its archive."""

    def find(self, photo: dict[str, Any]) -> ForeignPicture | None:
        """None is there."""


def read_dayone(entries: list[Any], photos: Photos, zone: tzinfo) -> Reading:
    """Entries with the hour of the place where they were written."""
    reading = Reading("dayone")

    def take(entry: Any, name: str) -> None:
        created = str(entry.get("creationDate") or "")
        try:
            utc = datetime.fromisoformat(created)
        except ValueError:
            raise Unreadable(Why.NO_DATE) from None
        when = in_zone(utc, str(entry.get("timeZone") or ""), zone)
        text, pictures = _text(entry, photos, reading, name)
        if not text.strip():
            raise Unreadable(Why.NO_TEXT)
        tags = [str(tag) for tag in entry.get("tags") or []]
        if entry.get("starred") is True:
            tags.append("starred")
        key = f"dayone:{entry.get('uuid') or when.isoformat()}"
        reading.entries.append(Foreign(key, when, text, tags=tuple(tags), pictures=tuple(pictures)))

    each(entries, take, reading)
    return reading


def _text(entry: dict[str, Any], photos: Photos, reading: Reading, name: str) -> tuple[str, list[ForeignPicture]]:
    """The words with pictures in their places; a photo that the words do not name comes after them."""
    raw = with_plain_ends(str(entry.get("text") or ""))
    facts = {str(photo.get("identifier")): photo for photo in entry.get("photos") or [] if isinstance(photo, dict)}
    others = {str(one.get("identifier")) for key in OTHERS for one in entry.get(key) or [] if isinstance(one, dict)}
    found: dict[str, ForeignPicture] = {}
    for identifier, photo in facts.items():
        picture = photos.find(photo)
        if picture is None:
            reading.leave_out(f"{name} {identifier}", Why.MEDIA_MISSING)
        else:
            found[identifier] = picture
    for identifier in sorted(others):
        reading.leave_out(f"{name} {identifier}", Why.MEDIA_KIND)
    parts: list[str] = []
    end, named = 0, set[str]()
    for moment in _MOMENT.finditer(raw):
        parts.append(_ESCAPED.sub(r"\1", raw[end : moment.start()]))
        named.add(moment.group(2))
        placed = found.get(moment.group(2))
        parts.append(moment.group() if placed is None else f"![{moment.group(1)}]({PICTURE}{placed.id})")
        end = moment.end()
    parts.append(_ESCAPED.sub(r"\1", raw[end:]))
    unnamed = [f"![]({PICTURE}{picture.id})" for identifier, picture in found.items() if identifier not in named]
    words = "".join(parts)
    return "\n\n".join(filter(None, (words, *unnamed))), list(found.values())
