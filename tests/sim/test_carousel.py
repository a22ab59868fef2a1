"""The luggage carousel (clinical.md §1.3 no. 4): what comes round again does so at the same pace."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from guesthouse.domain.scene import Scene
from guesthouse.sim.carousel import Carousel
from guesthouse.sim.frame import Doing, Stir
from guesthouse.sim.temper import LINGER_IN_ALL, SECOND
from tests.sim.watching import figure, live, seen


def laps(scene: Scene, seed: int, nudge_at: tuple[int, ...] = ()) -> list[tuple[int, int]]:
    """Tenths of a second in sight, and then out of sight, of each lap of one thing."""
    belt, told, was, tenth = Carousel(scene, seed), [], Doing.ROUND, 0
    belt.let_in(1)
    while belt.present:
        if tenth in nudge_at:
            belt.nudge(1)
        doing = figure(belt, 1).doing
        if doing is Doing.PASSING and was is Doing.ROUND:
            told.append([0, 0])
        told[-1][doing is Doing.ROUND] += 1
        was, tenth = doing, tenth + 1
        belt.advance(SECOND // 10)
    return [(a, b) for a, b in told]


def how_often(scene: Scene, seed: int) -> int:
    """How many laps one thing has, looking only when something changes."""
    belt, often = Carousel(scene, seed), 0
    belt.let_in(1)
    while (nap := belt.until_next_change()) is not None:
        often += figure(belt, 1).doing is Doing.PASSING
        belt.advance(nap)
    return often


def test_every_lap_is_as_long_as_every_other(belt: Scene) -> None:
    for seed in range(20):
        told = laps(belt, seed)
        in_sight = [seen for seen, _ in told]
        out_of_sight = [unseen for _, unseen in told[:-1]]
        assert max(in_sight) - min(in_sight) <= 1
        assert max(out_of_sight, default=0) - min(out_of_sight, default=0) <= 1


def test_most_have_one_to_five_laps_and_some_very_many(belt: Scene) -> None:
    often = Counter(how_often(belt, seed) for seed in range(120))
    assert set(range(1, 6)) <= set(often) and max(often) > 12
    assert 4 <= sum(count for many, count in often.items() if many > 5) <= 30


def test_the_pace_is_the_same_on_each_lap(belt: Scene) -> None:
    seed = next(seed for seed in range(50) if how_often(belt, seed) > 3)
    found, paces, was = Carousel(belt, seed), set(), None
    found.let_in(1)
    while found.present:
        now = seen(found).get(1)
        if now and was:
            paces.add(round(now.x - was.x, 6))
        was = now
        found.advance(SECOND)
    assert len(paces) == 1


def test_it_is_out_of_sight_on_its_round_and_still_here(belt: Scene) -> None:
    seed = next(seed for seed in range(50) if how_often(belt, seed) > 1)
    found = Carousel(belt, seed)
    found.let_in(1)
    while figure(found, 1).doing is not Doing.ROUND:
        live(found, 1)
    assert figure(found, 1).unseen and found.present == [1] and found.frame().stir is Stir.REST
    assert found.until_next_change() is not None, "Still wakes when it comes out again"


def test_the_order_on_the_belt_is_kept_and_none_lies_on_another(belt: Scene) -> None:
    found = Carousel(belt, 3)
    for key in range(12):
        found.let_in(key)
    orders = []
    for second in range(900):
        live(found, 1, fps=1)
        if second % 40 == 0 and seen(found):
            found.nudge(min(seen(found)))
        xs = sorted((f.x, f.id) for f in seen(found).values())
        assert all(b[0] - a[0] > found.gap - 0.001 for a, b in pairwise(xs))
        orders.append([key for _, key in xs])
    for before, after in pairwise(orders):
        both = [key for key in before if key in after]
        assert both == [key for key in after if key in before]


def test_a_touch_is_one_lap_more_within_limits(belt: Scene) -> None:
    plain = laps(belt, 1)
    assert len(laps(belt, 1, nudge_at=(100,))) == len(plain) + 1
    often = laps(belt, 1, nudge_at=tuple(range(50, 200)))
    lap = sum(often[0]) / 10
    assert len(plain) < len(often) <= len(plain) + max(1, LINGER_IN_ALL / SECOND / lap)


def test_the_belt_does_not_stop_for_a_touch(belt: Scene) -> None:
    found = Carousel(belt, 1)
    found.let_in(1)
    live(found, 10)
    before = figure(found, 1).x
    found.nudge(1)
    live(found, 2)
    assert figure(found, 1).looks_at_you and figure(found, 1).x > before + 50


def test_a_full_belt_lets_the_next_in_when_a_place_is_free(belt: Scene) -> None:
    found = Carousel(belt, 2)
    for key in range(30):
        found.let_in(key)
    live(found, 200)
    about = [f for f in found.frame().figures if f.doing is not Doing.UPSTREAM]
    assert 5 <= len(about) <= found.room
    found.let_in(99)
    waited = 0
    while figure(found, 99).doing is Doing.UPSTREAM:
        live(found, 1, fps=1)
        waited += 1
        assert waited < 3600
    assert len([f for f in found.frame().figures if f.doing is not Doing.UPSTREAM]) <= found.room
