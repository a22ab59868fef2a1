"""How a tag is spelled."""

from __future__ import annotations

from collections.abc import Iterable

from guesthouse.domain.thought import fold, storable

MOST_CHARACTERS = 80


def tidy_tag(name: str) -> str:
    """A tag as it is kept: on one line, without the # before it and commas in it; empty if nothing is left of it."""
    plain = " ".join(storable(name).replace(",", " ").replace("\0", "").split()).lstrip("#").strip()
    plain = plain[:MOST_CHARACTERS].strip()
    return plain if fold(plain) else ""


def tidy_tags(names: Iterable[str]) -> tuple[str, ...]:
    """Each tag once, as first spelled; case and accents do not tell tags apart."""
    kept: dict[str, str] = {}
    for name in map(tidy_tag, names):
        if name:
            kept.setdefault(fold(name), name)
    return tuple(kept.values())
