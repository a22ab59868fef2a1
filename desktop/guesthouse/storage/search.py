"""What a person types into a search field, made harmless and made into a question to the file.

Words are looked for as beginnings of words, through the full-text index. What that index cannot see (a part of a word,
an emoji, scripts that write without spaces) is looked for in the folded text itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from guesthouse.domain.thought import fold

MOST_WORDS = 32  # of a long text the first ones are enough to find it by

_TOKEN = re.compile(r"[^\W_]+")


@cache
def _unspaced() -> re.Pattern[str]:
    """Han, kana, hangul, Thai, Lao, Myanmar, Khmer, Tibetan: no spaces there, or words grow at their ends.

    Made when something is looked for: so many signs take their time.
    """
    return re.compile(
        "[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff"
        "\uf900-\ufaff\U00020000-\U0003ffff]"
    )


def words_of(text: str) -> list[str]:
    """The folded words of a search, each once, without the punctuation around them; none if there are none.

    A text of nothing but punctuation is looked for as it is.
    """
    words = fold(text).split()
    bare = [_bare(word) for word in words]
    return list(dict.fromkeys(filter(None, bare)) or dict.fromkeys(words))[:MOST_WORDS]


def match_query(words: list[str]) -> str | None:
    """The words as a query for FTS5, quoted so that no syntax can be typed; None if the index cannot answer it."""
    tokens = [token for word in words for token in _TOKEN.findall(word)]
    if not tokens or not all(_is_for_index(word) for word in words):
        return None
    return " ".join(f'"{token}"*' for token in tokens)


def _bare(word: str) -> str:
    start, end = 0, len(word)
    while start < end and _is_punctuation(word[start]):
        start += 1
    while end > start and _is_punctuation(word[end - 1]):
        end -= 1
    return word[start:end]


def _is_for_index(word: str) -> bool:
    """Whether the index sees all that matters: letters or digits of scripts with spaces, parted by punctuation."""
    return not _unspaced().search(word) and all(character.isalnum() or _is_punctuation(character) for character in word)


def _is_punctuation(character: str) -> bool:
    if character.isascii():
        return not character.isalnum()
    return unicodedata.category(character)[0] == "P"
