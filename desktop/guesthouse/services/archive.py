"""Everything a person has, out into one file and in again; the form of that file is told in docs/export-format.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from guesthouse.domain.safekeeping import Merging, Progress, unwatched
from guesthouse.storage.connection import Place


class Archive:
    """The verbs of exporting and of taking an export in. Each uses a connection of its own and may run in a thread.

    Raises any Trouble about files; Cancelled where ``progress`` says so, and then nothing was changed or left behind.
    """

    def __init__(self, place: Place, clock: Callable[[], datetime]) -> None:
        """The file, and the time that is written into an export."""
        self._place, self._clock = place, clock

    def export(self, to: Path, progress: Progress = unwatched) -> Mapping[str, int]:
        """Write everything to ``to``: one JSON file or a zip of Markdown files, as its ending says; how many of each.

        What stands there is replaced only by what is whole. It may run beside an open house: it is the state of one
        moment. Raises ValueError for another ending than .json or .zip.
        """
        raise NotImplementedError

    def look(self, source: Path, progress: Progress = unwatched) -> Merging:
        """What taking this export in would add and change. Nothing is written.

        Raises NotAnExport, which names the place that is wrong, and TooNewExport.
        """
        raise NotImplementedError

    def take_in(self, source: Path, progress: Progress = unwatched, *, locked: bool = False) -> Merging:
        """Merge an export into the file, in one transaction; what was added and changed.

        No house may be open: the lock of the folder is taken for it, or AlreadyOpen raised; ``locked`` where the caller
        holds it already. Raises what :meth:`look` does.
        """
        raise NotImplementedError
