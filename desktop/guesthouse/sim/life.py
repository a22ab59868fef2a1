"""Small signs of life: a waddle, a blink, a look about. Functions of time alone, so that nothing has to be stepped."""

from __future__ import annotations

from math import sin, tau

from guesthouse.sim.frame import Pose
from guesthouse.sim.temper import SECOND

STRIDE = 0.9
"""Seconds for one left and one right step."""

BREATH = 5.2
BLINK = 0.16
LOOK_ABOUT = 3.1


def pose(now: int, phase: float, *, walking: bool, looks_at_you: bool, heading: int) -> Pose:
    """How one visitor holds itself at ``now`` (microseconds); ``phase`` (0..1) keeps two visitors out of step."""
    seconds = now / SECOND + phase * 97.0
    every = 3.6 + 2.4 * phase
    lids = seconds % every < BLINK
    if looks_at_you:
        gaze = 0
    elif walking:
        gaze = heading
    else:
        gaze = _look_about(int(seconds / LOOK_ABOUT), phase)
    stride = (seconds / STRIDE) % 1.0 if walking else None
    return Pose(stride=stride, gaze=gaze, lids=lids, breath=sin(tau * seconds / BREATH))


def _look_about(beat: int, phase: float) -> int:
    """Left, ahead or right for each beat of a few seconds, mostly ahead."""
    turn = (beat * 7 + int(phase * 1000)) % 10
    return -1 if turn in (2, 3) else 1 if turn in (6, 7) else 0
