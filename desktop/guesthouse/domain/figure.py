"""The look of a visitor: which artwork, and how it is called for those who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FigureArt:
    """One figure; ``title`` is the words a screen reader hears for it, such as "a round blue figure"."""

    id: str
    title: str
    file: Path
