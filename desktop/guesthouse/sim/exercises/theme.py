"""A book that is taken from a shelf and opened."""

from __future__ import annotations

from dataclasses import dataclass

OPENS = 1.0
"""Seconds it takes where everything moves."""

OUT = 0.35
"""The part of them in which it comes out of its row."""


@dataclass(frozen=True, slots=True)
class Taken:
    """``out``: how far it has come out of its row, 0 to 1. ``open``: how far it is open, 0 to 1."""

    out: float
    open: float


def taken(share: float) -> Taken:
    """A book after this part of the way from the shelf to the hands."""
    return Taken(min(1.0, share / OUT), max(0.0, (share - OUT) / (1 - OUT)))
