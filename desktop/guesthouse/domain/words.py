"""Words for looking up: how a text falls into them, and where in a text a search is met.

A word is a run of letters and digits with its accents and apostrophes, folded (case, accents and apostrophes aside). In
scripts that write without spaces every character is a word of its own, and so is every emoji: what stands together
there is found as a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from guesthouse.domain.thought import APOSTROPHES, fold

MOST_TERMS = 32  # of a long text the first ones are enough to find it by

_ALONE = (
    "\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3040-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\u2190-\u2bff\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
_BETWEEN = (
    "\\s\x00-&(-/:-@\\[-_{-\xa9\xab-\xb1\xb6-\xb8\xbb\xbf\xd7\xf7\u055a-\u055f\u05be\u060c\u061b\u061f\u06d4"
    "\u0964\u0965\u2000-\u200b\u200e-\u2017\u201a\u201c-\u206f\u2e00-\u2e7f\u3000-\u303f\ufe10-\ufe1f\ufe30-\ufe6f"
    "\uff01-\uff06\uff08-\uff0f\uff1a-\uff20\uff3b-\uff3f\uff5b-\uff65"
)
_PLAIN = re.compile("[a-z0-9]+")
_QUOTED = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb]([^"\u201c\u201d\u201e\u201f\u00ab\u00bb]*)')
_QUOTES = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb]')


@cache
def _word() -> re.Pattern[str]:
    """A word; made when the first text that is not plain comes: so many signs take their time."""
    return re.compile(f"[{_ALONE}]|[^{_BETWEEN}{_ALONE}]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One or more words that stand together.

    Where ``open`` is set the last one may go on: "sens" finds "sensitive".
    """

    words: tuple[str, ...]
    open: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """What a person looks for: every term has to be met."""

    terms: tuple[Term, ...] = ()

    @property
    def phrase(self) -> Term | None:
        """All of it as words that stand together, where it is more than one term."""
        if len(self.terms) < 2:
            return None
        return Term(tuple(word for term in self.terms for word in term.words), self.terms[-1].open)


def words_in(text: str) -> list[str]:
    """The words of a text in their order, folded."""
    if text.isascii():
        return _PLAIN.findall(text.lower().replace("'", "").replace("`", ""))
    return [word for _, _, word in _places(text)]


def query_of(text: str) -> Query:
    """What is typed into a search, as terms; quotation marks make a phrase of what stands in them.

    There is no other syntax, so nothing can be typed that is wrong.
    """
    terms: list[Term] = []
    end = 0
    for quoted in _QUOTED.finditer(text):
        if quoted.start() < end:
            continue
        terms += _open_terms(text[end : quoted.start()])
        closed = quoted.end() < len(text)
        words = tuple(words_in(quoted.group(1)))
        if words:
            terms.append(Term(words, open=not closed))
        end = quoted.end() + 1
    terms += _open_terms(text[end:])
    return Query(tuple(dict.fromkeys(terms))[:MOST_TERMS])


def places_of(query: Query, text: str) -> list[tuple[int, int]]:
    """Where in a text (start and end, in characters) any term of the query is met, in order and without overlaps."""
    if not query.terms:
        return []
    places = list(_places(text))
    found: list[tuple[int, int]] = []
    for at in range(len(places)):
        met = max((_met(places, at, term) for term in query.terms), default=0)
        if met:
            start, end = places[at][0], places[at + met - 1][1]
            if found and start < found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
    return found


def _open_terms(text: str) -> list[Term]:
    """One term for each piece between spaces; "well-known" is two words that stand together."""
    pieces = (tuple(words_in(piece)) for piece in _QUOTES.sub(" ", text).split())
    return [Term(words) for words in pieces if words]


def _places(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and folded form of each word."""
    folded: dict[str, str] = {}
    for match in _word().finditer(text):
        raw = match.group()
        word = folded.get(raw)
        if word is None:
            word = folded[raw] = fold(raw).replace(" ", "")
        if word:
            start, end = match.span()
            while start < end - 1 and text[start] in APOSTROPHES:
                start += 1
            while end > start + 1 and text[end - 1] in APOSTROPHES:
                end -= 1
            yield start, end, word


def _met(places: list[tuple[int, int, str]], at: int, term: Term) -> int:
    """How many words from ``at`` on are the term's; 0 if it is not met there."""
    many = len(term.words)
    if at + many > len(places):
        return 0
    *before, last = term.words
    if any(places[at + step][2] != word for step, word in enumerate(before)):
        return 0
    ending = places[at + many - 1][2]
    return many if (ending.startswith(last) if term.open else ending == last) else 0
