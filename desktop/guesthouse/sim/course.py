"""What every scene can do with those who come: the one shape that the canvas knows.

A behaviour is deterministic: the same seed and the same calls at the same visible times give the same frames, at every
frame rate. It knows no words, no clock and no Qt.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from guesthouse.domain.scene import Nearness
from guesthouse.sim.frame import Frame


class Course(Protocol):
    """All who are here during one visit to the canvas, in visible time (microseconds since the start)."""

    slower: bool
    """Half the pace of everything."""

    room: int
    """How many may be about at once; the others wait where they come from."""

    @property
    def present(self) -> list[int]:
        """Everyone here, those who wait included, in the order they were let in."""

    def let_in(self, visitor_id: int, lane: str = "") -> None:
        """Someone new. ``lane`` is the id of the lane a person chose, or "" where the scene chooses."""

    def leave_out(self, visitor_ids: Collection[int]) -> None:
        """These are not here any more, and did not go: what was written nowhere does not come back from a lock."""

    def nudge(self, visitor_id: int) -> None:
        """Touch one: it stays longer, within limits, and never goes sooner. Unknown ids are passed over."""

    def place(self, visitor_id: int, near: Nearness) -> bool:
        """Say how near one stays; False where this scene has no such place, or it is taken or gone."""

    def advance(self, visible: int) -> list[int]:
        """Let ``visible`` microseconds pass; returns the ids of those who went on meanwhile, in order.

        Raises:
            ValueError: a negative time.
        """

    def until_next_change(self) -> int | None:
        """Visible microseconds until someone begins or ends something, or None when nobody will."""

    def frame(self) -> Frame:
        """What can be seen now."""
