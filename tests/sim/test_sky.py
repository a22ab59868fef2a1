"""Clouds (clinical.md §1.3 no. 2): slower than leaves, and a cloud may park."""

from __future__ import annotations

from guesthouse.domain.scene import Scene
from guesthouse.sim.frame import Doing
from guesthouse.sim.sky import MANNER, sky
from guesthouse.sim.stream import MANNER as STREAM
from guesthouse.sim.temper import SECOND
from tests.sim.watching import figure, live


def test_the_sky_is_slower_than_the_stream() -> None:
    assert 9 <= MANNER.pace <= 14 < 22 <= STREAM.pace <= 26


def test_some_clouds_park_for_minutes_and_lie_still(air: Scene) -> None:
    parked = 0
    longest = 0
    for seed in range(60):
        found, stood, places = sky(air, seed), 0, set()
        found.let_in(1)
        while found.present:
            if figure(found, 1).doing is Doing.HELD:
                stood += 1
                places.add((figure(found, 1).x, figure(found, 1).y))
            found.advance(SECOND)
        parked += stood > 0
        longest = max(longest, stood)
        assert len(places) <= 2, "a parked cloud does not move"
    assert 12 <= parked <= 40 and longest > 180


def test_clouds_take_different_heights(air: Scene) -> None:
    found = sky(air, 2)
    for key in range(6):
        found.let_in(key)
        live(found, 12)
    heights = {lane.route[0].y for lane in air.lanes}
    assert len({round(f.y) for f in found.frame().figures} & {round(height) for height in heights}) == 3
