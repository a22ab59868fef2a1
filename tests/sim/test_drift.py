"""What holds of all that passes, whether it floats, flies or rolls: one pace, its own time, and none on another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guesthouse.domain.scene import Nearness, Scene
from guesthouse.sim.course import Course
from guesthouse.sim.courses import course
from guesthouse.sim.drift import Drift
from guesthouse.sim.frame import Doing, Stir
from guesthouse.sim.passage import Passage
from guesthouse.sim.temper import LINGER_IN_ALL, SECOND
from tests.sim.watching import all_go, asleep, fastest, figure, how_long, live, nearest, seen, told

SCENES = ["water", "air", "rails", "belt"]
BODY = 0.75
"""The least part of the gap that is left between two: whoever is held comes to rest gently, within a body's length."""


@pytest.fixture(params=SCENES)
def passing(request: pytest.FixtureRequest) -> Scene:
    """Each of the scenes in which things pass."""
    found: Scene = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=SCENES[:3])
def drifting(request: pytest.FixtureRequest) -> Scene:
    """Each of the scenes whose lanes lead away."""
    found: Scene = request.getfixturevalue(request.param)
    return found


def made(scene: Scene, seed: int) -> Passage:
    """The scene's behaviour."""
    found = course(scene, seed)
    assert isinstance(found, Passage)
    return found


def gap_in_steps(found: Passage) -> float:
    """The gap between two on one lane."""
    return found.gap


def test_the_same_at_30_60_and_144_frames_a_second(passing: Scene) -> None:
    stories = [told(made(passing, 7), fps) for fps in (1, 30, 60, 144)]
    assert len(stories[0]) > 500 and all(story == stories[0] for story in stories)


def test_another_seed_is_another_visit(passing: Scene) -> None:
    times = set()
    for seed in range(12):
        found = made(passing, seed)
        found.let_in(1)
        times.add(how_long(found, []))
    assert len(times) > 3


def test_leaves_and_clouds_come_up_in_sight_and_the_others_from_outside(passing: Scene) -> None:
    found = made(passing, 3)
    found.let_in(1)
    route = next(lane.route for lane in passing.lanes if lane.route[0].y == figure(found, 1).y)
    first = figure(found, 1)
    if _name(passing) in ("water", "air"):
        assert gap_in_steps(found) / 2 * first.scale <= first.x < passing.width / 4
        assert first.there == 0.0
        live(found, 1)
        assert 0.0 < figure(found, 1).there < 1.0
        live(found, 1)
    else:
        assert first.x == route[0].x or first.x <= -gap_in_steps(found) / 2 * first.scale
    assert figure(found, 1).there == 1.0
    last = figure(found, 1)
    while found.present:
        last = figure(found, 1)
        live(found, 1)
    assert last.x > route[-1].x - 40


def test_nothing_gets_faster_however_it_is_touched(passing: Scene) -> None:
    pace = {"water": (22, 26), "air": (9, 14), "rails": (24, 40), "belt": (20, 36)}[_name(passing)]
    for seed in range(4):
        found = made(passing, seed)
        for key in range(12):
            found.let_in(key)
        assert pace[0] <= fastest(found, seed, 400) <= pace[1] + 0.01


def test_nothing_jumps_and_nothing_stops_dead(drifting: Scene) -> None:
    found = made(drifting, 1)
    found.let_in(1)
    live(found, 20)
    found.nudge(1)
    xs = [figure(found, 1).x]
    for _ in range(60 * 60):
        found.advance(SECOND // 60)
        xs.append(figure(found, 1).x)
    steps = [b - a for a, b in pairwise(xs)]
    usual = max(steps)
    assert min(steps) == 0.0, "it came to rest"
    assert all(abs(b - a) < usual / 40 for a, b in pairwise(steps)), "gently"


def test_a_hidden_hour_and_a_pause_are_as_if_they_had_not_been(passing: Scene) -> None:
    found = made(passing, 5)
    for key in range(5):
        found.let_in(key)
    live(found, 40)
    before = found.frame()
    found.advance(0)
    assert found.frame() == before


def test_slower_takes_twice_as_long(passing: Scene) -> None:
    usual, slow = made(passing, 9), made(passing, 9)
    slow.slower = True
    for one in (usual, slow):
        for key in range(4):
            one.let_in(key)
    live(usual, 60)
    live(slow, 120)
    assert usual.frame() == slow.frame()
    change = usual.until_next_change()
    assert change is not None and slow.until_next_change() == 2 * change


def test_sleeping_until_the_next_change_gives_the_same_visit(passing: Scene) -> None:
    awake, sleeper = made(passing, 4), made(passing, 4)
    for one in (awake, sleeper):
        for key in range(9):
            one.let_in(key)
        one.advance(30 * SECOND)
        one.nudge(one.present[0])
    assert live(awake, 900) == asleep(sleeper, 900)
    assert awake.frame() == sleeper.frame()


def test_nothing_changes_its_doing_before_the_next_change(passing: Scene) -> None:
    found = made(passing, 6)
    for key in range(8):
        found.let_in(key)
    for turn in range(120):
        if turn == 12:
            found.nudge(0)
        nap = found.until_next_change()
        if nap is None:
            break
        before = [(f.id, f.doing, f.unseen) for f in sorted(found.frame().figures, key=lambda f: f.id)]
        found.advance(max(0, nap - 1))
        after = [(f.id, f.doing, f.unseen) for f in sorted(found.frame().figures, key=lambda f: f.id)]
        assert after == before
        found.advance(1)


def test_an_empty_scene_is_at_rest(passing: Scene) -> None:
    found = made(passing, 1)
    assert found.frame().stir is Stir.REST and found.until_next_change() is None
    found.let_in(1)
    assert found.frame().stir is Stir.DRIFTING


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), name=st.sampled_from(SCENES), touches=st.lists(st.integers(0, 199), max_size=40))
def test_none_runs_into_another_in_a_crowd_of_two_hundred(
    request: pytest.FixtureRequest, seed: int, name: str, touches: list[int]
) -> None:
    found = made(request.getfixturevalue(name), seed)
    lanes = [lane.id for lane in request.getfixturevalue(name).lanes]
    for key in range(200):
        found.let_in(key, lanes[key % len(lanes)])
    for second in range(300):
        if second % 15 == 0 and touches:
            about = list(seen(found))
            found.nudge(about[touches[second // 15 % len(touches)] % len(about)] if about else 0)
        found.advance(SECOND)
        assert nearest(seen(found).values()) > BODY * gap_in_steps(found)


def test_two_hundred_in_a_row_all_come_and_all_go(passing: Scene) -> None:
    assert sorted(all_go(made(passing, 5), 200)) == list(range(200))


def test_whoever_was_let_in_last_comes_in_next(passing: Scene) -> None:
    found = made(passing, 5)
    for key in range(40):
        found.let_in(key)
    upstream = [f.id for f in found.frame().figures if f.doing is Doing.UPSTREAM]
    assert len(upstream) > 20 and not any(figure(found, key).unseen is False for key in upstream)
    newest = max(upstream)
    while figure(found, newest).doing is Doing.UPSTREAM:
        left = {f.id for f in found.frame().figures if f.doing is Doing.UPSTREAM}
        assert left == set(upstream)
        live(found, 1, fps=1)


def test_room_is_kept_and_when_it_shrinks_nobody_is_thrown_out(passing: Scene) -> None:
    found = made(passing, 2)
    for key in range(30):
        found.let_in(key)
    found.room = 3
    gone = live(found, 50)
    assert len(found.present) + len(gone) == 30
    assert _about(found) <= 3
    found.room = 5
    there = [_about(found) for _ in range(120) if live(found, 1, fps=1) is not None]
    assert max(there) == 5
    found.room = 1
    came = {f.id for f in found.frame().figures if f.doing is not Doing.UPSTREAM}
    gone = live(found, 5)
    assert came - set(gone) <= set(found.present), "those who were there stay"
    assert not {f.id for f in found.frame().figures if f.doing is not Doing.UPSTREAM} - came


def test_without_any_room_one_still_finds_a_way(passing: Scene) -> None:
    found = made(passing, 2)
    found.room = 0
    found.let_in(1)
    assert 1 in seen(found)


def test_a_larger_gap_is_kept_by_those_who_come_in(passing: Scene) -> None:
    found = made(passing, 2)
    found.gap = 500.0
    for key in range(20):
        found.let_in(key)
    for _ in range(300):
        live(found, 1, fps=1)
        assert nearest(one for one in seen(found).values() if one.doing is Doing.PASSING) > 499


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 500),
    name=st.sampled_from(SCENES),
    crowd=st.integers(1, 12),
    nudges=st.lists(st.integers(0, 300), max_size=8),
)
def test_a_nudge_never_makes_one_go_sooner(
    request: pytest.FixtureRequest, seed: int, name: str, crowd: int, nudges: list[int]
) -> None:
    def found() -> Course:
        one = made(request.getfixturevalue(name), seed)
        for key in range(crowd):
            one.let_in(key)
        return one

    plain, nudged = how_long(found(), []), how_long(found(), nudges)
    assert plain <= nudged


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 500), nudges=st.lists(st.integers(0, 300), max_size=12))
def test_alone_it_lingers_some_minutes_longer_at_most(water: Scene, seed: int, nudges: list[int]) -> None:
    def found() -> Course:
        one = made(water, seed)
        one.let_in(1)
        return one

    assert how_long(found(), nudges) <= how_long(found(), []) + LINGER_IN_ALL // SECOND + 1


@pytest.mark.parametrize("seed", range(6))
def test_a_touch_makes_none_of_those_who_are_in_go_sooner(drifting: Scene, seed: int) -> None:
    def ends(nudges: bool) -> dict[int, int]:
        found, gone = made(drifting, seed), {}
        for key in range(9):
            found.let_in(key)
        for second in range(3000):
            if nudges and second in (100, 150):
                found.nudge(min(seen(found), default=0))
            gone |= dict.fromkeys(found.advance(SECOND), second)
        return gone

    plain, nudged = ends(nudges=False), ends(nudges=True)
    assert all(nudged[key] >= plain[key] for key in plain)


def test_one_that_is_touched_comes_to_rest_and_those_behind_do_not_pile_up(drifting: Scene) -> None:
    found = made(drifting, 1)
    for key in range(3):
        found.let_in(key, drifting.lanes[1].id)
    live(found, 60)
    first = max(seen(found).values(), key=lambda f: f.x)
    before = {key: f.x for key, f in seen(found).items() if f.doing is Doing.PASSING}
    found.nudge(first.id)
    assert figure(found, first.id).looks_at_you and figure(found, first.id).doing is Doing.HELD
    live(found, 3)
    rest = {key: f.x for key, f in seen(found).items()}
    live(found, 20)
    assert {key: f.x for key, f in seen(found).items() if key in before} == {key: rest[key] for key in before}
    live(found, 115)  # it may have come to rest at a signal, which takes its own time
    on = seen(found).get(first.id)
    assert on is None or on.x > rest[first.id], "it drifts on in the end"


def test_one_upstream_hears_a_touch_and_waits_on(passing: Scene) -> None:
    found = made(passing, 1)
    for key in range(40):
        found.let_in(key)
    upstream = next(f.id for f in found.frame().figures if f.doing is Doing.UPSTREAM)
    found.nudge(upstream)
    assert figure(found, upstream).looks_at_you and figure(found, upstream).doing is Doing.UPSTREAM
    found.nudge(12345)


def test_nothing_here_has_a_seat(passing: Scene) -> None:
    found = made(passing, 1)
    found.let_in(1)
    assert not found.place(1, Nearness.SEAT) and not found.place(1, Nearness.GATE)


def test_time_does_not_go_back(passing: Scene) -> None:
    with pytest.raises(ValueError):
        made(passing, 1).advance(-1)


def test_what_it_does_depends_on_nothing_but_its_number(drifting: Scene) -> None:
    """There is no way in for words, so a pleasant thought passes like any other."""
    found = made(drifting, 1)
    assert isinstance(found, Drift)
    names = set(Drift.let_in.__annotations__)
    assert names == {"visitor_id", "lane", "return"}


def _about(found: Passage) -> int:
    return sum(f.doing is not Doing.UPSTREAM for f in found.frame().figures)


def _name(scene: Scene) -> str:
    return {"stream": "water", "sky": "air", "railway": "rails", "carousel": "belt"}[scene.behaviour.value]
