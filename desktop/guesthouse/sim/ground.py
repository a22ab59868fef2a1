"""The ground of one scene, measured once: its route, its places to stand and sit, and the waiting line at the gate."""

from __future__ import annotations

from math import hypot

from guesthouse.domain.scene import Place, Scene, Spot
from guesthouse.sim.way import Along, Line, Straight, Way

ELBOW_ROOM = 46.0
"""Steps between two who wait in line."""

TURNING_POINT = 0.12
"""How far along the route one who turns back goes back to."""


class Ground:
    """The ways of a scene, as the visitors walk them."""

    def __init__(self, scene: Scene) -> None:
        """Measure ``scene`` once."""
        self.scene = scene
        self.route = Line(scene.route)
        self.lane = Line(scene.lane)
        self.spots: dict[str, Spot] = {spot.id: spot for spot in scene.spots}
        self.seats: dict[str, Spot] = {seat.id: seat for seat in scene.seats}
        room = int(self.lane.length // ELBOW_ROOM) + 1
        self._slots = [self.lane.at(i * ELBOW_ROOM / self.lane.length) for i in range(room)]
        nearest = sorted(scene.spots, key=lambda spot: _apart(spot.place, self._slots[0]))
        self.by_the_gate = tuple(nearest[: (len(nearest) + 1) // 2])

    @property
    def slots(self) -> int:
        """How many of those who wait can be seen; the others stand behind the hill."""
        return len(self._slots)

    def slot(self, number: int) -> Place:
        """Where the ``number``-th in line waits (0 is next to come in)."""
        return self._slots[min(number, self.slots - 1)]

    def edge(self, drift: float) -> Place:
        """Where a visitor first appears: just outside the picture, a little up or down by ``drift`` (-1..1)."""
        start = self.route.at(0.0)
        return Place(start.x, start.y + 9.0 * drift, start.scale)

    def to_spot(self, start: Place, spot: Spot) -> Way:
        """From anywhere on or near the route to a standing place or seat."""
        return Along(self.route, start, spot.place, self._leave(start), spot.along)

    def back(self, start: Place, spot: Spot, drift: float) -> Way:
        """From a standing place back towards the gate."""
        turn = self.route.at(TURNING_POINT)
        end = Place(turn.x, turn.y + 7.0 * drift, turn.scale)
        return Along(self.route, start, end, spot.along, TURNING_POINT)

    def over_the_hill(self, start: Place, spot: Spot) -> Way:
        """From a standing place or seat to the crest."""
        return Along(self.route, start, self.route.at(1.0), spot.along, 1.0)

    def beyond(self) -> Way:
        """From the crest down the other side, out of sight."""
        return Straight(self.route.at(1.0), self.scene.beyond[-1])

    def _leave(self, start: Place) -> float:
        if start.x <= self.scene.route[0].x + 1.0:
            return 0.0
        return self.route.nearest(start.x, start.y)


def _apart(a: Place, b: Place) -> float:
    return hypot(a.x - b.x, a.y - b.y)
