"""What a bench tells: one row with its own figure, the reference's, and the bar their ratio has to stay under."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measured figure; ``bar`` is the highest ratio (or value, where there is no reference) that is still good."""

    name: str
    ours: float
    unit: str
    reference: float | None = None
    against: str = ""
    bar: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours in reference units."""
        return self.ours / self.reference if self.reference else None

    @property
    def good(self) -> bool | None:
        """Whether the bar holds; None where there is none."""
        if self.bar is None:
            return None
        return (self.ratio if self.ratio is not None else self.ours) <= self.bar


def milliseconds(
    work: Callable[[], object], times: int, *, warm: int = 3, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The time of one call in milliseconds: the median of the quicker half, since other programs only ever slow it.

    What only computes can be measured by ``time.process_time``, in which other programs have no part at all.
    """
    for _ in range(warm):
        work()
    taken = []
    for _ in range(times):
        start = clock()
        work()
        taken.append((clock() - start) * 1000)
    return quick(taken)


def quick(taken: list[float]) -> float:
    """The median of the quicker half."""
    return statistics.median(sorted(taken)[: max(1, len(taken) // 2)])


def trimmed(taken: list[float]) -> float:
    """The mean without the tenth that took longest, which is when another program had the processor."""
    ordered = sorted(taken)
    return statistics.mean(ordered[: max(1, len(ordered) * 9 // 10)])


def percentile(values: list[float], share: float) -> float:
    """The value that ``share`` (0..1) of ``values`` stay below."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
