"""The visitors as a person would see them: they come, stay, go on in their own time, and none is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guesthouse.domain.scene import Scene
from guesthouse.sim.frame import Doing, Stir
from guesthouse.sim.temper import LINGER_IN_ALL, SECOND
from guesthouse.sim.world import World
from tests.sim.watching import doing_over_time, live

MINUTE = 60 * SECOND


def story(scene: Scene, fps: int) -> list[tuple[int, int, str, float, float]]:
    """A visit with inputs at whole seconds, told as where everyone is each whole second."""
    world, told = World(scene, seed=7), []
    for second in range(400):
        if second in (0, 2, 3, 40, 41, 42, 43, 90):
            world.let_in(second)
        if second in (5, 50, 95):
            world.nudge(second - second % 5 if second == 50 else 3)
        world.slower = 120 <= second < 150
        live(world, 1.0, fps)
        told += [(second, f.id, f.doing.name, round(f.x, 6), round(f.y, 6)) for f in world.frame().figures]
    return told


def test_the_same_at_30_60_and_144_frames_a_second(scene: Scene) -> None:
    assert story(scene, 30) == story(scene, 60) == story(scene, 144)


def test_another_seed_is_another_visit(scene: Scene) -> None:
    ends = []
    for seed in range(8):
        world = World(scene, seed)
        world.let_in(1)
        minutes = 0
        while world.present:
            world.advance(SECOND)
            minutes += 1
        ends.append(minutes)
    assert len(set(ends)) > 5, "stays differ each time"


def test_a_visitor_comes_from_the_edge_stands_and_goes_over_the_hill(scene: Scene) -> None:
    world = World(scene, seed=1)
    world.let_in(1)
    first = world.frame().figures[0]
    assert first.x < 0, "it comes from outside the picture"
    doings = doing_over_time(world, 1, 20)
    assert doings[0] is Doing.COMING and Doing.STANDING in doings and doings[-1] is Doing.LEAVING
    assert not world.present


def test_stays_last_from_tens_of_seconds_to_minutes(scene: Scene) -> None:
    stays = []
    for seed in range(60):
        world = World(scene, seed)
        world.let_in(1)
        whole = 0
        while world.present:
            world.advance(SECOND)
            whole += 1
        stays.append(whole)
    assert min(stays) > 35 and max(stays) > 240 and len(set(stays)) > 30


def test_some_sit_down_for_long_and_some_come_again(scene: Scene) -> None:
    habits: Counter[Doing] = Counter()
    for seed in range(60):
        world = World(scene, seed)
        world.let_in(1)
        habits.update(set(doing_over_time(world, 1, 12)))
    assert 5 <= habits[Doing.SITTING] <= 25
    assert 5 <= habits[Doing.TURNING_BACK] <= 30
    assert habits[Doing.STANDING] == 60


def test_positions_never_jump(scene: Scene) -> None:
    world = World(scene, seed=3)
    before: dict[int, tuple[float, float]] = {}
    for tick in range(60 * 300):
        if tick % 900 == 0:
            world.let_in(tick)
        if tick % 700 == 350 and world.present:
            world.nudge(world.present[-1])
        world.advance(SECOND // 60)
        now = {f.id: (f.x, f.y) for f in world.frame().figures}
        for key, (x, y) in now.items():
            was = before.get(key, (x, y))
            assert abs(x - was[0]) < 6 and abs(y - was[1]) < 6, (tick, key)
        before = now


@pytest.mark.parametrize("crowd", [1, 7, 200])
def test_none_is_lost_however_many_come(scene: Scene, crowd: int) -> None:
    world = World(scene, seed=5)
    for i in range(crowd):
        world.let_in(i)
    assert len(world.frame().figures) == len(world.present) == crowd
    gone: list[int] = []
    while world.present:
        gone += world.advance(MINUTE)
        assert len(gone) + len(world.present) == crowd
    assert sorted(gone) == list(range(crowd))


def test_a_crowd_waits_in_a_line_that_can_be_seen_and_the_rest_behind_the_hill(scene: Scene) -> None:
    world = World(scene, seed=5)
    for i in range(200):
        world.let_in(i)
    live(world, 20)
    frame = world.frame()
    waiting = [f for f in frame.figures if f.doing is Doing.WAITING]
    seen = [f for f in waiting if not f.unseen]
    assert len(waiting) > 180 and frame.more_behind_hill
    assert len(seen) > 5
    assert len({(round(f.x), round(f.y)) for f in seen}) == len(seen), "nobody stands on another"


def test_whoever_was_typed_last_comes_in_next(scene: Scene) -> None:
    world = World(scene, seed=5)
    for i in range(30):
        world.let_in(i)
        live(world, 4)
    waiting = {f.id for f in world.frame().figures if f.doing is Doing.WAITING}
    newest = max(waiting)
    while newest in waiting and waiting == {f.id for f in world.frame().figures if f.doing is Doing.WAITING}:
        world.advance(SECOND)
    assert newest not in {f.id for f in world.frame().figures if f.doing is Doing.WAITING}


def how_long(scene: Scene, seed: int, nudges: list[int]) -> int:
    """Seconds until a single visitor has gone, nudged at these seconds."""
    world, second = World(scene, seed), 0
    world.let_in(1)
    while world.present:
        for _ in range(nudges.count(second)):
            world.nudge(1)
        world.advance(SECOND)
        second += 1
    return second


@settings(max_examples=40)
@given(seed=st.integers(0, 500), nudges=st.lists(st.integers(0, 500), max_size=12))
def test_a_nudge_makes_it_linger_some_minutes_at_most_and_never_go_sooner(
    scene: Scene, seed: int, nudges: list[int]
) -> None:
    plain, nudged = how_long(scene, seed, []), how_long(scene, seed, nudges)
    assert plain <= nudged <= plain + LINGER_IN_ALL // SECOND + 1


def test_one_nudge_on_the_path_stops_it_there_and_it_looks_at_you(scene: Scene) -> None:
    world = World(scene, seed=1)
    world.let_in(1)
    live(world, 3)
    world.nudge(1)
    before = world.frame().figures[0]
    live(world, 5)
    after = world.frame().figures[0]
    assert (before.x, before.y) == (after.x, after.y) and after.looks_at_you
    assert after.pose.stride is None and after.pose.gaze == 0
    live(world, 60)
    assert world.frame().figures[0].x > after.x, "it walks on in the end"


def test_one_who_waits_looks_up_when_nudged_and_goes_on_waiting(scene: Scene) -> None:
    world = World(scene, seed=1)
    for i in range(10):
        world.let_in(i)
    live(world, 2)
    world.nudge(3)
    assert next(f for f in world.frame().figures if f.id == 3).looks_at_you


def test_slower_takes_twice_as_long_and_pausing_is_no_time_at_all(scene: Scene) -> None:
    world, slow = World(scene, seed=9), World(scene, seed=9)
    slow.slower = True
    for w in (world, slow):
        w.let_in(1)
    live(world, 10)
    live(slow, 20)
    assert world.frame().figures == slow.frame().figures
    before = slow.frame()
    slow.advance(0)
    assert slow.frame() == before


def test_sleeping_until_the_next_change_gives_the_same_visit(scene: Scene) -> None:
    awake, sleeper = World(scene, seed=4), World(scene, seed=4)
    for w in (awake, sleeper):
        for i in range(9):
            w.let_in(i)
    gone_awake = live(awake, 900)
    gone_asleep: list[int] = []
    left = 900 * SECOND
    while (nap := sleeper.until_next_change()) is not None and nap <= left:
        gone_asleep += sleeper.advance(max(1, nap))
        left -= max(1, nap)
    assert gone_awake == gone_asleep


def test_an_empty_garden_is_at_rest_and_says_so(scene: Scene) -> None:
    world = World(scene, seed=1)
    assert world.frame().stir is Stir.REST and world.until_next_change() is None
    world.let_in(1)
    assert world.frame().stir is Stir.WALKING
    live(world, 30)
    assert world.frame().stir is Stir.IDLE


def test_the_last_steps_are_behind_the_hill(scene: Scene) -> None:
    world = World(scene, seed=1)
    world.let_in(1)
    last = world.frame().figures[0]
    while world.present:
        last = world.frame().figures[0]
        world.advance(SECOND // 10)
    assert last.behind_hill and last.y > scene.crest


def test_time_does_not_go_back(scene: Scene) -> None:
    with pytest.raises(ValueError):
        World(scene, seed=1).advance(-1)
