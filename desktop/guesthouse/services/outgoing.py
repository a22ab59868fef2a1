"""The journal on its way out: entries with everything that belongs to them, read beside what is being written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from guesthouse.domain.journal import Entry, Wanted, pictures_in
from guesthouse.formats.write_entries import Kind, Outgoing, Progress, SayHour, write
from guesthouse.storage.cellar import Cellar


class OutgoingEntries:
    """The verbs of exporting. They may be called in another thread: they use a connection of their own."""

    def __init__(self, *, apart: Callable[[], AbstractContextManager[Cellar]]) -> None:
        """``apart`` opens the stores over a connection of their own."""
        self._apart = apart

    def write(self, to: Path, kind: Kind, *, ids: Sequence[str] | None, progress: Progress, say_hour: SayHour) -> int:
        """Write these entries, or all, in the order of their days; how many. Raises any Trouble about files.

        ``progress`` hears how many are written and ends it by returning False; then nothing is left behind.
        """
        with self._apart() as cellar:
            return write(_read(cellar, ids), to, kind, progress=progress, say_hour=say_hour)

    def read(self, ids: Sequence[str] | None) -> Iterator[Outgoing]:
        """These entries, or all, in the order of their days, for paper; read as far as they are asked for."""
        with self._apart() as cellar:
            yield from _read(cellar, ids)


def _read(cellar: Cellar, ids: Sequence[str] | None) -> Iterator[Outgoing]:
    """One after the other, the earliest first. Deleted ones do not go out."""
    wanted = None if ids is None else {cellar.entries.number_of(id_) for id_ in ids}
    for number in reversed(cellar.finder.find(Wanted()).numbers):
        if wanted is not None and number not in wanted:
            continue
        id_ = cellar.entries.id_of(number)
        entry = cellar.entries.entry(id_) if id_ is not None else None
        if entry is not None:
            yield _whole(entry, cellar)


def _whole(entry: Entry, cellar: Cellar) -> Outgoing:
    guests = (cellar.guests.guest(guest) for guest in entry.guests)
    pictures = (cellar.pictures.picture(picture) for picture in pictures_in(entry.text))
    return Outgoing(
        entry=entry,
        about=tuple((guest.theme or guest.words) if guest is not None else "" for guest in guests),
        pictures=tuple(picture for picture in pictures if picture is not None),
    )
