"""What is typed into a search becomes a harmless question: pure text in, pure text out."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from guesthouse.domain.thought import fold
from guesthouse.storage.guests import GuestStore, searchable
from guesthouse.storage.search import MOST_WORDS, match_query, words_of
from guesthouse.storage.visits import VisitStore
from tests.safety.hands import Clock
from tests.storage.coming import come

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=80)
QUERY = re.compile(r'"[^\W_]+"\*( "[^\W_]+"\*)*')


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", []),
        (" \n\0\u200b", []),
        ("Café  CAFÉ cafe", ["cafe"]),
        ("“don’t!” (never)", ["dont", "never"]),
        ("well-known", ["well-known"]),
        ("...", ["..."]),
        ("why ?", ["why"]),
        ("😞!", ["😞"]),
    ],
)
def test_the_words_of_a_search(typed: str, words: list[str]) -> None:
    assert words_of(typed) == words


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("not good", '"not"* "good"*'),
        ('NEAR("a" b, 3)', '"near"* "a"* "b"* "3"*'),
        ("folded:x* OR y", '"folded"* "x"* "or"* "y"*'),
        ("well-known", '"well"* "known"*'),
        ("人", None),
        ("a 😞", None),
        ("...", None),
        ("", None),
    ],
)
def test_a_question_for_the_index(typed: str, query: str | None) -> None:
    assert match_query(words_of(typed)) == query


@given(ANYTHING)
def test_words_are_folded_once_each_and_not_too_many(text: str) -> None:
    words = words_of(text)

    assert len(words) == len(set(words)) <= MOST_WORDS
    assert all(fold(word) == word and word.split() == [word] for word in words)


@given(ANYTHING)
def test_nothing_but_quoted_beginnings_of_words_reaches_the_index(text: str) -> None:
    query = match_query(words_of(text))

    assert query is None or QUERY.fullmatch(query)


@pytest.fixture(scope="module")
def index() -> dbapi2.Connection:
    """An index as in the file, empty."""
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 2', detail = none)"
    )
    return connection


@given(st.text(st.characters(max_codepoint=0x1FFF), max_size=80))
def test_the_index_understands_every_question(index: dbapi2.Connection, text: str) -> None:
    query = match_query(words_of(text)) or '"any"*'
    try:
        index.execute("SELECT count(*) FROM t WHERE t MATCH ?", [query]).fetchone()
    except dbapi2.OperationalError as error:
        # A letter that SQLite's tables do not know yet parts a word in two; then the text itself is read.
        assert "phrase" in str(error)  # noqa: PT017


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(words=st.lists(st.text("abcäßé'’-😞人", min_size=1, max_size=5), min_size=1, max_size=6), data=st.data())
def test_the_index_finds_what_reading_finds(
    guests: GuestStore, visits: VisitStore, clock: Clock, words: list[str], data: st.DataObject
) -> None:
    """Whatever is found begins a word of it; and the beginning of a thought, in any case, finds the thought."""
    thought = " ".join(words)
    _, guest_id = come(visits, f"{thought} x{clock()}", clock)  # a guest of its own, whatever stood there before
    beginning = data.draw(st.sampled_from([thought[: length + 1] for length in range(len(thought))]))
    found = guests.find(beginning.upper(), limit=10_000, offset=0)

    assert guest_id in [guest.id for guest in found]
    assert guests.count(beginning.upper()) == len(found)
    for guest in found:
        kept = searchable(guest.words, guest.theme)
        assert all(part in kept for word in words_of(beginning) for part in re.findall(r"[^\W_]+", word))
