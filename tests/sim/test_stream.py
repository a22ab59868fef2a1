"""Leaves on a stream (clinical.md §1.3 no. 1): a slow constant current, and eddies in which some linger."""

from __future__ import annotations

from collections import Counter
from math import hypot

import pytest

from guesthouse.domain.scene import Scene
from guesthouse.sim.frame import Doing, Stir
from guesthouse.sim.stream import stream
from guesthouse.sim.temper import LINGER, SECOND
from tests.sim.watching import figure, how_long, live, seen


def held(scene: Scene, seed: int) -> list[int]:
    """How many seconds one leaf lingered, each time it did."""
    water, times, was = stream(scene, seed), [], False
    water.let_in(1)
    while water.present:
        now = figure(water, 1).doing is Doing.HELD
        if now and not was:
            times.append(0)
        if now:
            times[-1] += 1
        was = now
        water.advance(SECOND)
    return times


def caught(scene: Scene, crowd: int = 1) -> int:
    """A seed under which the leaf 0 is caught in an eddy within two minutes."""
    for seed in range(100):
        water = stream(scene, seed)
        for key in reversed(range(crowd)):
            water.let_in(key, scene.lanes[1].id)
        live(water, 20)
        for _ in range(100):
            live(water, 1, fps=1)
            if 0 in water.present and figure(water, 0).doing is Doing.HELD:
                return seed
    raise AssertionError("none is ever caught")


def test_most_drift_by_some_linger_and_some_linger_twice(water: Scene) -> None:
    times = [held(water, seed) for seed in range(150)]
    often = Counter(len(one) for one in times)
    assert 40 <= often[0] <= 110 and 35 <= often[1] <= 90 and 8 <= often[2] <= 40
    assert set(often) == {0, 1, 2}
    stays = [stay for one in times for stay in one]
    assert min(stays) >= 29 and max(stays) <= 241 and max(stays) > 150 and len(set(stays)) > 40


def test_an_undisturbed_leaf_takes_the_same_time_as_any_other(water: Scene) -> None:
    free = [seed for seed in range(40) if not held(water, seed)]
    lanes = set()
    for seed in free:
        found = stream(water, seed)
        found.let_in(1, "lane-2")
        lanes.add(how_long(found, []))
    assert len(lanes) == 1


def test_in_the_eddy_it_circles_slowly_within_a_few_units(water: Scene) -> None:
    found = stream(water, caught(water))
    found.let_in(0, "lane-1")
    while figure(found, 0).doing is not Doing.HELD:
        live(found, 1)
    spots = [spot.place for spot in water.lanes[1].spots]
    places = []
    while figure(found, 0).doing is Doing.HELD:
        one = figure(found, 0)
        places.append((one.x, one.y))
        assert min(hypot(one.x - spot.x, one.y - spot.y) for spot in spots) < 8
        assert found.frame().stir is Stir.IDLE
        live(found, 1)
    assert len({(round(x, 1), round(y, 1)) for x, y in places}) > 15, "it does not lie dead"


def test_others_drift_past_one_in_an_eddy(water: Scene) -> None:
    found = stream(water, caught(water))
    found.let_in(0, "lane-1")
    while figure(found, 0).doing is not Doing.HELD:
        live(found, 1)
    where = figure(found, 0)
    found.let_in(1, "lane-1")
    live(found, 20)
    assert figure(found, 1).y != where.y and figure(found, 1).doing is Doing.PASSING


def test_two_never_lie_in_one_eddy(water: Scene) -> None:
    for seed in range(6):
        found = stream(water, seed)
        for key in range(40):
            found.let_in(key)
        for _ in range(600):
            live(found, 1, fps=1)
            still = [f for f in seen(found).values() if f.doing is Doing.HELD]
            for i, one in enumerate(still):
                assert all(hypot(one.x - other.x, one.y - other.y) > 40 for other in still[:i])


def test_a_touch_makes_one_in_an_eddy_circle_on_and_others_drift_on(water: Scene) -> None:
    seed = caught(water)

    def ends(nudge: bool) -> float:
        found = stream(water, seed)
        found.let_in(0, "lane-1")
        while figure(found, 0).doing is not Doing.HELD:
            live(found, 1)
        found.let_in(1, "lane-1")
        live(found, 2)
        before = figure(found, 1).x
        if nudge:
            found.nudge(0)
        live(found, 2)
        assert figure(found, 1).x > before
        seconds = 0
        while 0 in found.present and figure(found, 0).doing is Doing.HELD:
            live(found, 1)
            seconds += 1
        return seconds

    assert ends(nudge=True) >= ends(nudge=False) + LINGER // SECOND


def test_a_leaf_bobs_and_two_do_not_bob_in_step(water: Scene) -> None:
    found = stream(water, 1)
    found.let_in(1)
    found.let_in(2)
    live(found, 10)
    assert figure(found, 1).pose.stride is None
    bobs = [(figure(found, 1).pose.breath, figure(found, 2).pose.breath) for _ in range(30) if live(found, 1) == []]
    assert max(a for a, _ in bobs) > 0.7 and min(a for a, _ in bobs) < -0.7
    assert any(abs(a - b) > 0.1 for a, b in bobs)


def test_empty_water_is_fine(water: Scene) -> None:
    found = stream(water, 1)
    found.let_in(1)
    while found.present:
        live(found, 5)
    assert found.frame().figures == () and found.until_next_change() is None
    assert live(found, 600) == []


@pytest.mark.parametrize("seed", range(5))
def test_the_first_few_spread_over_the_strands(water: Scene, seed: int) -> None:
    found = stream(water, seed)
    for key in range(3):
        found.let_in(key)
        live(found, 4)
    heights = {round(f.y) for f in found.frame().figures}
    assert len(heights) >= 2


def test_into_the_eddy_and_out_of_it_a_leaf_never_jumps_nor_jerks(water: Scene) -> None:
    found = stream(water, caught(water))
    found.let_in(0, "lane-1")
    for key in (1, 2):
        live(found, 16)
        found.let_in(key, "lane-1")
    was, before = seen(found), {}
    for tick in range(10 * 240):
        if tick in (150, 400) and 2 in found.present:
            found.nudge(2)
        live(found, 0.1, fps=10)
        now = seen(found)
        steps = {key: (now[key].x - was[key].x, now[key].y - was[key].y) for key in now.keys() & was.keys()}
        for key in steps.keys() & before.keys():
            assert hypot(*steps[key]) < 2.7, "never faster than the current"
            assert hypot(steps[key][0] - before[key][0], steps[key][1] - before[key][1]) < 0.5, (tick, key)
        was, before = now, steps
