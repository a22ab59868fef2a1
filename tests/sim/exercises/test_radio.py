"""The radio plays on: its loudness drifts within bounds, some of its words are always there, and nothing hurries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guesthouse.sim.exercises.radio import PACE, STEP, WIDENS, loudness, page, passed, period, until_next_page, widened

SECONDS = st.floats(0, 10_000)
SEEDS = st.integers(0, 2**48)
HEIGHTS = st.floats(10, 8000)


@given(SECONDS, SEEDS)
def test_it_drifts_within_bounds_and_slowly(seconds: float, seed: int) -> None:
    now, soon = loudness(seconds, seed), loudness(seconds + 0.1, seed)
    assert 0 <= now <= 1
    assert abs(now - soon) < 0.02, "nothing flashes"


@given(SECONDS, HEIGHTS)
def test_some_of_its_words_are_always_to_be_seen(seconds: float, words: float) -> None:
    window = 100.0
    gone, way = passed(seconds, words, window), period(words, window)
    first, second = -gone, -gone + way
    assert any(top < window and top + words > 0 for top in (first, second))


@given(st.floats(0, 500), HEIGHTS)
def test_all_of_them_pass_at_one_pace(seconds: float, words: float) -> None:
    way = period(words, 100.0)
    step = (passed(seconds + 0.1, words, 100.0) - passed(seconds, words, 100.0)) % way
    assert min(abs(step - PACE * 0.1), abs(step - PACE * 0.1 + way), abs(step - PACE * 0.1 - way)) < 1e-6
    assert PACE <= 20


@given(SECONDS, st.integers(1, 300))
def test_in_still_each_piece_stands_for_its_time(seconds: float, pages: int) -> None:
    assert 0 <= page(seconds, pages) < pages
    assert 0 < until_next_page(seconds) <= STEP


def test_the_ring_only_widens_and_then_is_over() -> None:
    shares = [widened(tenth / 10) for tenth in range(round(WIDENS * 10))]
    assert shares == sorted(share for share in shares if share is not None)
    assert widened(WIDENS) is None and widened(-1) is None
