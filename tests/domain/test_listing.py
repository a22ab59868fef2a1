"""Several things named one after the other, as English does it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.listing import joined


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        ([""], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a and b", "c"], "a and b, and c"),
        (["a", "b and c"], "a and b and c"),
        (["a", "b", "c and d"], "a, b, and c and d"),
        (["a", "b and c", "d"], "a, b and c, and d"),
    ],
)
def test_a_list_of_words(words: list[str], said: str) -> None:
    assert joined(words) == said


@given(st.lists(st.text(max_size=20), max_size=8))
def test_every_word_is_there_to_the_letter_in_its_order(words: list[str]) -> None:
    said, at = joined(words), 0
    for word in words:
        at = said.index(word, at) + len(word)
