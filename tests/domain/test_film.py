"""A film: which shot is on when, and its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.content.explainer import load_film
from guesthouse.domain.film import Film, Shot, Subject
from guesthouse.paths import LANGUAGE, resources

FILM = Film(
    "A title",
    "Short",
    "a thought",
    ("one",),
    (
        Shot(Subject.VOICES, 2.0, "First."),
        Shot(Subject.HANDS, 3.0, "Second.", 0.0, 1.0),
        Shot(Subject.VIEW, 1.5, "Third."),
    ),
)


def test_each_shot_has_its_time() -> None:
    assert FILM.seconds == 6.5
    assert [FILM.at(moment)[0] for moment in (0.0, 1.99, 2.0, 4.99, 5.0, 6.4)] == [0, 0, 1, 1, 2, 2]


def test_the_last_shot_stays() -> None:
    assert FILM.at(6.5) == (2, 1.0)
    assert FILM.at(900.0) == (2, 1.0)


@given(st.floats(min_value=0.0, max_value=20.0), st.floats(min_value=0.0, max_value=20.0))
def test_it_never_goes_back_by_itself(one: float, other: float) -> None:
    assert FILM.at(min(one, other)) <= FILM.at(max(one, other))


def test_a_picture_goes_from_its_beginning_to_its_end() -> None:
    hands = FILM.shots[1]
    assert [hands.at(share) for share in (-1.0, 0.0, 0.5, 1.0, 2.0)] == [0.0, 0.0, 0.5, 1.0, 1.0]


def test_the_transcript_has_every_caption_in_its_order() -> None:
    assert FILM.transcript() == "First.\nSecond.\nThird."


@pytest.fixture(scope="module")
def ours() -> Film:
    return load_film(resources() / "explainer", LANGUAGE)


def test_ours_lasts_about_two_minutes(ours: Film) -> None:
    assert 110 <= ours.seconds <= 130


def test_each_caption_can_be_read_in_its_time(ours: Film) -> None:
    """At three words a second, and a second to find it."""
    for shot in ours.shots:
        assert len(shot.caption.split()) <= 3.0 * (shot.seconds - 0.5), shot.caption


def test_it_shows_the_hands_the_visitor_and_the_ladder(ours: Film) -> None:
    assert {Subject.HANDS, Subject.VISITOR, Subject.LADDER} <= {shot.subject for shot in ours.shots}


def test_the_thought_is_never_gone_from_the_hands(ours: Film) -> None:
    ends = [shot.end for shot in ours.shots if shot.subject is Subject.HANDS]
    assert ends == sorted(ends)
    assert max(ends) <= 1.0


def test_it_says_that_getting_rid_of_thoughts_is_not_the_aim(ours: Film) -> None:
    assert "not to get rid of thoughts" in ours.transcript()


def test_it_says_that_minds_are_like_that_and_what_not_to_begin_with(ours: Film) -> None:
    said = ours.transcript()
    assert "All minds do this" in said
    assert "not with a harm or a loss" in said
    assert "leaf on a stream" in said, "for those to whom a visitor is no gentle picture"
