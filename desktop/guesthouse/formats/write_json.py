"""All of the journal as JSON, entry by entry, so that any number of them fits into memory."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from guesthouse.formats.write_entries import Outgoing, Progress, counted

FORMAT, VERSION = "guesthouse-journal", 1


def write_json(entries: Iterable[Outgoing], to: Path, progress: Progress) -> int:
    """Write ``{"format", "version", "entries"}`` and return how many entries; times are ISO 8601 with their offset."""
    done = 0
    with to.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"format": "{FORMAT}", "version": {VERSION}, "entries": [')
        for number, outgoing in counted(entries, progress):
            file.write(",\n" if number > 1 else "\n")
            json.dump(_facts(outgoing), file, ensure_ascii=False)
            done = number
        file.write("\n]}\n")
    return done


def _facts(outgoing: Outgoing) -> dict[str, Any]:
    entry = outgoing.entry
    return {
        "id": entry.id,
        "written": entry.written.isoformat(),
        "updated": None if entry.updated is None else entry.updated.isoformat(),
        "title": entry.title,
        "text": entry.text,
        "noticing": entry.noticing,
        "tags": list(entry.tags),
        "guests": list(outgoing.about),
        "practice": entry.practice,
        "pictures": [
            {
                "id": picture.id,
                "name": picture.name,
                "kind": picture.kind,
                "data": base64.b64encode(picture.data).decode("ascii"),
            }
            for picture in outgoing.pictures
        ],
    }
