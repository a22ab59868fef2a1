"""Measures whether pictures flash: how often a part of them gets brighter and darker again within one second."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

ACROSS, DOWN = 20, 15
STEP = 0.1
"""A change of this part of full brightness counts; smaller ones do not flash (WCAG 2.3.1)."""

FPS = 30


def brightness(image: QImage) -> list[float]:
    """The light of each part of a picture, 0 to 1."""
    small = image.scaled(
        ACROSS, DOWN, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_RGB32)
    return [light(small.pixel(x, y)) for y in range(DOWN) for x in range(ACROSS)]


def light(pixel: int) -> float:
    """The relative luminance of a pixel."""
    parts = [((pixel >> shift) & 255) / 255 for shift in (16, 8, 0)]
    return sum(share * part**2.2 for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def flashes(frames: Sequence[Sequence[float]]) -> int:
    """The most times in any second that any part has become brighter and darker again, or the other way."""
    return max((_most_in_a_second(_turns(part)) // 2 for part in zip(*frames, strict=True)), default=0)


def _turns(values: Sequence[float]) -> list[int]:
    """The frames at which a part begins to change by more than ``STEP`` into the other direction."""
    turns: list[int] = []
    low = high = values[0]
    direction = 0
    for number, value in enumerate(values):
        low, high = min(low, value), max(high, value)
        if direction <= 0 and value - low >= STEP:
            turns.append(number)
            direction, high = 1, value
        elif direction >= 0 and high - value >= STEP:
            turns.append(number)
            direction, low = -1, value
        if direction > 0:
            low = value if value >= high else low
        elif direction < 0:
            high = value if value <= low else high
    return turns


def _most_in_a_second(turns: Sequence[int]) -> int:
    return max((sum(at <= other < at + FPS for other in turns) for at in turns), default=0)
