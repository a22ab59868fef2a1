"""A small plain scene for the simulation's tests: no artwork, easy numbers."""

from __future__ import annotations

import pytest

from guesthouse.domain.scene import Place, Scene, Spot


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
