"""Everything a person has, out into one file and in again; the form of that file is told in docs/export-format.md."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import IO

from guesthouse import __version__
from guesthouse.domain.asked import Asked
from guesthouse.domain.merging import Record
from guesthouse.domain.safekeeping import Merging, Progress, unwatched
from guesthouse.errors import Cancelled, DiskTrouble, NotAnExport, TooNewExport, trouble_elsewhere
from guesthouse.formats.archive_file import whole
from guesthouse.formats.archive_form import FIELDS
from guesthouse.formats.archive_json import Export, read_json, write_json
from guesthouse.formats.archive_pages import own_practice
from guesthouse.formats.archive_zip import Shelves, opened, write_zip
from guesthouse.services.archive_plan import Plan, plan
from guesthouse.services.questions import NO_QUESTIONS, Questions
from guesthouse.storage.archive_open import Hands, changing, nothing_here, one_moment
from guesthouse.storage.archive_read import ArchiveReader
from guesthouse.storage.connection import Place

PICTURE_WEIGHT = 4096  # so many bytes of a picture count as one more record, for the progress
READ, WEIGHED, WRITTEN = 30, 45, 99  # percent, once an export is read, weighed, written
INDEXED_AT_ONCE = 200


class Archive:
    """The verbs of exporting and of taking an export in. Each uses a connection of its own and may run in a thread.

    Raises any Trouble about files; Cancelled where ``progress`` says so, and then nothing was changed or left behind.
    """

    def __init__(self, place: Place, clock: Callable[[], datetime], questions: Questions = NO_QUESTIONS) -> None:
        """The file, the time that is written into an export, and what was asked where its pages show answers."""
        self._place, self._clock, self._questions = place, clock, questions

    def export(self, to: Path, progress: Progress = unwatched) -> Mapping[str, int]:
        """Write everything to ``to``: one JSON file or a zip of Markdown files, as its ending says; how many of each.

        What stands there is replaced only by what is whole. It may run beside an open house: it is the state of one
        moment. Raises ValueError for another ending than .json or .zip.
        """
        write = WAYS.get(to.suffix.lower())
        if write is None:
            raise ValueError("an export ends in .json or .zip")
        head = {"made": self._clock().isoformat(timespec="seconds"), "app": __version__}
        watch = _Watch(progress)
        with one_moment(self._place, self._clock) as reader:
            weight = sum(reader.counts().values()) + reader.picture_bytes() // PICTURE_WEIGHT
            total = weight * 2 if write is write_zip else weight
            try:
                with whole(to) as file:
                    shelves = _Counted(reader, watch.stage(0, WRITTEN, total), self._questions)
                    written = write(file, shelves, head)
            except OSError as error:
                raise trouble_elsewhere(error, to.parent.absolute()) from None
        progress(100)
        return written

    def look(self, source: Path, progress: Progress = unwatched) -> Merging:
        """What taking this export in would add and change. Nothing is written.

        Raises NotAnExport, which names the place that is wrong (none where the file is no export of ours at all), and
        TooNewExport.
        """
        watch = _Watch(progress)
        export = _read(source, watch)
        here = one_moment(self._place, self._clock) if self._place.file.exists() else nothing_here()
        with here as reader:
            merging = plan(reader, export, watch.stage(READ, WRITTEN, _size(export))).merging
        progress(100)
        return merging

    def take_in(self, source: Path, progress: Progress = unwatched, *, locked: bool = False) -> Merging:
        """Merge an export into the file, in one transaction; what was added and changed.

        No house may be open: the lock of the folder is taken for it, or AlreadyOpen raised; ``locked`` where the caller
        holds it already. Where there is no file yet, one is made. Raises what :meth:`look` does.
        """
        watch = _Watch(progress)
        export = _read(source, watch)
        with changing(self._place, self._clock, locked=locked) as hands:
            planned = plan(hands.reader, export, watch.stage(READ, WEIGHED, _size(export)))
            if not planned.merging.is_nothing:
                _carry_out(planned, hands, watch)
        progress(100)
        return planned.merging


class _Watch:
    """Tells percent where they change, and ends the work where nobody wants it any more."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._last = progress, -1

    def stage(self, first: int, last: int, total: int) -> Callable[[int], None]:
        """What hears how much of ``total`` is done, between these two percents."""

        def heard(done: int) -> None:
            percent = first + (last - first) * min(done, total) // max(1, total)
            if percent != self._last:
                self._last = percent
                if not self._progress(percent):
                    raise Cancelled

        heard(0)
        return heard


class _Counted:
    """The shelves for a writer; each record that is read counts."""

    def __init__(self, reader: ArchiveReader, heard: Callable[[int], None], questions: Questions) -> None:
        self._reader, self._heard, self._done, self._questions = reader, heard, 0, questions
        self.visits_of, self.pictures_of, self.guest_name = reader.visits_of, reader.pictures_of, reader.guest_name

    def every(self, kind: str) -> Iterator[Record]:
        return self._each(self._reader.every(kind))

    def by_day(self, kind: str) -> Iterator[Record]:
        return self._each(self._reader.by_day(kind))

    def asked_in(self, practice_id: str) -> Asked:
        record = self._reader.one("own_practices", practice_id)
        own = None if record is None else own_practice(record)
        return self._questions.given(practice_id) if own is None else self._questions.own(own)

    def _each(self, records: Iterable[Record]) -> Iterator[Record]:
        for record in records:
            yield record
            self._done += 1 + len(record.get("data", b"")) // PICTURE_WEIGHT
            self._heard(self._done)


def _write_json(file: IO[bytes], shelves: Shelves, head: Mapping[str, str]) -> dict[str, int]:
    return write_json(((kind, shelves.every(kind)) for kind in FIELDS), head, file.write)


WAYS: Mapping[str, Callable[[IO[bytes], Shelves, Mapping[str, str]], dict[str, int]]] = {
    ".json": _write_json,
    ".zip": write_zip,
}
"""What writes a file, by its ending."""


def _read(source: Path, watch: _Watch) -> Export:
    try:
        with opened(source) as (file, size):
            return read_json(file, watch.stage(0, READ, size))
    except NotAnExport as wrong:
        raise NotAnExport(wrong.where, source) from None
    except TooNewExport:
        raise TooNewExport(source) from None
    except OSError as error:
        raise (DiskTrouble if error.errno == errno.EIO else NotAnExport)(path=source) from None


def _size(export: Export) -> int:
    return sum(map(len, export.records.values()))


def _carry_out(planned: Plan, hands: Hands, watch: _Watch) -> None:
    """Write what is planned, and take the entries among it into the search."""
    heard = watch.stage(WEIGHED, WRITTEN, len(planned.puts))
    for kind, ids in planned.ids.items():
        hands.writer.rename(kind, ids)
    entries = 0
    for done, (kind, record) in enumerate(planned.puts, 1):
        hands.writer.put(kind, record)
        entries += kind == "entries"
        if kind == "entries" and entries % INDEXED_AT_ONCE == 0:
            hands.index.catch_up()
        heard(done)
    hands.writer.place(planned.places)
    hands.writer.finish()
    hands.index.catch_up()
