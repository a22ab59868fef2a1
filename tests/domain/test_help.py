"""Searching Help: every word, by its beginning, accents and capitals aside; and whatever is typed, nothing breaks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guesthouse.domain.help import (
    Given,
    Heading,
    Items,
    Paragraph,
    Quote,
    Searched,
    Table,
    Topic,
    filled,
    find,
    texts_of,
)

HOUSE = Topic("house", "The house", (Paragraph("A café by the door."), Given("door")), also=("home",))
DOOR = Topic("door", "A door", (Heading("Wood"), Items(("oak", "beech")), Table((("key", "opens it"),))))
WORDS = Topic("words", "Words", (Quote("Nobody was told."),), folded="list")
TOPICS = (HOUSE, DOOR, WORDS)
GIVERS = {"door": lambda: [Paragraph("It is painted green.")], "list": lambda: [Items(("something hard",))]}
SHELF = [Searched.of(topic, filled(topic, GIVERS)) for topic in TOPICS]


def found(text: str) -> list[str]:
    return [topic.id for topic in find(SHELF, text)]


def test_without_words_everything_is_there() -> None:
    assert found("") == found("  ") == ["house", "door", "words"]


def test_each_word_has_to_be_met_by_its_beginning() -> None:
    assert found("oak") == found("OA") == found("bee oak") == ["door"]
    assert found("oak told") == []
    assert found("ak") == []


def test_accents_and_capitals_make_no_difference() -> None:
    assert found("Cafe") == found("café") == found("CAFÉ") == ["house"]


def test_what_has_it_in_the_title_comes_first() -> None:
    assert found("door") == ["door", "house"]


def test_other_names_for_it_find_it_too() -> None:
    assert found("home") == ["house"]


def test_what_the_app_fills_in_is_found() -> None:
    assert found("green") == ["house"]


def test_what_is_said_of_a_name_in_a_table_is_found() -> None:
    assert found("opens") == ["door"]


def test_what_stands_in_quotation_marks_stands_together() -> None:
    assert found('"was told"') == ["words"]
    assert found('"told was"') == []


def test_what_is_folded_is_found_only_while_it_is_shown() -> None:
    assert found("hard") == []
    shown = [Searched.of(topic, filled(topic, GIVERS, unfolded=True)) for topic in TOPICS]
    assert [topic.id for topic in find(shown, "hard")] == ["words"]


def test_signs_alone_find_nothing() -> None:
    assert found("?!") == []


def test_all_that_can_be_read_is_searched() -> None:
    for topic in TOPICS:
        for text in texts_of(filled(topic, GIVERS)):
            assert topic.id in found(text)


@given(st.text())
def test_whatever_is_typed_is_looked_for(text: str) -> None:
    assert set(found(text)) <= {"house", "door", "words"}


@given(st.text(st.characters(codec="utf-8", include_characters="\x00\u202e\u200f\u05d0\u0301")))
def test_more_words_never_find_more(text: str) -> None:
    assert set(found(f"{text} oak")) <= {"door"}
