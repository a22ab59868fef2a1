"""Qt counts a text in UTF-16 units, Python in characters."""

from __future__ import annotations

from collections.abc import Sequence

LAST_SINGLE = 0xFFFF


def in_units(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and length in UTF-16 units of the characters from ``start`` to ``end``."""
    if text.isascii():
        return start, end - start
    return units(text[:start]), units(text[start:end])


def units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text) + sum(ord(character) > LAST_SINGLE for character in text)


def all_in_units(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Start and end in units of many spans in their order, in one walk through the text."""
    if text.isascii():
        return list(spans)
    converted: list[tuple[int, int]] = []
    at = counted = 0
    for start, end in spans:
        counted += units(text[at:start])
        after = counted + units(text[start:end])
        converted.append((counted, after))
        at, counted = end, after
    return converted
