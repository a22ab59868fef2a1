"""The noticing ladder as numbers: how far back one stands, and how far each frame has come around the card."""

from __future__ import annotations

from dataclasses import dataclass

from guesthouse.sim.exercises.passage import passed

RUNGS = 3
STEP = 1.2
"""Seconds a step takes where everything moves."""


@dataclass(frozen=True, slots=True)
class Stand:
    """``back`` is 0 at the card and 1 at the last rung; each of ``frames`` is 0 (not there) to 1 (whole)."""

    back: float
    frames: tuple[float, float]


def stand(height: float) -> Stand:
    """What is to be seen from ``height`` rungs up."""
    height = min(RUNGS - 1.0, max(0.0, height))
    return Stand(height / (RUNGS - 1), (min(1.0, height), max(0.0, height - 1.0)))


def on_the_way(before: int, now: int, seconds: float) -> Stand:
    """The camera between two rungs, ``seconds`` after the key."""
    return stand(before + (now - before) * passed(seconds, "full", STEP))
