"""Archives: Day One's, and Markdown files in one, ours among them."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterator
from datetime import tzinfo
from pathlib import Path
from typing import Any

from guesthouse.domain.journal import ForeignPicture
from guesthouse.formats.dayone import read_dayone
from guesthouse.formats.jsons import parsed, read_json
from guesthouse.formats.markdown_folder import PAGES, read_pages
from guesthouse.formats.reading import MOST_TEXT, Reading, Unreadable, Why, decoded

MOST_PICTURE = 64 << 20


def read_zip(path: Path, zone: tzinfo) -> Reading:
    """What is in an archive. Raises Unreadable, and zipfile's and the system's errors."""
    with zipfile.ZipFile(path) as archive:
        names = [info.filename for info in archive.infolist() if not info.is_dir() and "__MACOSX" not in info.filename]
    if any(posixpath.splitext(name)[1].lower() in PAGES for name in names):
        return read_pages(ZipPlace(path, names), zone)
    jsons = [name for name in names if name.lower().endswith(".json")]
    if not jsons:
        raise Unreadable(Why.UNKNOWN)
    whole = Reading("unknown")
    for name in jsons:  # Day One has one for each of its journals
        try:
            part = _json(path, name, names, zone)
        except Unreadable as unreadable:
            whole.leave_out(name, unreadable.why)
            continue
        whole.kind = part.kind
        whole.entries += part.entries
        whole.left_out += part.left_out
    return whole


def member(path: Path, name: str, most: int) -> bytes:
    """The bytes of one member, counted as they come out. Raises OSError, and Unreadable where there are too many."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(name) as file:
            data = file.read(most + 1)
    except (KeyError, RuntimeError, NotImplementedError, EOFError, zipfile.BadZipFile) as error:
        raise OSError("the archive is damaged or closed with a password") from error
    if len(data) > most:
        raise Unreadable(Why.TOO_LARGE)
    return data


class ZipPlace:
    """The files of an archive, as if they lay in a folder."""

    def __init__(self, path: Path, names: list[str]) -> None:
        """The archive, and the names in it."""
        self._path, self._names = path, set(names)

    def pages(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Every file that may be a page, by its name, and what reads it."""
        for name in sorted(self._names):
            if posixpath.splitext(name)[1].lower() in PAGES:
                yield name, lambda name=name: member(self._path, name, MOST_TEXT)  # type: ignore[misc]

    def find(self, page: str, address: str) -> Callable[[], bytes] | None:
        """What reads the file that a page names: beside it, or anywhere where the name alone is told."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
        if beside not in self._names:
            alike = [name for name in sorted(self._names) if "/" not in address and posixpath.basename(name) == address]
            if not alike:
                return None
            beside = alike[0]
        return lambda: _picture_bytes(self._path, beside)


class _ZipPhotos:
    """Day One's photos: ``photos/MD5.ending``."""

    def __init__(self, path: Path, names: list[str]) -> None:
        self._path = path
        self._by_md5 = {
            posixpath.splitext(posixpath.basename(name))[0].lower(): name
            for name in names
            if posixpath.basename(posixpath.dirname(name)) == "photos"
        }

    def find(self, photo: dict[str, Any]) -> ForeignPicture | None:
        md5 = str(photo.get("md5") or "").lower()
        name = self._by_md5.get(md5)
        if name is None:
            return None
        shown = str(photo.get("filename") or posixpath.basename(name))
        return ForeignPicture(md5, shown, lambda: _picture_bytes(self._path, name))


def _picture_bytes(path: Path, name: str) -> bytes:
    try:
        return member(path, name, MOST_PICTURE)
    except Unreadable:
        raise OSError("too large") from None


def _json(path: Path, name: str, names: list[str], zone: tzinfo) -> Reading:
    try:
        text = decoded(member(path, name, MOST_TEXT))
    except OSError:
        raise Unreadable(Why.NOT_READABLE) from None
    whole = parsed(text)
    entries = whole.get("entries") if isinstance(whole, dict) else None
    if isinstance(entries, list) and any(isinstance(one, dict) and "creationDate" in one for one in entries):
        return read_dayone(entries, _ZipPhotos(path, names), zone)
    return read_json(text, zone)
