"""Ratings go with their visit or sitting, what is too heavy is known however it is written, and gates open by kinds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guesthouse.domain.exercise import ExerciseText, Sat, finished_kinds, opened
from guesthouse.domain.ratings import Moment, Ratings, place_between
from guesthouse.house import House
from tests.safety.hands import SECRET, contents, let_in

BOTH = {Moment.BEFORE: Ratings(room=0, sting=100), Moment.AFTER: Ratings(willing=50)}
LADDER = Sat("ex-ladder", "Noticing ladder")


def test_they_are_read_as_they_were_said(house: House, open_again: Callable[[], House]) -> None:
    sitting, visit = house.sittings.begin(LADDER), let_in(house, "not again").visit_id
    for moment, ratings in BOTH.items():
        house.ratings.keep(moment, ratings, sitting=sitting.id)
        house.ratings.keep(moment, ratings, visit=visit)
    house.ratings.keep(Moment.AFTER, Ratings(willing=51), visit=visit)
    again = open_again()

    assert again.ratings.of(sitting=sitting.id) == BOTH
    assert again.ratings.of(visit=visit) == {**BOTH, Moment.AFTER: Ratings(willing=51)}
    assert again.ratings.of() == {} and again.ratings.of(visit="nobody") == {}


def test_nothing_said_is_nothing_kept(house: House) -> None:
    sitting = house.sittings.begin(LADDER)
    house.ratings.keep(Moment.BEFORE, Ratings(grip=1), sitting=sitting.id)
    house.ratings.keep(Moment.BEFORE, Ratings(), sitting=sitting.id)
    house.ratings.keep(Moment.AFTER, Ratings(grip=1))
    house.ratings.keep(Moment.AFTER, Ratings(grip=1), visit="nobody", sitting="nowhere")
    assert house.ratings.of(sitting=sitting.id) == {}


def test_they_go_with_what_they_belong_to(house: House) -> None:
    sitting, arrival = house.sittings.begin(LADDER), let_in(house, "not again")
    house.ratings.keep(Moment.BEFORE, BOTH[Moment.BEFORE], sitting=sitting.id)
    house.ratings.keep(Moment.BEFORE, BOTH[Moment.BEFORE], visit=arrival.visit_id)
    house.sittings.erase(sitting.id)
    assert arrival.guest_id is not None
    house.guest_book.forget(arrival.guest_id)
    assert house.ratings.of(sitting=sitting.id) == {} and house.ratings.of(visit=arrival.visit_id) == {}


def test_there_are_words_for_every_question(house: House) -> None:
    words = house.ratings.words
    assert list(words.questions) == ["room", "grip", "believable", "sting", "willing"]
    assert words.aim == "Lower is not the goal." and words.questions["room"].high == "plenty"


@pytest.mark.parametrize(("value", "place"), [(-1, 0), (0, 0), (20, 0), (21, 1), (50, 2), (79, 3), (81, 4), (100, 4)])
def test_five_places_between_two_words(value: int, place: int) -> None:
    assert place_between(value) == place


def test_a_heavy_thought_is_known_however_it_is_written(house: House, open_again: Callable[[], House]) -> None:
    house.heavy.mark("I’m not good enough")
    again = open_again()

    assert again.heavy.is_marked("  im NOT good, enough!!") and again.heavy.is_marked("I'm not good enough")
    assert (
        not again.heavy.is_marked("I am not good enough")
        and not again.heavy.is_marked("")
        and not again.heavy.is_marked(" ")
    )
    again.heavy.unmark("im not good enough")
    assert not again.heavy.is_marked("I’m not good enough")
    again.heavy.unmark("im not good enough")


def test_the_mark_goes_with_the_guest(house: House, open_again: Callable[[], House]) -> None:
    arrival = let_in(house, "I’m not good enough")
    house.heavy.mark("im not good enough")
    house.heavy.mark("another")
    assert arrival.guest_id is not None
    house.guest_book.forget(arrival.guest_id)
    again = open_again()
    assert not again.heavy.is_marked("im not good enough") and again.heavy.is_marked("another")


def test_no_word_of_it_is_in_the_file(house: House, tmp_path: Path, key: bytes | None) -> None:
    house.heavy.mark(f"{SECRET} kept")
    house.heavy.mark(f"{SECRET} not kept", keep=False)
    assert house.heavy.is_marked(f"{SECRET} not kept")
    house.close()
    assert SECRET.encode() not in b"".join(contents(tmp_path).values())


def test_what_is_not_written_down_is_marked_until_the_house_closes(
    house: House, open_again: Callable[[], House]
) -> None:
    house.heavy.mark("only now", keep=False)
    house.heavy.mark("only now too", keep=False)
    house.heavy.unmark("only now too")
    assert house.heavy.is_marked("Only now.") and not house.heavy.is_marked("only now too")
    assert not open_again().heavy.is_marked("only now")


def text(name: str, practice: str = "", *, gated: bool = False) -> ExerciseText:
    return ExerciseText(
        id=name,
        title=name,
        purpose="",
        minutes=(1, 1),
        acknowledging="",
        moments=(),
        ending="",
        practice=practice,
        gated=gated,
    )


TEXTS = [text("ladder", "def-ladder"), text("hands"), text("loop", "def-loop", gated=True)]
PRACTICES = {"def-ladder": "", "def-loop": "", "def-bus": "", "mine": "def-ladder"}


@pytest.mark.parametrize(
    ("done", "open_"),
    [
        ((), False),
        (("ex-ladder",), False),
        (("ex-ladder", "def-ladder", "mine"), False),  # one and the same
        (("ex-ladder", "ack-feet"), False),  # no defusion
        (("ex-ladder", "def-loop"), False),  # the one itself does not count
        (("ex-ladder", "ex-hands"), True),
        (("mine", "def-bus"), True),
    ],
)
def test_the_gated_one_waits_for_two_other_kinds(done: tuple[str, ...], open_: bool) -> None:
    kinds = finished_kinds(TEXTS, PRACTICES, done)
    assert opened(TEXTS[2], kinds) == open_ and all(opened(one, frozenset()) for one in TEXTS[:2])


def test_a_draft_is_kept_erased_and_never_blank(house: House, open_again: Callable[[], House]) -> None:
    house.exercises.keep_draft("half a \ud800thou")
    again = open_again()
    assert again.exercises.draft() == "half a \ufffdthou"
    again.exercises.keep_draft(" \n")
    assert again.exercises.draft() == ""


def test_an_exercise_that_was_broken_off_is_no_practice(house: House, open_again: Callable[[], House]) -> None:
    feet = house.practices.one("ack-feet")
    assert feet is not None
    practice = house.sittings.begin(feet)
    exercise = house.sittings.begin(LADDER)
    again = open_again()
    going, broken = again.sittings.going(), again.sittings.going_exercise()
    assert going is not None and broken is not None and (going.id, broken.id) == (practice.id, exercise.id)
    again.sittings.stop(exercise.id)
    assert again.sittings.going_exercise() is None and again.sittings.going() is not None
