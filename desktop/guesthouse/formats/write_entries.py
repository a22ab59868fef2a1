"""The journal's ways out: which there are, and how a file is written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from guesthouse.domain.journal import Entry, Picture
from guesthouse.errors import FolderInTheWay, trouble_elsewhere


class Kind(StrEnum):
    """What is written; paper (PDF) is not made here, since it needs type."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An entry with all that belongs to it; ``about`` are the names of its thoughts."""

    entry: Entry
    about: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


Progress = Callable[[int], bool]
"""Hears after each entry how many are written; where it returns False, writing ends and leaves nothing behind."""


class Cancelled(Exception):
    """The person has stopped it; it never leaves :func:`write`."""


SayHour = Callable[[datetime], str]
"""An hour in words, for who reads it; files for machines have it in ISO 8601."""


def write(entries: Iterable[Outgoing], to: Path, kind: Kind, *, progress: Progress, say_hour: SayHour = str) -> int:
    """Write entries to ``to`` and return how many; 0 if it was cancelled.

    Markdown is one file where ``to`` ends in .md, an archive where it ends in .zip, else a folder, which has to be new
    or empty. What stands there is replaced only by what is whole. Raises any Trouble about files.
    """
    from guesthouse.formats.write_html import write_html
    from guesthouse.formats.write_json import write_json
    from guesthouse.formats.write_markdown import write_archive, write_folder, write_single

    try:
        if kind is Kind.JSON:
            with beside(to) as unborn:
                return write_json(entries, unborn, progress)
        if kind is Kind.HTML:
            with beside(to) as unborn:
                return write_html(entries, unborn, progress, say_hour)
        if to.suffix.lower() == ".md":
            return write_single(entries, to, progress)
        if to.suffix.lower() == ".zip":
            with beside(to) as unborn:
                return write_archive(entries, unborn, progress)
        with beside_folder(to) as unborn:
            return write_folder(entries, unborn, progress)
    except Cancelled:
        return 0
    except OSError as error:
        raise trouble_elsewhere(error, to.parent) from None


@contextmanager
def beside(to: Path) -> Iterator[Path]:
    """A file beside its place, for nobody else to read, which gets its name when it is whole."""
    handle, name = tempfile.mkstemp(prefix=".guesthouse-", suffix=".part", dir=to.parent)
    os.close(handle)
    unborn = Path(name)
    try:
        yield unborn
        _settle(unborn)
        unborn.replace(to)
    except BaseException:
        with suppress(OSError):
            unborn.unlink()
        raise


@contextmanager
def beside_folder(to: Path) -> Iterator[Path]:
    """The same for a folder. Raises FolderInTheWay where there is something in it already."""
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise FolderInTheWay(to)
    unborn = Path(tempfile.mkdtemp(prefix=".guesthouse-", suffix=".part", dir=to.parent))
    try:
        yield unborn
        for file in unborn.rglob("*"):
            if file.is_file():
                _settle(file)
        if to.exists():
            to.rmdir()
        unborn.rename(to)
    except BaseException:
        shutil.rmtree(unborn, ignore_errors=True)
        raise


def counted(entries: Iterable[Outgoing], progress: Progress) -> Iterator[tuple[int, Outgoing]]:
    """Entries with their numbers from 1 on. Raises Cancelled as soon as ``progress`` says so."""
    for number, outgoing in enumerate(entries, 1):
        yield number, outgoing
        if not progress(number):
            raise Cancelled


def _settle(file: Path) -> None:
    """On the disk, and for nobody else to read."""
    file.chmod(0o600)
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
