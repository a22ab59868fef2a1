"""Leaves on a stream: a slow current that never changes its pace, and eddies where a leaf circles for a while."""

from __future__ import annotations

from guesthouse.domain.scene import Scene
from guesthouse.sim.drift import Catching, Drift
from guesthouse.sim.passage import Manner
from guesthouse.sim.temper import SECOND

MANNER = Manner(pace=24.0, gap=350.0, pause=3 * SECOND, bob=6.5, alights=True)
EDDIES = Catching(once=0.4, twice=0.14, shortest=30 * SECOND, longest=240 * SECOND, period=26 * SECOND)


def stream(scene: Scene, seed: int) -> Drift:
    """An empty stream; ``seed`` fixes everything that follows."""
    return Drift(scene, seed, MANNER, EDDIES)
