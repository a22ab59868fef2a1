"""Nothing jumps, nothing goes back, and in Still nothing is on its way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from guesthouse.sim.exercises.ladder import on_the_way, stand
from guesthouse.sim.exercises.passage import ease, passed

SHARES = some.floats(0, 1)


@given(SHARES, SHARES)
def test_a_passage_never_goes_back(one: float, other: float) -> None:
    assert ease(min(one, other)) <= ease(max(one, other))


def test_a_passage_begins_where_it_was_and_ends_where_it_goes() -> None:
    assert (ease(-1), ease(0), ease(1), ease(2)) == (0, 0, 1, 1)


def test_in_still_everything_is_there_at_once() -> None:
    assert passed(0, "still", 1.2) == 1


@pytest.mark.parametrize("level", ["full", "calm"])
def test_elsewhere_it_takes_a_while(level: str) -> None:
    assert passed(0, level, 1.2) == 0
    assert 0 < passed(0.3, level, 1.2) < 1


def test_each_rung_adds_one_frame_and_stands_further_back() -> None:
    rungs = [stand(height) for height in (0, 1, 2)]
    assert [rung.frames for rung in rungs] == [(0, 0), (1, 0), (1, 1)]
    assert [rung.back for rung in rungs] == [0, 0.5, 1]


@given(some.floats(0, 3))
def test_on_the_way_one_stands_between_the_two_rungs(seconds: float) -> None:
    assert 0.5 <= on_the_way(1, 2, seconds).back <= 1
    assert 0 <= on_the_way(1, 0, seconds).back <= 0.5
