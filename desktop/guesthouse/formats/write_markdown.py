"""Entries as Markdown files: front matter, an empty line, and the text as it was typed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from guesthouse.domain.journal import Picture
from guesthouse.formats.write_entries import Outgoing, Progress, beside, counted

PICTURES = "pictures"
MOST_BYTES = 120
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u2028\u2029]+')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def write_single(entries: Iterable[Outgoing], to: Path, progress: Progress) -> int:
    """One entry as the file ``to``; its pictures in a folder beside it, "NAME pictures". Returns how many (1 or 0)."""
    done = 0
    for number, outgoing in counted(entries, progress):
        folder = to.with_name(f"{to.stem} {PICTURES}")
        for picture in outgoing.pictures:
            folder.mkdir(mode=0o700, exist_ok=True)
            with beside(folder / file_of(picture)) as unborn:
                unborn.write_bytes(picture.data)
        with beside(to) as unborn:
            unborn.write_bytes(_page(outgoing, folder.name))
        done = number
    return done


def write_folder(entries: Iterable[Outgoing], to: Path, progress: Progress) -> int:
    """A file for each entry in the folder ``to``, all pictures in its folder "pictures"; how many entries."""
    taken: set[str] = set()
    done = 0
    for number, outgoing in counted(entries, progress):
        (to / name_of(outgoing, taken)).write_bytes(_page(outgoing, PICTURES))
        for picture in outgoing.pictures:
            (to / PICTURES).mkdir(exist_ok=True)
            (to / PICTURES / file_of(picture)).write_bytes(picture.data)
        done = number
    return done


def write_archive(entries: Iterable[Outgoing], to: Path, progress: Progress) -> int:
    """The same as a zip file; how many entries."""
    taken: set[str] = set()
    done = 0
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, outgoing in counted(entries, progress):
            archive.writestr(name_of(outgoing, taken), _page(outgoing, PICTURES))
            _put_pictures(archive, outgoing, taken)
            done = number
    return done


def _put_pictures(archive: zipfile.ZipFile, outgoing: Outgoing, taken: set[str]) -> None:
    """The entry's pictures, those aside that came with another entry already."""
    for picture in outgoing.pictures:
        place = str(PurePosixPath(PICTURES, file_of(picture)))
        if place not in taken:
            taken.add(place)
            archive.writestr(place, picture.data, compress_type=zipfile.ZIP_STORED)


def name_of(outgoing: Outgoing, taken: set[str]) -> str:
    """A file's name of day, hour and title that any system takes and that is not in ``taken``, where it is put."""
    entry = outgoing.entry
    title = " ".join(_UNFIT.sub(" ", entry.title).split())
    base = f"{entry.written:%Y-%m-%d %H.%M} {title}".strip()
    while len(base.encode()) > MOST_BYTES:
        base = base[:-1]
    base = base.rstrip(". ")
    name, again = f"{base}.md", 2
    while name.casefold() in taken:
        name, again = f"{base} ({again}).md", again + 1
    taken.add(name.casefold())
    return name


def suggested_name(title: str, day: str) -> str:
    """A name for one entry's file, without its ending, as any system takes it."""
    plain = " ".join(_UNFIT.sub(" ", title).split()).strip(". ")[:60].strip()
    return f"{day} {plain}".strip() if plain and not _RESERVED.match(plain) else day


def file_of(picture: Picture) -> str:
    """What a picture's file is called."""
    return f"{picture.id}.{picture.kind}"


def _page(outgoing: Outgoing, pictures: str) -> bytes:
    import yaml

    entry = outgoing.entry
    facts: dict[str, Any] = {
        "id": entry.id,
        "title": entry.title,
        "date": entry.written.isoformat(),
        "tags": list(entry.tags),
        "noticing": entry.noticing,
        "about": list(outgoing.about),
        "practice": entry.practice,
    }
    there = {key: value for key, value in facts.items() if value}
    front = yaml.safe_dump(there, allow_unicode=True, sort_keys=False, width=10_000)
    text = entry.text
    folder = pictures.replace(" ", "%20")
    for picture in outgoing.pictures:
        text = text.replace(f"(picture:{picture.id})", f"({folder}/{file_of(picture)})")
    return f"---\n{front}---\n\n{text}".encode()
