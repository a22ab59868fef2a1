"""A phrase that is looked for, as one would say it: made from how it stands in the file, so that it cannot say more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

_PLACE = re.compile(r"\{(\w+)\}|\([^()]*\)|\[([^]|]*)[^]]*\]|([^\s|]+)(?:\|\S+)?")
"""One place of a phrase: a set, what may be missing, choices of several words, or of one."""


def example(phrase: str, sets: Mapping[str, Sequence[str]]) -> str:
    """The first way to say ``phrase``: "{want_to} die|vanish (soon)" is "want to die"."""
    return " ".join(_said(phrase, sets))


def examples(phrases: Sequence[str], sets: Mapping[str, Sequence[str]], most: int) -> tuple[str, ...]:
    """So many of these at most, each once, the first of them first."""
    return tuple(dict.fromkeys(example(phrase, sets) for phrase in phrases))[:most]


def _said(phrase: str, sets: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for place in _PLACE.finditer(phrase):
        name, several, word = place.groups()
        if name is not None:
            yield from _said(sets[name][0], sets) if sets.get(name) else ()
        elif several or word:
            yield several or word
