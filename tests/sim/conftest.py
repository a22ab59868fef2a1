"""Small plain scenes for the simulation's tests: no artwork, easy numbers."""

from __future__ import annotations

import pytest

from guesthouse.domain.scene import Behaviour, Lane, Place, Scene, Spot


@pytest.fixture(scope="session")
def scene() -> Scene:
    """A straight route, six standing places, two seats, a lane with room for about a dozen."""
    spots = tuple(Spot(f"s{i}", Place(150.0 + 100 * i, 620.0, 1.0), 0.2 + 0.1 * i) for i in range(6))
    return Scene(
        id="plain",
        title="Plain",
        width=1068,
        height=800,
        route=(Place(-60, 620, 0.9), Place(500, 620, 1.0), Place(985, 430, 0.3)),
        beyond=(Place(990, 480, 0.28),),
        crest=430,
        spots=spots,
        seats=(Spot("left", Place(730, 560, 0.9), 0.7), Spot("right", Place(780, 560, 0.9), 0.72)),
        lane=(Place(60, 600, 0.5), Place(330, 452, 0.12)),
        variants={},
    )


def passing(behaviour: Behaviour, lanes: tuple[Lane, ...]) -> Scene:
    """A scene in which things pass along ``lanes``."""
    return Scene(
        id="plain",
        title="Plain",
        width=1068,
        height=800,
        route=(),
        beyond=(),
        crest=0.0,
        spots=(),
        seats=(),
        lane=(),
        variants={},
        behaviour=behaviour,
        lanes=lanes,
    )


def lanes(count: int, beside: float) -> tuple[Lane, ...]:
    """Level lanes, larger towards the front, each with two spots ``beside`` it."""
    made = []
    for i in range(count):
        y, scale = 460.0 + 75.0 * i, 0.8 + 0.1 * i
        spots = tuple(Spot(f"{i}-{x}", Place(x, y + beside, scale), (x + 200) / 1500) for x in (350.0, 800.0))
        made.append(Lane(f"lane-{i}", f"Lane {i}", (Place(-200, y, scale), Place(1300, y, scale)), spots))
    return tuple(made)


@pytest.fixture(scope="session")
def water() -> Scene:
    """Three strands of current, each with two eddies."""
    return passing(Behaviour.STREAM, lanes(3, -60.0))


@pytest.fixture(scope="session")
def air() -> Scene:
    """Three heights of sky, each with two places to park."""
    return passing(Behaviour.SKY, lanes(3, 50.0))


@pytest.fixture(scope="session")
def rails() -> Scene:
    """Three tracks, each with signals."""
    return passing(Behaviour.RAILWAY, lanes(3, 0.0))


@pytest.fixture(scope="session")
def belt() -> Scene:
    """One belt from hatch to hatch."""
    route = (Place(-150, 560, 1.0), Place(1220, 560, 1.0))
    return passing(Behaviour.CAROUSEL, (Lane("belt", "", route),))
