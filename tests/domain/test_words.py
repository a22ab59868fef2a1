"""Words for looking up: any text falls into them, any query is harmless, and what is marked is what was met."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.snippet import snippet_of
from guesthouse.domain.tags import tidy_tags
from guesthouse.domain.thought import storable
from guesthouse.domain.words import Query, Term, places_of, query_of, words_in

TEXTS = st.text(max_size=200).map(storable)


def marked(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in places_of(query_of(query), text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm NOT “naïve”, don’t say so", ["im", "not", "naive", "dont", "say", "so"]),
        ("well-known x_y 3.5", ["well", "known", "x", "y", "3", "5"]),
        ("cafe\u0301 caf\u00e9", ["cafe", "cafe"]),
        ("悲しい sad😢ness", ["悲", "し", "い", "sad", "😢", "ness"]),
        ("ﬁne Straße", ["fine", "strasse"]),
        ("", []),
        ("—…!", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_in(text) == words


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("sens", "Too sensitive", ["sensitive"]),
        ('"sens"', "Too sensitive", []),
        ('"course it"', "Of course\n> it hurt", ["course\n> it"]),
        ('"course it', "of course itself", ["course itself"]),
        ("well-known", "a well known place, well", ["well known"]),
        ("い", "悲しい", ["い"]),
        ("悲し", "悲しい", ["悲し"]),
        ("cafe", "Café!", ["Café"]),
        ("of course", "Of course, of", ["Of", "course", "of"]),
    ],
)
def test_where_it_is_met(query: str, text: str, found: list[str]) -> None:
    assert marked(query, text) == found


@given(TEXTS, TEXTS)
def test_any_query_on_any_text(query: str, text: str) -> None:
    last = 0
    for start, end in places_of(query_of(query), text):
        assert last <= start < end <= len(text)
        last = end


@given(TEXTS)
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    words = words_in(text)
    for word in words:
        assert places_of(Query((Term((word,), open=False),)), text)
        assert words_in(word) == [word] or not word.isascii()


@given(st.text(alphabet='"“”«»abc *:^()-', max_size=30))
def test_quotation_marks_never_swallow_a_word(query: str) -> None:
    said = [word for term in query_of(query).terms for word in term.words]
    assert set(said) == set(words_in(query))


@given(TEXTS.filter(lambda text: bool(words_in(text))), st.integers(0, 3000))
def test_a_snippet_holds_the_place(text: str, before: int) -> None:
    whole = "x" * before + " " + text
    places = places_of(Query((Term((words_in(text)[-1],), open=False),)), whole)
    line, marks = snippet_of(whole, places)
    start, end = marks[0]
    assert "\n" not in line and len(line) < 260
    assert line[start:end] == " ".join(whole[slice(*places[0])].splitlines()) or end - start <= 200


def test_tags_are_tidy() -> None:
    assert tidy_tags([" #work ", "Work", "brushed   aside", "", " , ", "wörk\n", "\u0301"]) == ("work", "brushed aside")
