"""The flame as eyes would meet it: never the same, never wild, and far from any flashing."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guesthouse.sim.flame import FASTEST, Air, Flame

SEEDS = st.integers(0, 2**32)
STEP = 1 / 60
MINUTE = [number * STEP for number in range(60 * 60)]


def turns(values: list[float], least: float) -> int:
    """How often it went up or down by ``least`` after it had gone the other way."""
    found, upwards, edge = 0, True, values[0]
    for value in values:
        if (value > edge) == upwards:
            edge = value
        elif abs(value - edge) >= least:
            found, upwards, edge = found + 1, not upwards, value
    return found


@given(SEEDS, st.floats(0, 86_400))
def test_its_light_changes_by_less_than_a_tenth_in_any_second(seed: int, start: float) -> None:
    air = Air(seed)
    lights = [air.flame(start + number / 20).light for number in range(41)]
    for number, light in enumerate(lights[:21]):
        within = lights[number : number + 21]
        assert max(within) - min(within) < 0.1 * light


@given(SEEDS)
def test_nothing_goes_to_and_fro_three_times_a_second(seed: int) -> None:
    air = Air(seed)
    flames = [air.flame(seconds) for seconds in MINUTE[: 10 * 60]]
    for name in Flame.__slots__:
        assert turns([getattr(flame, name) for flame in flames], 0.0002) <= 2 * FASTEST * 10


@given(SEEDS, st.floats(0, 86_400))
def test_it_stays_a_candle_flame(seed: int, seconds: float) -> None:
    flame = Air(seed).flame(seconds)
    assert abs(flame.lean) < 0.22 and abs(flame.sway) < 0.06
    assert 0.9 < flame.reach < 1.1 and 0.95 < flame.breadth < 1.05


@given(SEEDS, st.floats(0, 3600))
def test_from_frame_to_frame_it_moves_a_little(seed: int, start: float) -> None:
    air = Air(seed)
    leans = [air.flame(start + number / 30).lean for number in range(30)]
    assert max(abs(one - other) for one, other in pairwise(leans)) < 0.03


def test_it_is_irregular() -> None:
    """No moment of ten minutes is like the first second, and both sides are visited."""
    air = Air(5)
    leans = [air.flame(number / 4).lean for number in range(4 * 600)]
    assert min(leans) < -0.03 and max(leans) > 0.03
    first = leans[:8]
    alike = [
        start
        for start in range(8, len(leans) - 8)
        if all(abs(one - other) < 0.001 for one, other in zip(first, leans[start:], strict=False))
    ]
    assert alike == []


def test_the_same_seed_is_the_same_flame() -> None:
    assert Air(7).flame(12.5) == Air(7).flame(12.5) != Air(8).flame(12.5)


def test_in_still_air_it_stands() -> None:
    assert Air(7).flame(12.5, 0.0) == Flame()


def test_less_lively_air_moves_it_less() -> None:
    lively, calm = (max(abs(Air(3).flame(t, share).lean) for t in MINUTE) for share in (1.0, 0.5))
    assert calm < 0.6 * lively
