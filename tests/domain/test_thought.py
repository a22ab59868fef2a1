"""When two thoughts are the same guest, and how a thought is told apart from all others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.thought import fold, identity, is_blank, normalise, seed_of, storable

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzäéñß", min_size=1, max_size=9), min_size=1, max_size=8)
ASIDE = st.sampled_from(["!", ".", "…", ",", "?!", "”", "“", "«", "—", ";", ":", "(", ")", '"', "*", "~", "¿", "。"])


@pytest.mark.parametrize(
    "again",
    [
        "I'm not good enough",
        "i'm NOT good enough!",
        "  I’m   not\tgood\nenough … ",
        "“I’m not good enough.”",
        "'Im not good enough'",
        "I´m not, good: enough?",
        "I'm not good\u00a0enough",
        "Ｉ'm not good enough",
        "I'm not good enough\u200b",
    ],
)
def test_the_same_words_are_the_same_guest(again: str) -> None:
    assert normalise(again) == "im not good enough"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I am good", "I am not good"),
        ("resume", "résumé"),
        ("I failed 😞", "I failed"),
        ("😞", "🙂"),
        ("...", "!!!"),
        ("一人", "二人"),
        ("it is mine", "it is min"),
    ],
)
def test_other_words_are_another_guest(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("caf\u00e9", "cafe\u0301"),
        ("Straße", "STRASSE"),
        ("❤️", "❤"),
        ("…", "..."),
        ("don't", "dont"),
        ("don’t", "don't"),
    ],
)
def test_one_can_write_the_same_in_two_ways(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@given(ANYTHING)
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    key = normalise(text)

    assert normalise(key) == key
    assert bool(key) or is_blank(text)
    key.encode()


@given(WORDS, st.data())
def test_case_space_and_punctuation_are_set_aside(words: list[str], data: st.DataObject) -> None:
    plain = " ".join(words)
    dressed = data.draw(ASIDE) + "".join(
        (word.upper() if data.draw(st.booleans()) else word)
        + data.draw(ASIDE)
        + data.draw(st.sampled_from([" ", "  ", "\n"]))
        for word in words
    )

    assert normalise(dressed) == normalise(plain)


@given(ANYTHING)
def test_nothing_that_can_be_typed_breaks_anything(text: str) -> None:
    fold(text).encode()
    storable(text).encode()
    is_blank(text)
    assert 0 <= seed_of(identity(normalise(text))) < 2**64


@given(st.text())
def test_what_can_be_written_is_kept_as_it_is(text: str) -> None:
    assert storable(text) == text


def test_half_a_pair_becomes_the_sign_for_it_and_a_torn_pair_is_joined() -> None:
    assert storable("a\ud800b") == "a\ufffdb"
    assert storable("\ud83d\ude1e") == "😞"


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\u200b\u00ad", "\0", "\ufe0f", "\u2800"])
def test_nothing_to_be_seen_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", [".", "😞", "a", "\u0301", "一"])
def test_a_single_sign_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_the_figure_is_the_same_on_every_machine() -> None:
    """These numbers are in people's memories: they never change."""
    assert seed_of(identity(normalise("I am not good enough"))) == 0xA520077E76ED568E
    assert seed_of(identity(normalise("i am NOT good enough!"))) == 0xA520077E76ED568E


def test_all_figures_come() -> None:
    assert {seed_of(identity(normalise(f"thought {number}"))) % 8 for number in range(200)} == set(range(8))


def test_folding_sets_case_accents_and_apostrophes_aside() -> None:
    assert fold("  Don’t   CAFÉ\nÄrger ") == "dont cafe arger"
    assert fold(unicodedata.normalize("NFD", "é")) == fold("é") == "e"
