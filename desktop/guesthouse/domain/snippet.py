"""One line around the place in a long text that a search has found."""

from __future__ import annotations

from collections.abc import Sequence

BEFORE = 36
MOST = 200


def snippet_of(text: str, places: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The surroundings of the first place, on one line, and where in it the places are that it holds.

    It begins at a word, with an ellipsis where something stands before. ``places`` are in order; at least one.
    """
    first = places[0][0]
    start = max(0, first - BEFORE)
    if start:
        space = max(text.find(" ", start, first), text.find("\n", start, first))
        start = first if space < 0 else space + 1
    end = min(len(text), start + MOST)
    line = "…" if start else ""
    shift = len(line) - start
    line += "".join(" " if character.isspace() else character for character in text[start:end])
    return line, tuple((a + shift, min(b, end) + shift) for a, b in places if start <= a < end)
