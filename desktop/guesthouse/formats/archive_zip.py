"""An export as a zip: pages that can be read anywhere, and the JSON that loses nothing."""

from __future__ import annotations

import errno
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Protocol

from guesthouse.errors import NotAnExport
from guesthouse.formats import archive_pages as pages
from guesthouse.formats.archive_form import FIELDS, Record
from guesthouse.formats.archive_json import write_json
from guesthouse.formats.archive_names import Names

JSON = "guesthouse-export.json"
FIRST_YEAR, LAST_YEAR = 1980, 2107  # that a zip can say
OWN = 0o600 << 16
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OverflowError)


class Shelves(Protocol):
    """What the pages are made of."""

    def every(self, kind: str) -> Iterable[Record]:
        """All records of a kind."""

    def by_day(self, kind: str) -> Iterable[Record]:
        """The same in the order of their days."""

    def visits_of(self, guest_id: str) -> Iterable[Record]:
        """The visits of a guest."""

    def pictures_of(self, entry_id: str) -> list[tuple[str, str]]:
        """Id and kind of the pictures of an entry."""

    def guest_name(self, guest_id: str) -> str:
        """What a guest is called."""

    def asked_in(self, practice_id: str) -> Iterable[tuple[str, str]]:
        """Key and question of what is asked in a practice, in order; nothing where it is unknown."""


# ------------------------------------------------------------------------------------------------ out


def write_zip(file: IO[bytes], shelves: Shelves, head: Mapping[str, str]) -> dict[str, int]:
    """Write everything and return how many there are of each kind; ``head`` is what stands over the JSON."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        writer = _Writer(archive, datetime.fromisoformat(head["made"]))
        writer.page("README.md", [pages.README.format(made=pages.said(head["made"])).encode()])
        for put in (_journal, _pictures, _guest_book, _practices, _lists):
            put(writer, shelves)
        with writer.member(JSON) as json_file:
            return write_json(((kind, shelves.every(kind)) for kind in FIELDS), head, json_file.write)


class _Writer:
    """Puts members into an archive, all with the same hour."""

    def __init__(self, archive: zipfile.ZipFile, made: datetime) -> None:
        self._archive = archive
        self._date = (min(LAST_YEAR, max(FIRST_YEAR, made.year)), *made.timetuple()[1:6])
        self.names = Names()

    @contextmanager
    def member(self, name: str, *, packed: bool = True) -> Iterator[IO[bytes]]:
        """A member that is written piece by piece."""
        info = zipfile.ZipInfo(name, self._date)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        info.external_attr = OWN
        info.create_system = 3
        with self._archive.open(info, "w", force_zip64=name == JSON) as file:
            yield file

    def page(self, name: str, parts: Iterable[bytes], title: str = "") -> None:
        """A page; one without any part, and with a title at most, is left out."""
        rest = iter(parts)
        first = next(rest, None)
        if first is None:
            return
        with self.member(name) as file:
            file.write(f"# {title}\n".encode() if title else b"")
            file.write(first)
            for part in rest:
                file.write(part)


def _journal(writer: _Writer, shelves: Shelves) -> None:
    for entry in shelves.by_day("entries"):
        day = entry["written"][:10]
        folder = f"{pages.JOURNAL if entry['deleted'] is None else pages.DRAWER}/{day[:4]}"
        about = [shelves.guest_name(guest) for guest in entry["guests"]]
        page = pages.entry_page(entry, about, shelves.pictures_of(entry["id"]))
        writer.page(writer.names.free(folder, f"{day} {entry['title']}", ".md"), [page])


def _pictures(writer: _Writer, shelves: Shelves) -> None:
    for picture in shelves.every("pictures"):
        with writer.member(f"{pages.PICTURES}/{picture['id']}.{picture['kind']}", packed=False) as file:
            file.write(picture["data"])


def _guest_book(writer: _Writer, shelves: Shelves) -> None:
    def lines() -> Iterator[bytes]:
        for guest in shelves.by_day("guests"):
            yield from pages.guest_lines(guest, shelves.visits_of(guest["id"]))

    writer.page("guest-book.md", lines(), "Guest book")


def _practices(writer: _Writer, shelves: Shelves) -> None:
    for sitting in shelves.by_day("sittings"):
        if sitting["answers"]:
            name = writer.names.free("practices", f"{sitting['began'][:10]} {sitting['title']}", ".md")
            writer.page(name, [pages.sitting_page(sitting, shelves.asked_in(sitting["practice"]))])
    for practice in shelves.every("own_practices"):
        title, page = pages.own_practice_page(practice)
        writer.page(writer.names.free("own-practices", title, ".md"), [page])


def _lists(writer: _Writer, shelves: Shelves) -> None:
    writer.page("noticings.md", map(pages.noticing_line, shelves.by_day("noticings")), "Noticings\n")
    writer.page("kit.md", pages.kit_lines(shelves.every("kit")), "Comfort kit")
    writer.page("prompts.md", map(pages.prompt_line, shelves.every("own_prompts")), "Prompts\n")


# ------------------------------------------------------------------------------------------------ in


@contextmanager
def opened(source: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The JSON of an export, from a zip or a file of its own, and how many bytes it has unpacked.

    Only that one member of a zip is looked at, and nothing is unpacked to the disk. Raises NotAnExport and OSError.
    """
    if not source.is_file():
        raise NotAnExport(path=source)
    with source.open("rb") as file:
        if file.read(2) != b"PK":
            file.seek(0)
            yield file, source.stat().st_size
            return
        file.seek(0)
        with _told(source), zipfile.ZipFile(file) as archive:
            info = archive.getinfo(JSON)
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise NotAnExport(path=source)
            with archive.open(info) as member:
                yield member, info.file_size


@contextmanager
def _told(source: Path) -> Iterator[None]:
    """Whatever a broken zip makes of itself is one thing to a person."""
    try:
        yield
    except (KeyError, *BROKEN):
        raise NotAnExport(path=source) from None
    except OSError as error:
        if error.errno in (None, errno.EINVAL):  # it points to places that are none
            raise NotAnExport(path=source) from None
        raise
