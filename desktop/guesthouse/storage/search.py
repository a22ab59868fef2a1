"""What a person types into a search field, made harmless and made into a question to the file.

Words are looked for as beginnings of words, through the full-text index. What that index cannot see (a part of a word,
an emoji, scripts that write without spaces) is looked for in the folded text itself.
"""

from __future__ import annotations

import re

from guesthouse.domain.thought import fold

MOST_WORDS = 32  # of a long text the first ones are enough to find it by

# Han, kana, hangul, Thai, Lao, Myanmar, Khmer, Tibetan: no spaces there, or words grow at their ends.
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)


def words_of(text: str) -> list[str]:
    """The folded words of a search, each once; none when there is nothing to look for."""
    return list(dict.fromkeys(fold(text).split()))[:MOST_WORDS]


def match_query(words: list[str]) -> str | None:
    """The words as a query for FTS5, quoted so that no syntax can be typed; None if the index cannot answer it."""
    if not words or any(_UNSPACED.search(word) or not _has_word_only(word) for word in words):
        return None
    return " ".join('"' + word.replace('"', '""') + '"*' for word in words)


def _has_word_only(word: str) -> bool:
    """Whether the index sees all that matters of it: letters or digits, and beside them nothing but ASCII signs."""
    signs = [character for character in word if not character.isalnum()]
    return len(signs) < len(word) and all(sign.isascii() or sign in "“”„«»…–—¿¡" for sign in signs)
