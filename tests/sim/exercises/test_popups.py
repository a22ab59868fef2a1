"""Notes at the side: at most one at a time, at least twelve seconds apart, and whoever is not moved stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guesthouse.sim.exercises.popups import CALM, arrival, desk

SEEDS = st.integers(0, 2**48)
PAUSES = st.lists(st.floats(0, 40), min_size=3, max_size=3)


def arrivals(seed: int, pauses: list[float]) -> tuple[list[float], list[float]]:
    """When three came, each moved so many seconds after it came."""
    came: list[float] = []
    moved: list[float] = []
    for pause in pauses:
        comes = arrival(3, seed, moved)
        assert comes is not None
        came.append(comes)
        moved.append(comes + pause)
    return came, moved


@given(SEEDS, PAUSES)
def test_never_in_quick_succession(seed: int, pauses: list[float]) -> None:
    came, moved = arrivals(seed, pauses)
    assert came[0] >= 5
    for place in (1, 2):
        assert came[place] - came[place - 1] >= 12
        assert came[place] - moved[place - 1] >= CALM


@given(SEEDS, PAUSES, st.floats(0, 1e6))
def test_all_that_came_are_still_there(seed: int, pauses: list[float], later: float) -> None:
    came, moved = arrivals(seed, pauses)
    for many in range(4):
        seen = desk(3, seed, (came[many] if many < 3 else moved[2]) + later, moved[:many])
        assert seen.tray == tuple(range(many))
        assert seen.side == (many if many < 3 else None)


@given(SEEDS)
def test_the_same_seed_brings_them_at_the_same_time(seed: int) -> None:
    assert arrival(3, seed, []) == arrival(3, seed, [])
    assert desk(3, seed, 0.0, []).side is None
