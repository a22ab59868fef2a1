"""The card stays in view all the way, on every page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from guesthouse.sim.exercises.hands import carried, resting


@given(some.floats(200, 4000), some.floats(120, 2400), some.floats(0, 1))
def test_all_of_the_card_is_always_in_view(wide: float, high: float, share: float) -> None:
    at = carried(wide, high, share)
    assert at.width / 2 <= at.x <= wide - at.width / 2
    assert at.height / 2 <= at.y <= high - at.height / 2


@given(some.floats(200, 4000), some.floats(120, 2400))
def test_it_is_lower_in_the_lap_and_never_a_dot(wide: float, high: float) -> None:
    near, low = carried(wide, high, 0), carried(wide, high, 1)
    assert low.y > near.y
    assert low.width == pytest.approx(near.width * resting(wide, high))
    assert low.width > near.width * 0.43


def test_before_the_eyes_it_fills_the_view() -> None:
    at = carried(1068, 680, 0)
    assert at.width * at.height > 0.6 * 1068 * 680
