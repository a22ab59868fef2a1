"""What a new line begins with after a list item, a checkbox or a quote."""

from __future__ import annotations

import re

_PREFIX = re.compile(
    r"(?P<quote> {0,3}(?:>[ \t]?)+)?(?P<item>[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<box>\[[ xX]\][ \t]+)?"
)
_BOX = re.compile(r"^(?:[ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\](?=[ \t]|$)")
_NUMBER = re.compile(r"\d+")


def prefix_of(line: str) -> str:
    """The signs a line begins with: those of a quote, an item and a box, as far as it has them."""
    found = _PREFIX.match(line)
    assert found is not None
    if found.group("item") is None:
        return found.group("quote") or ""
    return found.group()


def next_prefix(prefix: str) -> str:
    """The signs of the line after: the next number, an empty box."""
    following = re.sub(r"\[[xX]\]", "[ ]", prefix)
    return _NUMBER.sub(lambda number: str(int(number.group()) + 1), following, count=1)


def box_in(line: str) -> int | None:
    """Where in a line the sign inside its checkbox stands; None if it has none."""
    found = _BOX.match(line)
    return None if found is None else found.start(1)
