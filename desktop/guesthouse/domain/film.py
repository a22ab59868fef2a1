"""A short film as plain facts: shots with their captions, and which of them is on at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What a shot shows."""

    VOICES = "voices"
    HANDS = "hands"
    VISITOR = "visitor"
    LADDER = "ladder"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture with one caption, on for ``seconds``; ``start`` and ``end`` are where the picture begins and ends.

    For the hands that is how low they rest (0 to 1), for the visitor seconds of its visit; a ladder has a ``rung``.
    """

    subject: Subject
    seconds: float
    caption: str
    start: float = 0.0
    end: float = 0.0
    rung: int = 0

    def at(self, share: float) -> float:
        """Where the picture is after ``share`` (0 to 1) of the shot."""
        return self.start + (self.end - self.start) * min(1.0, max(0.0, share))


@dataclass(frozen=True, slots=True)
class Film:
    """The whole of it. ``thought`` is an example that belongs to nobody; ``voices`` are what a mind may say."""

    title: str
    length: str
    thought: str
    voices: tuple[str, ...]
    shots: tuple[Shot, ...]

    @property
    def seconds(self) -> float:
        """How long it is."""
        return sum(shot.seconds for shot in self.shots)

    def starts(self) -> Sequence[float]:
        """When each shot begins."""
        found, passed = [], 0.0
        for shot in self.shots:
            found.append(passed)
            passed += shot.seconds
        return found

    def at(self, seconds: float) -> tuple[int, float]:
        """Which shot is on after ``seconds``, and how much of it is over (0 to 1); the last one stays on."""
        for number, (start, shot) in enumerate(zip(self.starts(), self.shots, strict=True)):
            if seconds < start + shot.seconds:
                return number, max(0.0, seconds - start) / shot.seconds
        return len(self.shots) - 1, 1.0

    def transcript(self) -> str:
        """All captions, in their order."""
        return "\n".join(shot.caption for shot in self.shots)
