"""How a text is read before heavy words are looked for in it: as plain words, however they were typed.

Small letters without accents, marks and invisible signs; letters that repeat count once ("kiiill" and "kill" are
"kil"); letters that stand each by itself are one word ("d i e"); apostrophes join ("don't" is "dont"), and what is put
together is taken apart again ("dont" is "do not"). All other signs only part words. Each step looks at a character, or
at a word, by itself: the time grows with the length.
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
_DISGUISED = re.compile(r"(?<=[a-z])[0134!@$](?=[a-z])")
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .*_-]{1,3}){2,}[^\W\d_](?![^\W_])")
"""A word of which each letter stands by itself: "d i e", "s.u.i.c.i.d.e"."""
_LETTERS = {"0": "o", "1": "i", "3": "e", "4": "a", "!": "i", "@": "a", "$": "s"}


@dataclass(frozen=True, slots=True)
class Read:
    """The words of a text; before those whose number is in ``breaks`` there was more than a space."""

    words: list[str]
    breaks: frozenset[int]


@dataclass(frozen=True)
class Spelling:
    """What a language puts together: words that are ``apart``, and ``stems`` whatever their ending."""

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
        for stem in self.stems:
            if stem in text:
                words = [stem if word.startswith(stem) else word for word in words]
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
    return "".join(sign for sign in found.group() if sign.isalpha())


def _letter(found: re.Match[str]) -> str:
    return _LETTERS[found.group()]


def _folded(text: str) -> dict[int, str]:
    """What stays of each character; they are folded together, and apart, since a long row of marks would cost time."""
    signs = list(set(text) - {_APART})
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", _APART.join(signs)).casefold())
    aside = {ord(part): None for part in set(folded) if unicodedata.category(part) in _SET_ASIDE}
    return dict(zip(map(ord, signs), folded.translate(aside).split(_APART), strict=True)) | _ALWAYS
