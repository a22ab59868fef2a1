"""Processor time of a window nobody touches, as a share of one core."""

from __future__ import annotations

from tests.bench.child import SECONDS
from tests.bench.children import ask
from tests.bench.figures import Row

ONE_PERCENT = 1.0
MODES = {
    "empty": ("empty canvas, only clouds drift", ONE_PERCENT),
    "still": ("Still, three visitors", ONE_PERCENT),
    "paused": ("paused, three visitors", ONE_PERCENT),
    "away": ("canvas hidden, three visitors", ONE_PERCENT),
    "walking": ("three visitors walking (for comparison)", None),
}


def measure() -> list[Row]:
    """A row for each way of being idle."""
    return [Row(name, 100 * ask(mode) / SECONDS, "%", bar=bar) for mode, (name, bar) in MODES.items()]
