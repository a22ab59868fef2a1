"""The ring of thirty seconds: about one mark a second, none ever goes down, and the end is the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guesthouse.sim.exercises.loop import BEAT, LASTS, SLOWER, TRIAL, is_over, mark, marks, until_next

BEATS = st.sampled_from([BEAT, SLOWER])


def test_the_dose_is_the_one_that_was_studied() -> None:
    assert (LASTS, BEAT, TRIAL) == (30.0, 1.0, 10.0)
    assert marks(LASTS) == 30 and SLOWER > BEAT


@given(st.integers(0, 29), st.floats(0, 60), st.floats(0, 5), BEATS, st.booleans())
def test_no_mark_ever_goes_down_again(number: int, seconds: float, later: float, beat: float, stepped: bool) -> None:
    now = mark(number, seconds, beat=beat, stepped=stepped)
    assert 0 <= now <= mark(number, seconds + later, beat=beat, stepped=stepped) <= 1


@given(st.floats(0, 29), BEATS)
def test_never_more_than_one_beat_a_second(seconds: float, beat: float) -> None:
    begun = [number for number in range(30) if 0 < mark(number, seconds, beat=beat) < 1]
    assert len(begun) <= round(beat)


@pytest.mark.parametrize("beat", [BEAT, SLOWER])
def test_when_the_ring_is_closed_the_time_is_over(beat: float) -> None:
    assert all(mark(number, LASTS, beat=beat) == 1 for number in range(30))
    assert is_over(LASTS, LASTS) and not is_over(LASTS - 0.001, LASTS)


@given(st.floats(0, 30), BEATS)
def test_the_next_look_is_never_past_the_end(seconds: float, beat: float) -> None:
    assert seconds + until_next(seconds, LASTS, beat=beat) <= LASTS + 1e-9
