"""How a text is read before heavy words are looked for in it: as plain words, however they were typed.

Small letters without accents, marks and invisible signs; letters of other scripts that look like Latin ones are those;
letters that repeat count once ("kiiill" and "kill" are "kil"); letters that stand each by itself are one word
("d i e"); apostrophes join ("don't" is "dont"), and what is put together is taken apart again ("dont" is "do not"). All
other signs only part words. Each step looks at a character, or at a word, by itself: the time grows with the length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from guesthouse.domain.thought import APOSTROPHES, INVISIBLE

NUMBER = "#"
"""Stands for a number, whichever."""

_APART = "\x1f"
_SET_ASIDE = ("Mn", "Me", "Cf")
_ALWAYS = {ord(sign): " " for sign in INVISIBLE - {"\u034f"}} | {ord(sign): "" for sign in APOSTROPHES}
_PIECES = re.compile(r"[^\W_]+|[^\w\t *~-]+")
"""A word, or signs that end a run of words. Between the two only spaces, hyphens and the signs of Markdown."""
_REPEATED = re.compile(r"([^\W\d_])(?=\1)")
"""A letter before itself."""
_DISGUISED = re.compile(r"[013457!@$]+")
_IN_WORDS = ("k!l", "d!e", "u!c", "c!d", "w!s")
"""An exclamation mark is a letter only where it stands so: "k!ll", "d!e", "su!c!de", "w!sh"."""
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .*_-]{1,3}){2,}[^\W\d_](?![^\W_])")
"""A word of which each letter stands by itself: "d i e", "s.u.i.c.i.d.e"."""
_LETTERS = str.maketrans("01345!7@$", "oieasitas")
_ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u0432\u043a\u043c\u0442"
    "\u03b1\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7"
    "\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f\u1d0d\u0274\u1d0f\u1d18\u0280\ua731\u1d1b\u1d1c\u1d20"
    "\u1d21\u028f\u1d22\u0131\u0142\u00f8\u0251\u0261",
    "aeopcyxijshdqwbkmtaeikvoptuxabcdefghijklmnoprstuvwyziloag",
)
"""Letters that look like Latin ones: Cyrillic, Greek, small capitals, and a few with a stroke or without a dot."""


@dataclass(frozen=True, slots=True)
class Read:
    """The words of a text; before those whose number is in ``breaks`` there was more than a space."""

    words: list[str]
    breaks: frozenset[int]


@dataclass(frozen=True)
class Spelling:
    """What a language puts together: words that are ``apart``, and ``stems`` (the first that fits)."""

    apart: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stems: tuple[str, ...] = ()

    def read(self, text: str) -> Read:
        """The words of ``text``."""
        text = plain(text)
        words: list[str] = []
        breaks: list[int] = []
        for piece in _PIECES.findall(text):
            parts = self.apart.get(piece)
            if parts is not None:
                words += parts
            elif piece.isalpha():
                words.append(piece)
            elif piece.isalnum():
                words.append(NUMBER if piece.isdigit() else piece)
            else:
                breaks.append(len(words))
        if any(stem in text for stem in self.stems):
            words = [next((stem for stem in self.stems if word.startswith(stem)), word) for word in words]
        return Read(words, frozenset(breaks))


def plain(text: str) -> str:
    """Small letters, each once, without what is set aside."""
    if text.isascii():
        text = text.lower().replace("'", "").replace("`", "")
    else:
        text = text.translate(_folded(text))
    text = _REPEATED.sub("", _DISGUISED.sub(_letter, text))
    closed = _SPACED.sub(_close, text)
    return text if closed == text else _REPEATED.sub("", closed)


def _close(found: re.Match[str]) -> str:
    """Such a word, and beside it "i" where that stands for oneself: "i d i e i am" is "i die i am"."""
    word = "".join(sign for sign in found.group() if sign.isalpha())
    before, after = "i " * word.startswith("i"), " i" * word.endswith("i")
    return f"{before}{word.removeprefix('i').removesuffix('i')}{after}"


def _letter(found: re.Match[str]) -> str:
    """The letters that signs inside a word look like."""
    around = found.string[max(0, found.start() - 1) : found.end() + 1]
    signs = found.group()
    inside = len(around) == len(signs) + 2 and around[0].isalpha() and around[-1].isalpha()
    return signs.translate(_LETTERS) if inside and ("!" not in signs or around in _IN_WORDS) else signs


def _folded(text: str) -> dict[int, str]:
    """What stays of each character; they are folded together, and apart, since a long row of marks would cost time."""
    signs = list(set(text) - {_APART})
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", _APART.join(signs)).casefold())
    aside = {ord(part): None for part in set(folded) if unicodedata.category(part) in _SET_ASIDE}
    return dict(zip(map(ord, signs), folded.translate({**_ALIKE, **aside}).split(_APART), strict=True)) | _ALWAYS
