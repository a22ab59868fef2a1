"""A scene as plain facts: where its ways run, where one can stand, sit or wait, and which artwork it is painted with.

Lengths are design units of a canvas of ``Scene.size``; the painter stretches them to the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Behaviour(StrEnum):
    """How what comes to a scene comes, stays and goes; one module of ``sim/`` each."""

    VISITORS = "visitors"
    STREAM = "stream"
    SKY = "sky"
    RAILWAY = "railway"
    CAROUSEL = "carousel"


class Nearness(StrEnum):
    """How near a visitor stays. A person says how near, never that it goes (clinical.md §1.3 no. 6)."""

    SEAT = "seat"
    GATE = "gate"


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
class Lane:
    """A line along which things pass: a strand of current, a height of sky, a track, a belt.

    ``route`` runs from out of sight to out of sight; ``spots`` are where something may linger beside it: an eddy, a
    place where a cloud parks. ``title`` is shown where a person chooses the lane ("" where nobody does), as on the
    railway; ``board`` is the middle of the blank sign that is painted for it, where there is one.
    """

    id: str
    title: str
    route: tuple[Place, ...]
    spots: tuple[Spot, ...] = ()
    board: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Carrier:
    """Artwork that words ride on: a leaf, a cloud, a wagon, a suitcase with a label.

    ``width`` x ``height`` is its own drawing board; ``words`` (x, y, width, height on that board) is the clear part
    that words may take, free of veins and edges. ``anchor`` is the point that lies on its place in the scene. It is
    stretched to its words within a third either way: draw one form for each shape of text, wide for one line, round
    for many.
    """

    file: Path
    width: float
    height: float
    words: tuple[float, float, float, float]
    anchor: tuple[float, float]


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
    carriers: tuple[tuple[Carrier, ...], ...] = ()
    """By tint, which follows from a thought; of each tint the same forms in the same order. Empty: figures come."""

    carrier_ink: str = ""
    """The colour of words on a carrier, 4.5:1 and better on each of them; "" for the ink of bubbles."""


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
    behaviour: Behaviour = Behaviour.VISITORS
    lanes: tuple[Lane, ...] = ()
    placeholder: str = ""
    """What the empty field asks here; the field's accessible name is the same in every scene."""
