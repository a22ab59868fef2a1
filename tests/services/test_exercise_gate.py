"""One word, thirty seconds: not there before two others were done, and not there again while the house is open."""

from __future__ import annotations

from collections.abc import Callable

from guesthouse.domain.exercise import ExerciseText
from guesthouse.house import House

GATED = "loop"


def offered(house: House) -> list[str]:
    return [text.id for text in house.exercises.offered()]


def text_of(house: House, name: str) -> ExerciseText:
    found = house.exercises.one(name)
    assert found is not None
    return found


def test_it_is_hidden_until_two_others_were_done(house: House) -> None:
    assert GATED not in offered(house)
    others = offered(house)
    house.exercises.finished(text_of(house, "ladder"))
    house.exercises.finished(text_of(house, "ladder"))
    assert GATED not in offered(house), "one twice is not two"
    house.exercises.finished(text_of(house, "hands"))
    assert offered(house) == [*others, GATED]


def test_what_was_done_in_an_earlier_visit_counts_where_it_was_kept(open_again: Callable[[], House]) -> None:
    house = open_again()
    for name in ("ladder", "noted"):
        sitting = house.sittings.begin(text_of(house, name).sat)
        house.sittings.finish(sitting.id)
    assert GATED in offered(open_again())


def test_once_begun_it_is_not_there_again_in_the_same_visit(open_again: Callable[[], House]) -> None:
    house = open_again()
    for name in ("ladder", "theme"):
        house.exercises.finished(text_of(house, name))
    house.exercises.begun(text_of(house, GATED))
    assert GATED not in offered(house), "finished or broken off, written down or not"


def test_it_does_not_open_itself(house: House) -> None:
    house.exercises.finished(text_of(house, GATED))
    house.exercises.finished(text_of(house, "hands"))
    assert GATED not in offered(house)


def test_whether_one_was_done_before_is_known(open_again: Callable[[], House]) -> None:
    house = open_again()
    ball = text_of(house, "ball")
    house.sittings.stop(house.sittings.begin(ball.sat).id)
    assert not house.exercises.was_done(ball), "broken off is not done"
    house.exercises.finished(ball)
    assert house.exercises.was_done(ball), "written down or not"
    assert not open_again().exercises.was_done(ball), "and what was not is not known later"


def test_done_in_its_practice_is_done(open_again: Callable[[], House]) -> None:
    house = open_again()
    practice = house.practices.one("def-ball")
    assert practice is not None
    house.sittings.finish(house.sittings.begin(practice).id)
    assert open_again().exercises.was_done(text_of(house, "ball"))
