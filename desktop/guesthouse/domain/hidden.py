"""The plain note that the window turns into when it is hidden at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlainNote:
    """What the window is called while it is hidden, and what stands on the note at first."""

    title: str
    text: str


NOTHING_WRITTEN = PlainNote("Notes", "")
"""Where the words cannot be read, the window is hidden all the same."""
