"""Sentences of an exercise with the person's words in them, to the letter."""

from __future__ import annotations

import re

PLACE = re.compile(r"\{([a-z]+)\}")


def filled(sentence: str, **words: str) -> str:
    """``sentence`` with each ``{name}`` replaced once; braces in the words mean nothing."""
    return PLACE.sub(lambda place: words.get(place[1], place[0]), sentence)


def lines_among(words: str, more: str) -> list[str]:
    """The thought, each line of it, and each line that was written beside it; each of them once."""
    return list(dict.fromkeys([words, *words.splitlines(), *more.splitlines()]))
