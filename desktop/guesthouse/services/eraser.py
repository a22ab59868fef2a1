"""Everything of ours taken off this computer, as far as we can reach it, and an honest list of what we cannot.

No house may be open meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guesthouse.paths import Paths


@dataclass(frozen=True, slots=True)
class Remains:
    """``goes``: the files of ours that would be removed; ``stays``: folders with copies that we leave alone."""

    goes: Sequence[Path]
    stays: Sequence[Path] = ()


class Eraser:
    """The verbs of erasing everything."""

    def __init__(self, paths: Paths) -> None:
        """Whatever lies in these folders and is ours."""
        self._paths = paths

    def foresee(self) -> Remains:
        """What would go and what would stay; changes nothing."""
        raise NotImplementedError

    def erase(self) -> Sequence[Path]:
        """Remove all of it and return what could not be removed. Files that are not ours stay, and so does a folder
        with such a file in it."""
        raise NotImplementedError
