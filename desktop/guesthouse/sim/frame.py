"""A frame: an immutable picture description that the painter and the list of visitors read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Doing(Enum):
    """What a visitor is about, for words and for the painter."""

    WAITING = "waiting at the gate"
    COMING = "coming along the path"
    STANDING = "standing in the garden"
    TO_BENCH = "walking over to the bench"
    SITTING = "sitting on the bench"
    TURNING_BACK = "turning back"
    LEAVING = "going on over the hill"
    UPSTREAM = "not in sight yet"
    PASSING = "passing by"
    HELD = "lingering in one place"
    ROUND = "out of sight, coming round again"


class Stir(Enum):
    """How much is going on, which decides how often it is worth painting."""

    REST = 0
    IDLE = 1
    DRIFTING = 2
    WALKING = 3


@dataclass(frozen=True, slots=True)
class Pose:
    """How a visitor holds itself at one moment.

    ``stride`` is the phase of its walk (0..1) or None when it stands; ``gaze`` -1 looks left, 0 ahead at you, 1 right;
    ``lids`` is True while it blinks; ``breath`` (-1..1) is the slow rise and fall of standing still.
    """

    stride: float | None
    gaze: int
    lids: bool
    breath: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One visitor in a frame; ``x``, ``y`` in design units is where its feet stand."""

    id: int
    x: float
    y: float
    scale: float
    doing: Doing
    pose: Pose
    unseen: bool
    behind_hill: bool
    looks_at_you: bool
    there: float = 1.0
    """How much of it has come into sight, 0 to 1, where something comes up within the picture."""


@dataclass(frozen=True, slots=True)
class Frame:
    """All visitors at one moment, those farther away first."""

    seconds: float
    figures: tuple[Figure, ...]
    stir: Stir
    more_behind_hill: bool
