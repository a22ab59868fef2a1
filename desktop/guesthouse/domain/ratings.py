"""How a thought sits, as somebody says it: five sliders without figures, before and after."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

MOST = 100


class Moment(StrEnum):
    """When it was said."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Ratings:
    """From 0 to 100, never shown as figures; None where nothing was said. In the order in which they are asked."""

    room: int | None = None
    grip: int | None = None
    believable: int | None = None
    sting: int | None = None
    willing: int | None = None

    @property
    def said(self) -> bool:
        """Whether anything was."""
        return any(value is not None for value in self.values().values())

    def values(self) -> dict[str, int | None]:
        """Each by its name, in their order."""
        return {name: getattr(self, name) for name in NAMES}


NAMES = tuple(field.name for field in fields(Ratings))
"""The five, the leading one first."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in full and in one word, and what stands at the two ends of the slider."""

    short: str
    asked: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class RatingWords:
    """Everything that is said around the sliders; ``questions`` by the names of :class:`Ratings`."""

    before: str
    before_note: str
    after: str
    after_note: str
    aim: str
    skip: str
    questions: dict[str, Question]


def place_between(value: int) -> int:
    """Which of five words a value is nearest to: 0 at the low end, 4 at the high end, 2 about in the middle."""
    return min(4, max(0, value) * 5 // (MOST + 1))
