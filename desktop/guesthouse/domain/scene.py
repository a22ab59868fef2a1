"""A scene as plain facts: where its ways run, where one can stand, sit or wait, and which artwork it is painted with.

Lengths are design units of a canvas of ``Scene.size``; the painter stretches them to the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """A point where feet stand, and how large a visitor looks there (1.0 is full size)."""

    x: float
    y: float
    scale: float

    def towards(self, other: Place, share: float) -> Place:
        """The place that lies ``share`` (0..1) of the way to ``other``."""
        return Place(
            self.x + (other.x - self.x) * share,
            self.y + (other.y - self.y) * share,
            self.scale + (other.scale - self.scale) * share,
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """Somewhere to stand or sit, and how far along the route (0..1) one turns off to it."""

    id: str
    place: Place
    along: float


@dataclass(frozen=True, slots=True)
class Prop:
    """A piece of artwork that keeps its shape; ``x``, ``y`` is the middle of its lower edge."""

    file: Path
    x: float
    y: float
    width: float
    height: float
    front: bool = False


@dataclass(frozen=True, slots=True)
class Cloud:
    """A cloud that drifts to the right at ``speed`` design units a second."""

    prop: Prop
    speed: float


@dataclass(frozen=True, slots=True)
class Variant:
    """The scene by day, by night, or in high contrast."""

    landscape: Path
    props: tuple[Prop, ...]
    clouds: tuple[Cloud, ...]
    flicker: Prop | None
    leaf: Prop | None


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene: its geometry, the same in every variant, and its artwork."""

    id: str
    title: str
    width: float
    height: float
    route: tuple[Place, ...]
    beyond: tuple[Place, ...]
    crest: float
    spots: tuple[Spot, ...]
    seats: tuple[Spot, ...]
    lane: tuple[Place, ...]
    variants: dict[str, Variant]
