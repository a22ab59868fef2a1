"""A thought as words: when two are the same guest, how they are told apart, and how they are found again.

The words themselves are never changed, with one exception: half a surrogate pair, which is no character and which no
file can hold, becomes U+FFFD (see :func:`storable`). Everything else here makes keys beside the words.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

MAX_CHARACTERS = 5000

APOSTROPHES = frozenset("'\u2018\u2019\u201b\u02bc\u02b9\u00b4\u2032\uff07`")
INVISIBLE = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f")
ROUNDS = 8  # three are the most that were ever needed; a loop must have an end


class Wording(StrEnum):
    """How the words stand in the bubble: as they came, or with a line before them that keeps a distance."""

    AS_IT_CAME = "as-it-came"
    HAVING = "having"
    NOTICING = "noticing"


def storable(text: str) -> str:
    """The text as UTF-8 can hold it: surrogate pairs joined, a lone half of one replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def is_blank(text: str) -> bool:
    """Whether nothing in it can be seen: no words to let in."""
    return all(_is_invisible(character) for character in text)


def normalise(text: str) -> str:
    """The key by which a thought said again is known: the same for the same words.

    Case, space, punctuation, quotes and compatibility forms are set aside; apostrophes join ("don't" is "dont"), all
    other punctuation parts ("well-known" is "well known"). Accents and emoji stay. If nothing is left (a thought of
    dots alone), the text itself is the key, with its case and space set aside. Never raises; ``normalise`` of its own
    result changes nothing.
    """
    key = _settle(_joined(text), _without_punctuation)
    return key or _settle(storable(text), _without_space)


def identity(normalised: str) -> str:
    """A short name for a normalised thought, equal on every machine: 64 hexadecimal digits."""
    return hashlib.sha256(storable(normalised).encode()).hexdigest()


def seed_of(identity_: str) -> int:
    """The number (64 bits) from which everything about a guest's look is drawn."""
    return int(identity_[:16], 16)


def fold(text: str) -> str:
    """The text for searching: case, accents, apostrophes and the kind of space set aside."""
    parts = unicodedata.normalize("NFKD", _joined(text).casefold())
    kept = "".join(_folded(character) for character in unicodedata.normalize("NFKD", parts.casefold()))
    return " ".join(kept.split())


def _settle(key: str, once: Callable[[str], str]) -> str:
    """Do it until nothing changes any more: what is set aside can bring together what then composes anew."""
    for _ in range(ROUNDS):
        last, key = key, once(key)
        if key == last:
            break
    return key


def _joined(text: str) -> str:
    """Apostrophes gone, before compatibility forms tear some of them apart; no half pairs."""
    return "".join(character for character in storable(text) if character not in APOSTROPHES)


def _without_punctuation(text: str) -> str:
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(_kept(character) for character in composed).split())


def _without_space(text: str) -> str:
    text = "".join("'" if character in APOSTROPHES else character for character in text)
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(" " if _is_invisible(character) else character for character in composed).split())


@lru_cache(maxsize=4096)
def _kept(character: str) -> str:
    """What stays of a character in the key: itself, a space, or nothing."""
    if character in APOSTROPHES or _is_selector(character):
        return ""
    if character.isascii():
        return character if character.isalnum() else " "
    kind = unicodedata.category(character)
    if kind == "Cf":
        return ""
    if kind[0] in "ZP" or kind == "Cc" or character in INVISIBLE:
        return " "
    return character


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """What stays of a character for searching."""
    if character in APOSTROPHES:
        return ""
    kind = unicodedata.category(character)
    if kind in ("Mn", "Cf"):
        return ""
    return " " if kind == "Cc" or kind[0] == "Z" else character


@lru_cache(maxsize=4096)
def _is_invisible(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind[0] == "Z" or kind in ("Cc", "Cf") or character in INVISIBLE or _is_selector(character)


def _is_selector(character: str) -> bool:
    """Variation selectors: the same heart in colour or in black."""
    return "\ufe00" <= character <= "\ufe0f"
