"""The bus: it goes while it is driven, never faster than wanted, and everyone stays aboard."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guesthouse.sim.exercises.bus import PACES, RAMP, Turn, is_steady, is_walking, riders, speed, until_change, way

SECONDS = st.floats(0, 2000)
SEEDS = st.integers(0, 2**48)
TURNS = st.lists(st.tuples(st.floats(0.1, 30), st.sampled_from(list(PACES))), max_size=8)


def turns_of(said: list[tuple[float, str]]) -> list[Turn]:
    """Turns one after another."""
    turns, when = [], 0.0
    for pause, pace in said:
        when += pause
        turns.append(Turn(when, pace))
    return turns


@given(SECONDS)
def test_it_stands_until_it_is_driven(seconds: float) -> None:
    assert way([], seconds) == 0 and speed([], seconds) == 0 and is_steady([], seconds)


@given(TURNS, SECONDS)
def test_it_is_never_faster_than_drive_on(said: list[tuple[float, str]], seconds: float) -> None:
    turns = turns_of(said)
    assert 0 <= speed(turns, seconds) <= PACES["drive"] + 1e-6
    assert way(turns, seconds + 0.1) - way(turns, seconds) <= PACES["drive"] * 0.1 + 1e-6
    assert way(turns, seconds + 0.1) >= way(turns, seconds) - 1e-6, "it does not go backwards"


@given(TURNS, st.floats(0, 500))
def test_stood_it_stays_where_it_is(said: list[tuple[float, str]], later: float) -> None:
    turns = turns_of([*said, (1.0, "stand")])
    stopped = turns[-1].since + RAMP
    assert is_steady(turns, stopped)
    assert abs(way(turns, stopped + later) - way(turns, stopped)) < 1e-6


@given(st.integers(1, 4), SEEDS, SECONDS)
def test_all_of_them_are_always_aboard_and_one_at_most_stands(count: int, seed: int, seconds: float) -> None:
    there = riders(count, seed, seconds)
    assert len(there) == count
    assert all(0 <= rider.forward <= 1 for rider in there)
    assert sum(rider.forward > 0 for rider in there) <= 1
    assert all(rider.forward == 1 for rider in there if rider.speaks)


@given(st.integers(1, 4), SEEDS)
def test_each_of_them_comes_to_the_front(count: int, seed: int) -> None:
    spoke = {
        number
        for second in range(6, 6 + 22 * count)
        for number, rider in enumerate(riders(count, seed, float(second)))
        if rider.speaks
    }
    assert spoke == set(range(count))


@given(st.integers(1, 4), SEEDS, SECONDS)
def test_between_two_changes_nothing_changes_without_walking(count: int, seed: int, seconds: float) -> None:
    left = until_change(count, seconds)
    assert left is not None and left > 0
    if not is_walking(count, seed, seconds) and left > 0.01:
        assert [rider.speaks for rider in riders(count, seed, seconds)] == [
            rider.speaks for rider in riders(count, seed, seconds + left * 0.98)
        ]
