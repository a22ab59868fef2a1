"""Clouds: slower than leaves, at several heights; some park for minutes."""

from __future__ import annotations

from guesthouse.domain.scene import Scene
from guesthouse.sim.drift import Catching, Drift
from guesthouse.sim.passage import Manner
from guesthouse.sim.temper import SECOND

MANNER = Manner(pace=12.0, gap=370.0, pause=4 * SECOND, bob=13.0, alights=True)
PARKING = Catching(once=0.34, twice=0.06, shortest=60 * SECOND, longest=300 * SECOND)


def sky(scene: Scene, seed: int) -> Drift:
    """An empty sky; ``seed`` fixes everything that follows."""
    return Drift(scene, seed, MANNER, PARKING)
