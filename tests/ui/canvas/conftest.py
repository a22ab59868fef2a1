"""The plain scene of the simulation's tests, for those of the canvas that need no artwork."""

from __future__ import annotations

import pytest

from guesthouse.domain.scene import Place, Scene, Spot


@pytest.fixture(scope="session")
def scene() -> Scene:
    """A straight route, six standing places, one seat."""
    return Scene(
        id="plain",
        title="Plain",
        width=1068,
        height=800,
        route=(Place(-60, 620, 0.9), Place(500, 620, 1.0), Place(985, 430, 0.3)),
        beyond=(Place(990, 480, 0.28),),
        crest=430,
        spots=tuple(Spot(f"s{i}", Place(150.0 + 100 * i, 620.0, 1.0), 0.2 + 0.1 * i) for i in range(6)),
        seats=(Spot("seat", Place(730, 560, 0.9), 0.7),),
        lane=(Place(60, 600, 0.5), Place(330, 452, 0.12)),
        variants={},
    )
