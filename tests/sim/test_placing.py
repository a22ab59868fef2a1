"""How near a visitor stays is for a person to say; that it goes, and when, is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guesthouse.domain.scene import Nearness, Scene
from guesthouse.sim.frame import Doing, Figure
from guesthouse.sim.temper import SECOND
from guesthouse.sim.world import World
from tests.sim.watching import doing_over_time, live

MINUTE = 60 * SECOND


def one(world: World, key: int) -> Figure:
    """One of those who are here."""
    return next(figure for figure in world.frame().figures if figure.id == key)


def test_you_can_sit_there_it_walks_to_the_bench_and_sits_as_long_as_it_likes(scene: Scene) -> None:
    for seed in range(12):
        world = World(scene, seed)
        world.let_in(1)
        live(world, 8)
        assert world.place(1, Nearness.SEAT)
        assert one(world, 1).doing is Doing.TO_BENCH
        doings = doing_over_time(world, 1, 20)
        assert doings == [Doing.TO_BENCH, Doing.SITTING, Doing.LEAVING]
        assert not world.present


def test_by_the_gate_it_stands_there_until_it_goes(scene: Scene) -> None:
    near = {spot.place.x for spot in scene.spots[:3]}
    for seed in range(12):
        world = World(scene, seed)
        world.let_in(1)
        live(world, 25)
        assert world.place(1, Nearness.GATE)
        stood = set()
        while world.present and one(world, 1).doing is not Doing.LEAVING:
            if one(world, 1).doing is Doing.STANDING:
                stood.add(one(world, 1).x)
            assert one(world, 1).doing in (Doing.COMING, Doing.STANDING)
            world.advance(SECOND)
        assert len(stood) == 1 and any(abs(x - y) < 0.01 for x in stood for y in near)


def test_placing_never_makes_it_jump(scene: Scene) -> None:
    for seed in range(4):
        world, was = World(scene, seed), None
        world.let_in(1)
        for tick in range(60 * 90):
            if tick % 611 == 600 and world.present:
                world.place(1, Nearness.SEAT if tick // 611 % 2 else Nearness.GATE)
            now = (one(world, 1).x, one(world, 1).y) if world.present else None
            if was and now:
                assert abs(now[0] - was[0]) < 6 and abs(now[1] - was[1]) < 6, (seed, tick)
            was = now
            world.advance(SECOND // 60)


def gone_at(world: World, key: int, told: dict[int, Nearness], nudges: list[int]) -> int:
    """Seconds until ``key`` has gone, told and nudged at these seconds."""
    for second in range(20_000):
        if second in told:
            world.place(key, told[second])
        for _ in range(nudges.count(second)):
            world.nudge(key)
        if key in world.advance(SECOND):
            return second
    raise AssertionError("it never goes")


@settings(max_examples=120, deadline=None)
@given(
    seed=st.integers(0, 2000),
    told=st.dictionaries(st.integers(0, 400), st.sampled_from(Nearness), min_size=1, max_size=4),
    nudges=st.lists(st.integers(0, 400), max_size=5),
    others=st.integers(0, 3),
)
def test_told_how_near_it_never_goes_sooner(
    scene: Scene, seed: int, told: dict[int, Nearness], nudges: list[int], others: int
) -> None:
    def world() -> World:
        made = World(scene, seed)
        for key in range(others + 1):
            made.let_in(key)
            live(made, 4)
        return made

    assert gone_at(world(), others, told, nudges) >= gone_at(world(), others, {}, nudges)


def test_both_seats_taken_is_said_and_nobody_has_to_stand_up(scene: Scene) -> None:
    world = World(scene, seed=1)
    for key in range(3):
        world.let_in(key)
        live(world, 4)
    assert world.place(0, Nearness.SEAT) and world.place(1, Nearness.SEAT)
    before = one(world, 2).doing
    assert not world.place(2, Nearness.SEAT)
    assert one(world, 2).doing is before
    assert world.place(0, Nearness.SEAT), "it sits there already"
    live(world, 60)
    assert {one(world, 0).doing, one(world, 1).doing} == {Doing.SITTING}


def test_one_who_waits_comes_in_next_and_straight_to_the_bench(scene: Scene) -> None:
    world = World(scene, seed=5)
    for key in range(30):
        world.let_in(key)
    live(world, 20)
    oldest = next(f.id for f in world.frame().figures if f.doing is Doing.WAITING)
    world.let_in(99)
    assert world.place(oldest, Nearness.SEAT)
    world.let_in(100)
    live(world, 4)
    assert one(world, oldest).doing is Doing.TO_BENCH
    assert one(world, 99).doing is one(world, 100).doing is Doing.WAITING


def test_one_who_waits_is_not_sent_to_a_gate_where_nobody_has_room(scene: Scene) -> None:
    world = World(scene, seed=5)
    world.room = 2
    for key in range(8):
        world.let_in(key)
    live(world, 20)
    waiting = next(f.id for f in world.frame().figures if f.doing is Doing.WAITING)
    assert not world.place(waiting, Nearness.GATE)
    world.room = 6
    assert world.place(waiting, Nearness.GATE)
    live(world, 4)
    assert one(world, waiting).doing in (Doing.COMING, Doing.STANDING)


def test_whoever_is_over_the_hill_or_unknown_is_not_called_back(scene: Scene) -> None:
    world = World(scene, seed=1)
    world.let_in(1)
    while not one(world, 1).behind_hill:
        world.advance(SECOND // 4)
    assert not world.place(1, Nearness.SEAT) and not world.place(77, Nearness.GATE)


@pytest.mark.parametrize("crowd", [20, 200])
def test_none_is_lost_when_many_are_told_where_to_stay(scene: Scene, crowd: int) -> None:
    world, gone = World(scene, seed=5), []
    for key in range(crowd):
        world.let_in(key)
    for minute in range(crowd * 10):
        for key in world.present[minute % 3 :: 7]:
            world.place(key, Nearness.SEAT if (minute + key) % 2 else Nearness.GATE)
        gone += world.advance(MINUTE)
        seated = [(f.x, f.y) for f in world.frame().figures if f.doing in (Doing.SITTING, Doing.STANDING)]
        assert len(set(seated)) == len(seated) and len(gone) + len(world.present) == crowd
        if minute > crowd * 6:
            break
    while world.present:
        gone += world.advance(MINUTE)
    assert sorted(gone) == list(range(crowd))


def test_telling_is_the_same_at_every_frame_rate_and_asleep(scene: Scene) -> None:
    def ends(fps: int) -> list[tuple[int, int]]:
        world, gone = World(scene, seed=11), []
        for second in range(1200):
            if second < 40 and second % 4 == 0:
                world.let_in(second)
            if second in (22, 51):
                world.place(8, Nearness.SEAT)
                world.place(20, Nearness.GATE)
            gone += [(second, key) for key in live(world, 1, fps)]
        return gone

    assert ends(1) == ends(30) == ends(144)
