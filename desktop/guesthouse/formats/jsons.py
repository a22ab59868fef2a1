"""Which journal a JSON file comes from, and its entries where nothing else belongs to them.

- **jrnl** (``jrnl --format json``): title and body, "@tags", a star becomes the tag "starred".
- **Mini Diary**: a day each, Markdown. **Mini Diarium**: several a day, HTML, which becomes Markdown.
- **Day One** without its photos is read as with them (see dayone.py); so is **our own** (own.py).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from guesthouse.domain.journal import Foreign
from guesthouse.formats.dayone import NoPhotos, read_dayone
from guesthouse.formats.hours import iso
from guesthouse.formats.html_text import as_markdown
from guesthouse.formats.own import read_own
from guesthouse.formats.reading import Reading, Unreadable, Why, each, key_of, with_plain_ends


def parsed(text: str) -> Any:
    """The JSON in a text. Raises Unreadable."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable(Why.NOT_READABLE) from None


def read_json(text: str, zone: tzinfo) -> Reading:
    """The entries of a JSON file, by whichever program it was written."""
    whole = parsed(text)
    entries = whole.get("entries") if isinstance(whole, dict) else None
    if isinstance(whole, dict) and whole.get("format") == "guesthouse-journal":
        return read_own(whole, zone)
    if isinstance(entries, dict):
        return _mini_diary(entries, zone)
    if not isinstance(entries, list):
        raise Unreadable(Why.UNKNOWN)
    sample = next((entry for entry in entries if isinstance(entry, dict)), {})
    if "creationDate" in sample or "uuid" in sample:
        return read_dayone(entries, NoPhotos(), zone)
    if "body" in sample or "time" in sample:
        return _jrnl(entries, zone)
    metadata = whole.get("metadata")
    if "text" in sample or (isinstance(metadata, dict) and "application" in metadata):
        return _mini_diarium(entries, zone)
    if not entries:
        return Reading("jrnl")
    raise Unreadable(Why.UNKNOWN)


def text_in(entry: Mapping[str, Any], key: str) -> str:
    """A text of an entry, empty where it is missing."""
    value = entry.get(key)
    return with_plain_ends(value) if isinstance(value, str) else ""


def _hour_of(text: str, zone: tzinfo) -> datetime:
    when = iso(text, zone)
    if when is None:
        raise Unreadable(Why.NO_DATE)
    return when


def _jrnl(entries: list[Any], zone: tzinfo) -> Reading:
    reading = Reading("jrnl")

    def take(entry: Any, _name: str) -> None:
        title, body = text_in(entry, "title").strip(), text_in(entry, "body").strip("\n")
        day, clock = text_in(entry, "date").strip(), text_in(entry, "time").strip()
        when = _hour_of(f"{day}T{clock}" if clock else day, zone)
        if not title and not body.strip():
            raise Unreadable(Why.NO_TEXT)
        tags = [str(tag).lstrip("@#") for tag in entry.get("tags") or []]
        if entry.get("starred") is True:
            tags.append("starred")
        key = key_of("jrnl", when.isoformat(), title, body)
        reading.entries.append(Foreign(key, when, body, title, tags=tuple(tags)))

    each(entries, take, reading)
    return reading


def _mini_diary(entries: Mapping[str, Any], zone: tzinfo) -> Reading:
    reading = Reading("mini-diary")

    def take(item: Any, _name: str) -> None:
        day, entry = item
        when = _hour_of(day, zone)
        title, text = text_in(entry, "title").strip(), text_in(entry, "text")
        if not title and not text.strip():
            raise Unreadable(Why.NO_TEXT)
        reading.entries.append(Foreign(key_of("mini-diary", day, title, text), when, text, title))

    each(entries.items(), take, reading)
    return reading


def _mini_diarium(entries: list[Any], zone: tzinfo) -> Reading:
    reading = Reading("mini-diarium")

    def take(entry: Any, name: str) -> None:
        when = _hour_of(text_in(entry, "date"), zone)
        title, html = text_in(entry, "title").strip(), text_in(entry, "text")
        text, pictures, others = as_markdown(html)
        if not title and not text.strip():
            raise Unreadable(Why.NO_TEXT)
        for other in others:
            reading.leave_out(f"{name} {other}", Why.MEDIA_KIND)
        tags = tuple(str(tag) for tag in entry.get("tags") or [])
        key = key_of("mini-diarium", entry["date"], html)
        if "id" in entry:
            key = f"mini-diarium:{entry['id']}:{entry['date']}"
        reading.entries.append(Foreign(key, when, text, title, tags=tags, pictures=tuple(pictures)))

    each(entries, take, reading)
    return reading
