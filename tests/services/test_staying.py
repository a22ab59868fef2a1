"""A lock closes the house for a while: who is on stage stays, if it is written down."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from guesthouse.domain.staying import NOTHING_STAYS, Staying
from guesthouse.domain.visit import Departure, Visit
from guesthouse.house import House, open_house
from guesthouse.paths import Paths
from tests.safety.hands import Clock, let_in


def opened(folder: Path, clock: Clock, key: bytes | None, staying: Staying = NOTHING_STAYS) -> House:
    return open_house(Paths.under(folder), clock=clock, random=random.Random(7), key=key, alone=True, staying=staying)


def visits(house: House) -> list[Visit]:
    return [visit for guest in house.guest_book.find() for visit in house.guest_book.visits(guest.id)]


def locked(house: House, tmp_path: Path, clock: Clock, key: bytes | None) -> House:
    """The house is closed for a while, and open again."""
    return opened(tmp_path, clock, key, staying=house.close(staying=True))


@pytest.fixture
def standing(tmp_path: Path, key: bytes | None, clock: Clock) -> House:
    """A house with two on stage, one of them for the second time."""
    house = opened(tmp_path, clock, key)
    first = let_in(house, "I am not good enough").visit_id
    assert first is not None
    house.visitors.see_off([first], Departure.OVER_THE_HILL)
    let_in(house, "i am NOT good enough!")
    let_in(house, "Who do I think I am")
    return house


def test_visits_go_on_over_a_lock_and_end_in_their_own_way(
    standing: House, tmp_path: Path, clock: Clock, key: bytes | None
) -> None:
    house = locked(standing, tmp_path, clock, key)
    going = [visit for visit in visits(house) if visit.departure is None]
    assert {visit.words for visit in going} == {"i am NOT good enough!", "Who do I think I am"}

    house.visitors.see_off([going[0].id], Departure.OVER_THE_HILL)
    house.close()
    again = opened(tmp_path, clock, key)
    ends = {visit.id: visit.departure for visit in visits(again)}
    assert ends[going[0].id] is Departure.OVER_THE_HILL
    assert ends[going[1].id] is Departure.APP_CLOSED
    assert all(visit.departed is not None for visit in visits(again))
    again.close()


def test_who_goes_on_comes_with_the_words_and_looks_of_the_file_in_the_order_asked_for(
    standing: House, tmp_path: Path, clock: Clock, key: bytes | None
) -> None:
    before = {visit.words: visit.id for visit in visits(standing) if visit.departure is None}
    house = locked(standing, tmp_path, clock, key)
    second, first = house.visitors.go_on([before["Who do I think I am"], before["i am NOT good enough!"]])

    assert (first.words, first.returning) == ("i am NOT good enough!", True)
    assert (second.words, second.returning) == ("Who do I think I am", False)
    again = let_in(house, "I am not good enough", keep=False)
    assert first.seed == again.seed and first.visit_id == before[first.words]
    house.close()


def test_whose_visit_has_ended_or_is_not_in_the_file_does_not_come_back(
    standing: House, tmp_path: Path, clock: Clock, key: bytes | None
) -> None:
    ended = next(visit.id for visit in visits(standing) if visit.departure is not None)
    staying = standing.close(staying=True)
    house = opened(tmp_path, clock, key, staying=Staying(staying.visits | {"of another file", ended}))

    assert house.visitors.go_on(["of another file", ended]) == []
    assert house.visitors.on_stage == staying.visits
    house.close()


def test_the_app_that_ends_while_locked_has_ended_its_visits_at_the_next_opening(
    standing: House, tmp_path: Path, clock: Clock, key: bytes | None
) -> None:
    staying = standing.close(staying=True)
    assert len(staying.visits) == 2
    again = opened(tmp_path, clock, key)

    forgotten = [visit for visit in visits(again) if visit.id in staying.visits]
    assert [(visit.departure, visit.departed) for visit in forgotten] == [(Departure.APP_CLOSED, None)] * 2
    again.close()


def test_what_was_broken_off_in_another_run_is_ended_beside_those_who_stay(
    standing: House, tmp_path: Path, clock: Clock, key: bytes | None
) -> None:
    staying = standing.close(staying=True)
    one = min(staying.visits)
    house = opened(tmp_path, clock, key, staying=Staying(frozenset({one})))

    assert {visit.id for visit in visits(house) if visit.departure is None} == {one}
    house.close()


def test_a_house_that_closes_for_good_leaves_nothing(standing: House) -> None:
    assert standing.close() == NOTHING_STAYS


def test_an_exercise_that_is_offered_once_is_not_offered_again_after_a_lock(
    standing: House, tmp_path: Path, clock: Clock, key: bytes | None
) -> None:
    texts = standing.exercises.all()
    gated = next(text for text in texts if text.gated)
    for text in texts:
        standing.exercises.finished(text)
    assert gated in standing.exercises.offered()
    standing.exercises.begun(gated)

    house = locked(standing, tmp_path, clock, key)
    assert house.exercises.was_done(texts[0])
    assert gated not in house.exercises.offered()
    house.close()
