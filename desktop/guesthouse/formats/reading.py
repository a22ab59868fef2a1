"""Reads a journal from elsewhere, whatever it is: the format is known by what is in it, not by its name alone."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from enum import StrEnum
from pathlib import Path

from guesthouse.domain.journal import Foreign, LeftOut

MOST_TEXT = 512 << 20
"""A text file of more bytes is not read."""


_JSON = re.compile(r"\s*(?:\{|\[\s*[\[{\"\]])")
"""How JSON begins; jrnl's own file begins with a bracket, too."""


class Why(StrEnum):
    """Why something cannot come in."""

    UNKNOWN = "unknown"  # no format that is known here
    NOT_READABLE = "not-readable"  # the file cannot be opened, or is damaged
    TOO_LARGE = "too-large"
    NO_DATE = "no-date"  # nothing tells when it was written
    NO_TEXT = "no-text"  # there is nothing in it
    TWICE = "twice"  # the same entry stands in the source twice
    MEDIA_MISSING = "media-missing"  # the picture is named but not there
    MEDIA_KIND = "media-kind"  # a sound, a film or a paper: pictures alone are kept


class Unreadable(Exception):
    """A source, or a part of it, cannot be read, and why."""

    def __init__(self, why: Why) -> None:
        """``why`` it cannot."""
        super().__init__(str(why))
        self.why = why


@dataclass
class Reading:
    """What a source holds. ``kind`` is "dayone", "jrnl", "mini-diary", "mini-diarium", "rednotebook", "markdown",
    "text", "guesthouse" or "unknown"."""

    kind: str
    entries: list[Foreign] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def leave_out(self, name: str, why: Why) -> None:
        """This cannot come in; ``name`` says where it stands in the source."""
        self.left_out.append(LeftOut(name, str(why)))


def read(path: Path, *, zone: tzinfo) -> Reading:
    """Everything in a file or folder that can come in, and by name what cannot. Nothing that is in it makes this raise.

    ``zone`` is for hours that tell no zone of their own. Line ends become line feeds; other than that, texts come as
    they are, and where a format has marks of its own instead of Markdown its module says what becomes of them.
    """
    try:
        reading = _folder(path, zone) if path.is_dir() else _file(path, zone)
    except Unreadable as unreadable:
        reading = Reading("unknown")
        reading.leave_out(path.name, unreadable.why)
    except (OSError, RecursionError, MemoryError, zipfile.BadZipFile):
        reading = Reading("unknown")
        reading.leave_out(path.name, Why.NOT_READABLE)
    return _each_once(reading)


def key_of(kind: str, *parts: str) -> str:
    """A name for an entry that has none: of what it says."""
    return f"{kind}:{hashlib.sha256(chr(0).join(parts).encode('utf-8', 'replace')).hexdigest()}"


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, with or without its mark, else Latin-1. Line ends become line feeds."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return with_plain_ends(data.decode(encoding, "replace"))
    try:
        return with_plain_ends(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return with_plain_ends(data.decode("cp1252", "replace"))


def unquoted(address: str) -> str:
    """An address with its percent signs taken back."""
    plain = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes([int(found.group(1), 16)]), address.encode())
    return plain.decode("utf-8", "replace")


def with_plain_ends(text: str) -> str:
    """The text with line feeds alone at the ends of its lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def bytes_of(path: Path, most: int = MOST_TEXT) -> bytes:
    """A file's bytes. Raises OSError, and Unreadable where there are too many."""
    if path.stat().st_size > most:
        raise Unreadable(Why.TOO_LARGE)
    return path.read_bytes()


def _folder(path: Path, zone: tzinfo) -> Reading:
    from guesthouse.formats.markdown_folder import FolderPlace, read_pages
    from guesthouse.formats.rednotebook import is_rednotebook, read_rednotebook

    if is_rednotebook(path):
        return read_rednotebook(path, zone)
    return read_pages(FolderPlace(path), zone)


def _file(path: Path, zone: tzinfo) -> Reading:
    from guesthouse.formats.jsons import read_json
    from guesthouse.formats.markdown_folder import FolderPlace, read_pages
    from guesthouse.formats.plain import read_text
    from guesthouse.formats.zips import read_zip

    with path.open("rb") as file:
        head = file.read(4)
    if head == b"PK\x03\x04":
        return read_zip(path, zone)
    if path.suffix.lower() in (".md", ".markdown"):
        return read_pages(FolderPlace(path.parent, only=path.name), zone)
    text = decoded(bytes_of(path))
    if _JSON.match(text):
        return read_json(text, zone)
    return read_text(text, path, zone)


def _each_once(reading: Reading) -> Reading:
    """The same entry twice comes in once; two different ones under one id both come in."""
    seen: dict[str, Foreign] = {}
    kept: list[Foreign] = []
    for entry in reading.entries:
        first = seen.get(entry.key)
        if first is not None:
            if _says(first) == _says(entry):
                reading.leave_out(entry.key.rpartition(":")[2][:40], Why.TWICE)
                continue
            entry = replace(entry, key=key_of(entry.key, *map(str, _says(entry))))
            if entry.key in seen:
                continue
        seen[entry.key] = entry
        kept.append(entry)
    reading.entries = kept
    return reading


def _says(entry: Foreign) -> tuple[object, ...]:
    return entry.written, entry.title, entry.text, entry.noticing, entry.tags


def each(items: Iterable[object], take: Callable[[object, str], None], reading: Reading) -> None:
    """Take each item of a list; one that cannot be taken is left out by its number."""
    for number, item in enumerate(items, 1):
        name = f"#{number}"
        try:
            take(item, name)
        except Unreadable as unreadable:
            reading.leave_out(name, unreadable.why)
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
            reading.leave_out(name, Why.NOT_READABLE)
