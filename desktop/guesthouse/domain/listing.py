"""Several things named one after the other."""

from __future__ import annotations

from collections.abc import Collection


def joined(words: Collection[str]) -> str:
    """ "a", "a and b", "a, b and c"; with a comma before "and" where one of them has an "and" of its own."""
    *before, last = [word for word in words if word] or [""]
    if not before:
        return last
    comma = (
        "," if any(" and " in word for word in (*before, last)) and (len(before) > 1 or " and " in before[0]) else ""
    )
    return f"{', '.join(before)}{comma} and {last}"
