"""Wagons seen from a bridge: each on the track a person chose for it, at one pace. One may stop at a signal.

Those behind on the same track wait, too; there is no timetable for it to upset.
"""

from __future__ import annotations

from guesthouse.domain.scene import Scene
from guesthouse.sim.drift import Catching, Drift
from guesthouse.sim.passage import Manner
from guesthouse.sim.temper import SECOND

MANNER = Manner(pace=34.0, gap=430.0, pause=2 * SECOND, bob=0.0, chosen=True)
SIGNALS = Catching(once=0.3, twice=0.0, shortest=15 * SECOND, longest=60 * SECOND)


def railway(scene: Scene, seed: int) -> Drift:
    """An empty railway; ``seed`` fixes everything that follows."""
    return Drift(scene, seed, MANNER, SIGNALS)
