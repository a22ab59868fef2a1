"""Plain text: jrnl's own file, where each entry begins with its hour, or one text of the day its name tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path

from guesthouse.domain.journal import Foreign
from guesthouse.formats.hours import first_in
from guesthouse.formats.reading import Reading, Unreadable, Why, key_of

_BRACKETED = re.compile(r"^\[(?=[^\]\n]*\d{4})([^\]\n]{8,40})\] ?", re.MULTILINE)
_BARE = re.compile(r"^(\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}(?::\d{2})?(?: [AaPp][Mm])?) ", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?\u2026])( \*)?(?:[ \t]+|\n)|( \*)?[ \t]*\n|( \*)$")
_TAG = re.compile(r"(?<![\w@])@([^\W\d_][\w-]*)")


def read_text(text: str, path: Path, zone: tzinfo) -> Reading:
    """The entries of a text file. Raises Unreadable where it tells no day."""
    heads = list(_heads(text, zone))
    if heads and not text[: heads[0][1]].strip():
        return _jrnl(text, heads)
    named = first_in(path.stem, zone)
    if named is None:
        raise Unreadable(Why.NO_DATE if text.strip() else Why.NO_TEXT)
    if not text.strip():
        raise Unreadable(Why.NO_TEXT)
    title = (path.stem[: named[1]] + " " + path.stem[named[2] :]).strip(" -_.,")
    reading = Reading("text")
    reading.entries.append(Foreign(key_of("text", path.name, text), named[0], text, title))
    return reading


def _heads(text: str, zone: tzinfo) -> Iterator[tuple[datetime, int, int]]:
    """The hour of each entry, and where its head begins and ends."""
    bracketed = list(_BRACKETED.finditer(text))
    for found in bracketed or _BARE.finditer(text):
        hour = first_in(found.group(1), zone)
        if hour is not None and hour[1] == 0:
            yield hour[0], found.start(), found.end()


def _jrnl(text: str, heads: list[tuple[datetime, int, int]]) -> Reading:
    """Title and body as jrnl parts them: at the end of the first sentence or line. A star becomes the tag "starred"."""
    reading = Reading("jrnl")
    ends = [start for _, start, _ in heads[1:]] + [len(text)]
    for number, ((when, _, begin), end) in enumerate(zip(heads, ends, strict=True), 1):
        words = text[begin:end].strip()
        if not words:
            reading.leave_out(f"#{number}", Why.NO_TEXT)
            continue
        parted = _SENTENCE.search(words)
        title, body = (words[: parted.start()], words[parted.end() :]) if parted else (words, "")
        tags = list(_TAG.findall(words))
        if parted and any(parted.groups()):
            tags.append("starred")
        key = key_of("jrnl", when.isoformat(), title.strip(), body.strip("\n"))
        reading.entries.append(Foreign(key, when, body.strip("\n"), title.strip(), tags=tuple(dict.fromkeys(tags))))
    return reading
