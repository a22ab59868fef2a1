"""Which places of the garden are free, and which of them one may be sent to."""

from __future__ import annotations

from guesthouse.domain.scene import Nearness, Spot
from guesthouse.sim.ground import Ground
from guesthouse.sim.visitor import Visitor


class Vacancy:
    """The free places of ``ground``; ``room`` is how many may stand about at once."""

    def __init__(self, ground: Ground, visitors: dict[int, Visitor]) -> None:
        """Look at ``visitors`` whenever asked."""
        self._ground = ground
        self._visitors = visitors
        self.room = len(ground.scene.spots)

    def seats(self) -> list[Spot]:
        """Where one may sit."""
        taken = {v.seat.id for v in self._visitors.values() if v.seat}
        return [seat for seat in self._ground.scene.seats if seat.id not in taken]

    def spots(self) -> list[Spot]:
        """Where another one may stand, if there is room for one more at all."""
        free = self._untaken()
        return free if len(self._ground.scene.spots) - len(free) < self.room else []

    def near(self, visitor: Visitor, near: Nearness) -> Spot | None:
        """Where ``visitor`` stays when it is told how near: its own place if it is there already."""
        if near is Nearness.SEAT:
            free = self.seats()
            return visitor.seat or (free[0] if free else None)
        gate = self._ground.by_the_gate
        if visitor.spot in gate:
            return visitor.spot
        free = self.spots() if visitor.spot is None else self._untaken()
        return next((spot for spot in gate if spot in free), None)

    def _untaken(self) -> list[Spot]:
        taken = {v.spot.id for v in self._visitors.values() if v.spot}
        return [spot for spot in self._ground.scene.spots if spot.id not in taken]
