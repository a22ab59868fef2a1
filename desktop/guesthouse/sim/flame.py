"""A candle's flame as numbers: a pure function of a seed and the time, so that it can be drawn at any rate of frames.

Each number is a sum of slow waves whose times have no common measure, so that it never comes round. Nothing is faster
than FASTEST; the light itself is slower still, and changes by less than a tenth of itself in a second, so that nothing
here can flash.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sin, tau
from random import Random
from typing import TypeAlias

FASTEST = 2.2
"""Hertz; above three a flicker would be hard on some eyes."""

Wave: TypeAlias = "tuple[tuple[float, float], ...]"

# Each wave: how often a second, and how far.
LEAN: Wave = ((0.13, 0.062), (0.31, 0.054), (0.57, 0.034), (0.93, 0.018), (1.63, 0.007))
SWAY: Wave = ((0.17, 0.016), (0.43, 0.014), (0.83, 0.010), (1.37, 0.005))
REACH: Wave = ((0.11, 0.024), (0.29, 0.020), (0.67, 0.010), (1.21, 0.004))
BREADTH: Wave = ((0.19, 0.016), (0.47, 0.010), (0.89, 0.005))
LIGHT: Wave = ((0.07, 0.018), (0.16, 0.014), (0.37, 0.008), (0.61, 0.004))
DRAUGHT: Wave = ((0.041, 0.30), (0.067, 0.20))
"""How lively the air is: now nearly still, now a little draught."""


@dataclass(frozen=True, slots=True)
class Flame:
    """How a flame stands at one moment. As it is made here, it is one in still air."""

    lean: float = 0.0
    """How far the tip is to the right, as a share of the height."""
    sway: float = 0.0
    """How far the belly is to the right, as a share of the height."""
    reach: float = 1.0
    """Its height, as a share of the usual one."""
    breadth: float = 1.0
    """Its width, as a share of the usual one."""
    light: float = 1.0
    """How bright it is about it, as a share of the usual light."""


class Air:
    """The air about one candle."""

    def __init__(self, seed: int) -> None:
        """The same seed is the same air."""
        random = Random(seed)
        self._lean, self._sway, self._reach = _waves(random, LEAN), _waves(random, SWAY), _waves(random, REACH)
        self._breadth, self._light = _waves(random, BREADTH), _waves(random, LIGHT)
        self._draught = _waves(random, DRAUGHT)

    def flame(self, seconds: float, liveliness: float = 1.0) -> Flame:
        """The flame after so many seconds; ``liveliness`` from 0, still air, to 1."""
        draught = liveliness * (0.5 + self._draught(seconds))
        return Flame(
            lean=draught * self._lean(seconds),
            sway=draught * self._sway(seconds),
            reach=1 + draught * self._reach(seconds),
            breadth=1 + draught * self._breadth(seconds),
            light=1 + liveliness * self._light(seconds),
        )


def _waves(random: Random, waves: Wave) -> Callable[[float], float]:
    """The sum of the waves, each a little slower or faster and begun anywhere."""
    made = [(tau * often * (0.9 + 0.2 * random.random()), far, tau * random.random()) for often, far in waves]
    return lambda seconds: sum(far * sin(turn * seconds + phase) for turn, far, phase in made)
