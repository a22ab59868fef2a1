"""Our own JSON, as write_json.py writes it, comes back as it was."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from datetime import tzinfo
from typing import Any

from guesthouse.domain.journal import Foreign, ForeignPicture
from guesthouse.formats.hours import iso
from guesthouse.formats.reading import Reading, Unreadable, Why, each


def read_own(whole: Mapping[str, Any], zone: tzinfo) -> Reading:
    """Entries, told apart by their own ids: one that is here already is known."""
    reading = Reading("guesthouse")

    def take(entry: Any, _name: str) -> None:
        when = iso(str(entry["written"]), zone)
        if when is None:
            raise Unreadable(Why.NO_DATE)
        reading.entries.append(
            Foreign(
                key=f"guesthouse:{entry['id']}",
                written=when,
                text=str(entry.get("text") or ""),
                title=str(entry.get("title") or ""),
                noticing=str(entry.get("noticing") or ""),
                tags=tuple(str(tag) for tag in entry.get("tags") or []),
                pictures=tuple(_picture(picture) for picture in entry.get("pictures") or []),
            )
        )

    entries = whole.get("entries")
    each(entries if isinstance(entries, list) else [], take, reading)
    return reading


def _picture(picture: Mapping[str, Any]) -> ForeignPicture:
    return ForeignPicture(str(picture["id"]), str(picture.get("name") or picture["id"]), decoder(str(picture["data"])))


def decoder(text: str) -> Callable[[], bytes]:
    """What decodes base64 when it is asked to, and raises OSError where it is none."""

    def load() -> bytes:
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise OSError("no base64") from None

    return load
