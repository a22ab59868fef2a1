"""Markdown files: with front matter, with the day in their names, Obsidian's daily notes, and our own export.

A page's day is its front matter's (date, created, day), else its name's, else its folder's and name's together
(2026/11/22.md), else, for a single page, none: then it cannot come in. Front matter that is not kept elsewhere stays
out of the text. Pictures beside the page become the entry's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, tzinfo
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from guesthouse.domain.journal import PICTURE, Foreign, ForeignPicture
from guesthouse.formats.hours import NOON, first_in, iso, placed
from guesthouse.formats.reading import (
    Reading,
    Unreadable,
    Why,
    bytes_of,
    decoded,
    key_of,
    unquoted,
)

PAGES = (".md", ".markdown", ".txt")
MOST_FRONT = 64 << 10
MOST_PICTURE = 64 << 20
KINDS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic")
SKIPPED = (".obsidian", ".trash", ".git", ".guesthouse", "__MACOSX")

_LINK = re.compile(r"!\[([^\]\n]*)\]\(<?([^)>\n]+?)>?(?:\s+\"[^\"\n]*\")?\)")
_WIKI = re.compile(r"!\[\[([^\]|\n]+)(?:\|([^\]\n]*))?\]\]")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TAG = re.compile(r"(?<![\w#&/])#([^\W\d_][\w/-]*)")


class Place(Protocol):
    """Where pages and pictures lie."""

    def pages(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Every page by its name within the place, and what reads it."""

    def find(self, page: str, address: str) -> Callable[[], bytes] | None:
        """What reads a file that a page names; None if it is not there."""


class FolderPlace:
    """A folder and what is in it; nothing outside of it is ever read."""

    def __init__(self, folder: Path, *, only: str | None = None) -> None:
        """``only`` is the one page that is wanted."""
        self._folder, self._only = folder.resolve(), only
        self._by_name: dict[str, Path] | None = None

    def pages(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Pages in the order of their names; links to other folders are not followed."""
        for file in self._files():
            name = file.relative_to(self._folder).as_posix()
            if file.suffix.lower() in PAGES and (self._only is None or name == self._only):
                yield name, lambda file=file: bytes_of(file)  # type: ignore[misc]

    def find(self, page: str, address: str) -> Callable[[], bytes] | None:
        """Beside the page, at the top, or, where the name alone is told, anywhere."""
        for base in (self._folder / PurePosixPath(page).parent, self._folder):
            file = (base / address).resolve()
            if file.is_relative_to(self._folder) and file.is_file():
                return lambda: _picture_bytes(file)
        if "/" not in address and self._only is None:
            if self._by_name is None:
                self._by_name = {file.name: file for file in self._files()}
            named = self._by_name.get(address)
            if named is not None:
                return lambda: _picture_bytes(named)
        return None

    def _files(self) -> Iterator[Path]:
        for folder, folders, files in os.walk(self._folder):
            folders[:] = sorted(name for name in folders if name not in SKIPPED and not name.startswith(".guesthouse-"))
            for name in sorted(files):
                yield Path(folder, name)


def read_pages(place: Place, zone: tzinfo) -> Reading:
    """An entry for each page that tells its day."""
    reading = Reading("markdown")
    for name, load in place.pages():
        try:
            reading.entries.append(_page(name, decoded(load()), place, zone, reading))
        except Unreadable as unreadable:
            reading.leave_out(name, unreadable.why)
        except OSError:
            reading.leave_out(name, Why.NOT_READABLE)
    return reading


def _page(name: str, whole: str, place: Place, zone: tzinfo, reading: Reading) -> Foreign:
    facts, text = front_of(whole)
    when = _when(facts, name, zone)
    if when is None:
        raise Unreadable(Why.NO_DATE)
    own = facts.get("id") if _UUID.fullmatch(str(facts.get("id"))) else None
    title = facts.get("title")
    title = str(title) if isinstance(title, str | int | float) else "" if own else _title_in(name, zone)
    if not text.strip() and not title:
        raise Unreadable(Why.NO_TEXT)
    words, pictures = _with_pictures(text, name, place, reading)
    known = f"guesthouse:{own}" if own else key_of("markdown", name, whole)
    tags = tuple(dict.fromkeys([*_tags(facts), *([] if own else _TAG.findall(_without_code(text)))]))
    noticing = facts.get("noticing")
    return Foreign(known, when, words, title, str(noticing) if noticing else "", tags, tuple(pictures))


def front_of(whole: str) -> tuple[dict[str, Any], str]:
    """The facts over a page and the text below them; no facts where there are none, or none that can be read."""
    if not whole.startswith("---\n"):
        return {}, whole
    end = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE).search(whole, 4)
    if end is None or end.start() > MOST_FRONT:
        return {}, whole
    import yaml

    front = whole[4 : end.start()]
    if re.search(r"(^|\s)[&*][\w-]+", front):  # anchors: nobody's front matter has them, and they can grow without end
        return {}, whole
    try:
        facts = yaml.load(front, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  both are the safe ones
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, whole
    if not isinstance(facts, Mapping):
        return {}, whole
    text = whole[end.end() :].removeprefix("\n")
    return {str(key).lower(): value for key, value in facts.items()}, text.removeprefix("\n")


def _when(facts: Mapping[str, Any], name: str, zone: tzinfo) -> datetime | None:
    for key in ("date", "created", "day", "datetime", "written"):
        value = facts.get(key)
        if isinstance(value, datetime):
            return placed(value, zone)
        if isinstance(value, date):
            return placed(datetime.combine(value, NOON), zone)
        if isinstance(value, str):
            found = iso(value, zone)
            if found is not None:
                return found
            loose = first_in(value, zone)
            if loose is not None:
                return loose[0]
    stem = PurePosixPath(name).with_suffix("")
    for text in (stem.name, "-".join(stem.parts)):
        named = first_in(text, zone)
        if named is not None:
            return named[0]
    return None


def _title_in(name: str, zone: tzinfo) -> str:
    """What a page's name says beside the day."""
    stem = PurePosixPath(name).stem
    found = first_in(stem, zone)
    if found is None:
        return "" if stem.isdigit() else stem
    return (stem[: found[1]] + " " + stem[found[2] :]).strip(" -_.,")


def _tags(facts: Mapping[str, Any]) -> list[str]:
    tags: list[str] = []
    for key in ("tags", "tag", "keywords"):
        value = facts.get(key)
        if isinstance(value, str):
            tags += re.split(r"[,\s]+" if "," not in value else r",", value)
        elif isinstance(value, list):
            tags += [str(one) for one in value if one is not None]
    return [tag.strip().lstrip("#") for tag in tags if tag.strip()]


def _without_code(text: str) -> str:
    return re.sub(r"```.*?```|`[^`\n]*`", " ", text, flags=re.DOTALL)


def _with_pictures(text: str, page: str, place: Place, reading: Reading) -> tuple[str, list[ForeignPicture]]:
    """The text with its pictures named as ours, and the pictures."""
    pictures: dict[str, ForeignPicture] = {}

    def put(words: str, address: str, whole: str) -> str:
        if re.match(r"[a-z][a-z0-9+.-]+:", address, re.IGNORECASE):
            return whole
        address = unquoted(address)
        if PurePosixPath(address).suffix.lower() not in KINDS:
            if whole.startswith("![["):
                return whole  # another page shown within this one
            reading.leave_out(f"{page}: {address}", Why.MEDIA_KIND)
            return whole
        load = place.find(page, address)
        if load is None:
            reading.leave_out(f"{page}: {address}", Why.MEDIA_MISSING)
            return whole
        named = key_of("", address).removeprefix(":")[:32]
        pictures[named] = ForeignPicture(named, PurePosixPath(address).name, load)
        return f"![{words}]({PICTURE}{named})"

    text = _LINK.sub(lambda found: put(found.group(1), found.group(2), found.group()), text)
    text = _WIKI.sub(lambda found: put(found.group(2) or "", found.group(1).strip(), found.group()), text)
    return text, list(pictures.values())


def _picture_bytes(file: Path) -> bytes:
    try:
        return bytes_of(file, MOST_PICTURE)
    except Unreadable:
        raise OSError("too large") from None
