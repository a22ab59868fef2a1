"""Which of the soft colours a group of words has. A colour says nothing that is not said in words, too."""

from __future__ import annotations

TINTS = ("clay", "rose", "blue", "lilac", "sage", "honey", "mist")

OWN = "mist"
"""Of words that are in no list."""

_BY_GROUP = {
    "low": "mist",
    "anxious": "blue",
    "angry": "clay",
    "ashamed": "rose",
    "hurt": "rose",
    "grieving": "lilac",
    "far": "mist",
    "mixed": "honey",
    "steady": "sage",
    "open": "honey",
    "weight": "mist",
    "tightness": "clay",
    "temperature": "honey",
    "movement": "blue",
    "texture": "lilac",
    "breath": "sage",
    "presence": "mist",
}


def tint_of(group: str) -> str:
    """The tint of the group with this id; its colours are ``tint-NAME`` and ``tint-NAME-ink``."""
    return _BY_GROUP.get(group, OWN)
