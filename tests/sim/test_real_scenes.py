"""The scenes as they are painted: what passes there keeps the rules, too."""

from __future__ import annotations

import pytest

from guesthouse.content.scenes import load_scene
from guesthouse.domain.scene import Nearness, Scene
from guesthouse.paths import resources
from guesthouse.sim.courses import course
from guesthouse.sim.frame import Doing
from guesthouse.sim.way import Line
from tests.sim.watching import all_go, fastest, live, seen

PACES = {"stream": 26.0, "sky": 14.0, "railway": 37.0, "carousel": 33.0}


@pytest.fixture(params=list(PACES))
def painted(request: pytest.FixtureRequest) -> Scene:
    """Each of the scenes in which things pass."""
    return load_scene(resources() / "scenes" / str(request.param))


def test_nothing_gets_faster_there(painted: Scene) -> None:
    found = course(painted, 4)
    for key in range(9):
        found.let_in(key, painted.lanes[key % len(painted.lanes)].id)
    assert fastest(found, 4, 300) <= PACES[painted.id]


def test_all_come_and_all_go_there(painted: Scene) -> None:
    assert sorted(all_go(course(painted, 4), 60)) == list(range(60))


def test_what_is_let_in_is_soon_in_sight(painted: Scene) -> None:
    found = course(painted, 4)
    found.let_in(1)
    live(found, 20)
    assert 0 < seen(found)[1].x < painted.width


def test_a_spot_says_truly_where_it_is_beside_its_lane(painted: Scene) -> None:
    for lane in painted.lanes:
        line = Line(lane.route)
        for spot in lane.spots:
            assert abs(line.nearest(spot.place.x, spot.place.y) - spot.along) < 0.02, spot.id


@pytest.mark.parametrize("name", ["garden", "bench"])
def test_in_the_garden_and_on_the_park_bench_one_may_say_how_near(name: str) -> None:
    world = course(load_scene(resources() / "scenes" / name), 3)
    for key in (1, 2):
        world.let_in(key)
        live(world, 5)
    assert world.place(1, Nearness.SEAT) and world.place(2, Nearness.GATE)
    live(world, 60)
    doing = {figure.id: figure.doing for figure in world.frame().figures}
    assert doing == {1: Doing.SITTING, 2: Doing.STANDING}


@pytest.mark.parametrize("name", ["garden", "bench"])
def test_one_leaves_the_path_where_its_place_is_nearest(name: str) -> None:
    scene = load_scene(resources() / "scenes" / name)
    route = Line(scene.route)
    for spot in (*scene.spots, *scene.seats):
        assert abs(spot.along - route.nearest(spot.place.x, spot.place.y)) <= 0.01, spot.id


@pytest.mark.parametrize("name", ["garden", "bench"])
@pytest.mark.parametrize("seed", range(8))
def test_nobody_walks_over_the_grass_or_grows_on_the_way(name: str, seed: int) -> None:
    scene = load_scene(resources() / "scenes" / name)
    world = course(scene, seed)
    lowest = max(place.y for place in (*scene.route, *(spot.place for spot in scene.spots)))
    largest = max(place.scale for place in (*scene.route, *(spot.place for spot in scene.spots)))
    for visitor in range(6):
        world.let_in(visitor)
    for _ in range(900):
        world.advance(400_000)
        for figure in world.frame().figures:
            assert figure.y <= lowest + 12 and figure.scale <= largest + 0.05, figure
