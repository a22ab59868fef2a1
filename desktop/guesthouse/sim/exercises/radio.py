"""The radio in the next room: how its words pass, how loud it drifts, and how the ring of attention widens."""

from __future__ import annotations

from math import pi, sin

from guesthouse.sim.exercises.passage import ease

PACE = 11.0
"""Design pixels a second that the words pass upwards."""

STEP = 7.0
"""Seconds that the same words stay where nothing is to move."""

WIDENS = 4.0
"""Seconds in which the ring goes from the radio to the whole room."""


def loudness(seconds: float, seed: int) -> float:
    """From a little quieter (0) to a little louder (1), drifting slowly; it never stops, and nobody sets it."""
    first, second = (seed % 97) / 97 * 2 * pi, (seed % 89) / 89 * 2 * pi
    drift = 0.6 * sin(2 * pi * seconds / 23 + first) + 0.4 * sin(2 * pi * seconds / 37 + second)
    return 0.5 + 0.5 * drift


def period(words: float, window: float) -> float:
    """After how much way the words come again: some of them are always to be seen."""
    return max(words + 0.35 * window, 0.9 * window)


def passed(seconds: float, words: float, window: float, pace: float = PACE) -> float:
    """How far words of this height have passed up through a window of that height, since they last came."""
    return (seconds * pace) % period(words, window)


def page(seconds: float, pages: int) -> int:
    """Which piece of the words is to be seen where nothing is to move."""
    return int(seconds / STEP) % max(1, pages)


def until_next_page(seconds: float) -> float:
    """Seconds until another piece is to be seen."""
    return STEP - seconds % STEP


def widened(seconds: float) -> float | None:
    """How far the ring has gone, 0 to 1, so many seconds after it began; None when it is over."""
    return ease(seconds / WIDENS) if 0 <= seconds < WIDENS else None
