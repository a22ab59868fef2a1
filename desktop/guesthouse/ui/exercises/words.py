"""A text as words in a row, by the word bounds of its script, for those exercises that go from word to word."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QTextBoundaryFinder

NO_SPACES = ("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
LONGEST = 9
"""Longer runs of a script without spaces, in letters with their signs, are taken letter by letter."""

Kind = QTextBoundaryFinder.BoundaryType


@dataclass(frozen=True, slots=True)
class Word:
    """One word and where it stands, in UTF-16 units as Qt counts them."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of ``text``; where there is none with a letter, a digit or a sign, whatever is not blank."""
    pieces = [piece for word in _pieces(text, 0, Kind.Word) for piece in _shorter(word)]
    said = [piece for piece in pieces if any(unicodedata.category(letter)[0] in "LNS" for letter in piece.text)]
    return said or [piece for piece in pieces if piece.text.strip()]


def _shorter(word: Word) -> list[Word]:
    """A long run without spaces falls into letters with their signs."""
    if not any(unicodedata.name(letter, "").startswith(NO_SPACES) for letter in word.text):
        return [word]
    letters = _pieces(word.text, word.start, Kind.Grapheme)
    return letters if len(letters) > LONGEST else [word]


def _pieces(text: str, offset: int, kind: QTextBoundaryFinder.BoundaryType) -> list[Word]:
    finder = QTextBoundaryFinder(kind, text)
    units = text.encode("utf-16-le", "surrogatepass")
    found, start = [], 0
    while (end := finder.toNextBoundary()) > 0:
        piece = units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        found.append(Word(piece, offset + start, offset + end))
        start = end
    return found
