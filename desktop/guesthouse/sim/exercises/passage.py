"""The way from one state to the next, as a share from 0 to 1 of the seconds since it began."""

from __future__ import annotations

FADE = 0.5
"""Seconds a cross-fade lasts where less is to move."""


def ease(share: float) -> float:
    """Begin softly and end softly; the same at 0 and at 1, and never back."""
    share = min(1.0, max(0.0, share))
    return share * share * share * (share * (share * 6 - 15) + 10)


def lasting(level: str, full: float) -> float:
    """How many seconds a passage lasts at a level of motion: none in Still."""
    return {"full": full, "calm": FADE}.get(level, 0.0)


def passed(seconds: float, level: str, full: float) -> float:
    """How much of a passage lies behind: all of it at once in Still."""
    lasts = lasting(level, full)
    return ease(seconds / lasts) if lasts else 1.0
