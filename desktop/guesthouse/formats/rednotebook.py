"""RedNotebook's data folder: a YAML file a month, a text a day, and categories with their entries.

Its marks become Markdown where Markdown has the same (**bold** stays, //italic//, --struck--, pictures, titles); a
category becomes a list under its name at the end of the text, and "Tags" become tags, as #words do. Where no hour is
told it is noon.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

from guesthouse.domain.journal import PICTURE, Foreign, ForeignPicture
from guesthouse.formats.hours import NOON, placed
from guesthouse.formats.markdown_folder import MOST_PICTURE
from guesthouse.formats.reading import Reading, Unreadable, Why, bytes_of, decoded, key_of, unquoted, with_plain_ends

MOST_MONTH = 64 << 20
_MONTH = re.compile(r"(\d{4})-(\d{2})\.txt$")
_PICTURE = re.compile(r"\[\"\"(?:file://)?([^\"\]]+)\"\"(\.\w+)?(?:\?\d+)?\]")
_LINK = re.compile(r"\[([^\[\]\"\n]+) \"\"([^\"\]\n]+)\"\"\]")
_TITLE = re.compile(r"^(={1,5})\s*(.+?)\s*\1\s*$", re.MULTILINE)
_ITALIC = re.compile(r"(?<![:/])//(\S(?:[^\n]*?\S)?)//(?!/)")
_STRUCK = re.compile(r"(?<![-<!])--(\S(?:[^\n]*?\S)?)--(?![->])")
_TAG = re.compile(r"(?<![\w#&/])#([^\W\d_][\w-]*)")


def is_rednotebook(folder: Path) -> bool:
    """Whether there are months in it."""
    return any(_MONTH.match(file.name) for file in folder.iterdir() if file.is_file())


def read_rednotebook(folder: Path, zone: tzinfo) -> Reading:
    """An entry for each day."""
    reading = Reading("rednotebook")
    for file in sorted(folder.iterdir()):
        named = _MONTH.match(file.name)
        if named is None:
            if file.is_file():
                reading.leave_out(file.name, Why.UNKNOWN)
            continue
        try:
            month = datetime(int(named.group(1)), int(named.group(2)), 1)  # noqa: DTZ001  days get their zone below
            days = _days(decoded(bytes_of(file, MOST_MONTH)))
        except Unreadable as unreadable:
            reading.leave_out(file.name, unreadable.why)
            continue
        except (OSError, ValueError):
            reading.leave_out(file.name, Why.NOT_READABLE)
            continue
        for number, day in days.items():
            _take(reading, month, number, day, zone)
    return reading


def _days(text: str) -> dict[Any, Any]:
    import yaml

    if re.search(r"^[^\n]*:\s*[&*][\w-]+\s*$", text, re.MULTILINE):
        raise Unreadable(Why.NOT_READABLE)
    try:
        days = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  both are the safe ones
    except (yaml.YAMLError, ValueError, RecursionError):
        raise Unreadable(Why.NOT_READABLE) from None
    if days is None:
        return {}
    if not isinstance(days, dict):
        raise Unreadable(Why.NOT_READABLE)
    return days


def _take(reading: Reading, month: datetime, number: Any, day: Any, zone: tzinfo) -> None:
    name = f"{month:%Y-%m}-{number}"
    try:
        when = placed(datetime.combine(month.replace(day=int(number)).date(), NOON), zone)
    except (TypeError, ValueError):
        reading.leave_out(name, Why.NO_DATE)
        return
    if not isinstance(day, Mapping):
        reading.leave_out(name, Why.NO_TEXT)
        return
    raw = with_plain_ends(str(day.get("text") or ""))
    tags = [str(tag) for tag in day.get("Tags") or {}] + _TAG.findall(raw)
    text, pictures = _as_markdown(raw, reading, name)
    parts = [text.rstrip("\n"), *(_category(key, value) for key, value in day.items() if key not in ("text", "Tags"))]
    words = "\n\n".join(part for part in parts if part.strip())
    if not words.strip() and not tags:
        reading.leave_out(name, Why.NO_TEXT)
        return
    key = key_of("rednotebook", name, repr(sorted(map(str, day.items()))))
    reading.entries.append(Foreign(key, when, words, tags=tuple(dict.fromkeys(tags)), pictures=tuple(pictures)))


def _category(name: Any, entries: Any) -> str:
    if isinstance(entries, Mapping):
        return "\n".join([f"## {name}", *(f"- {entry}" for entry in entries)])
    return f"## {name}" if entries is None else f"## {name}\n- {entries}"


def _as_markdown(text: str, reading: Reading, name: str) -> tuple[str, list[ForeignPicture]]:
    pictures: dict[str, ForeignPicture] = {}

    def picture(found: re.Match[str]) -> str:
        path = Path(unquoted(found.group(1)) + (found.group(2) or ""))
        if not path.is_file():
            reading.leave_out(f"{name}: {path.name}", Why.MEDIA_MISSING)
            return found.group()
        named = key_of("", str(path)).removeprefix(":")[:32]
        pictures[named] = ForeignPicture(named, path.name, lambda: _bytes(path))
        return f"![]({PICTURE}{named})"

    text = _PICTURE.sub(picture, text)
    text = _LINK.sub(r"[\1](\2)", text)
    text = _TITLE.sub(lambda found: f"{'#' * len(found.group(1))} {found.group(2)}", text)
    text = _ITALIC.sub(r"*\1*", text)
    return _STRUCK.sub(r"~~\1~~", text), list(pictures.values())


def _bytes(path: Path) -> bytes:
    try:
        return bytes_of(path, MOST_PICTURE)
    except Unreadable:
        raise OSError("too large") from None
