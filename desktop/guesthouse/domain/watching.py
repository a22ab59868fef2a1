"""What the Visitors room says beside its controls, as plain facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ANY = "any"
"""The scene whose words hold for those that have none of their own."""


@dataclass(frozen=True, slots=True)
class SceneWords:
    """``hint`` while nobody is here; ``back`` for somebody who noticed that they drifted.

    ``gate`` is what the place far off is called in that scene ("" for the words of the garden).
    """

    hint: str
    back: str
    gate: str = ""


@dataclass(frozen=True, slots=True)
class TimeIsUp:
    """The quiet end of a length: the room, the next five minutes, and what doing it again is not for."""

    title: str
    room: str
    next: str
    again: str


@dataclass(frozen=True, slots=True)
class WatchingText:
    """All of it."""

    scenes: Mapping[str, SceneWords]
    ending: TimeIsUp

    def of(self, scene: str) -> SceneWords:
        """The words of a scene, by its id."""
        return self.scenes.get(scene, self.scenes[ANY])
