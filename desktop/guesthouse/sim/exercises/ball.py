"""Where the ball is that goes along a line: a step a word, twice over, the second time slower, and then it rests."""

from __future__ import annotations

from dataclasses import dataclass

READY = 2.0
"""Seconds before it touches the first word."""

STEPS = (0.6, 0.9)
"""Seconds from one word to the next in each pass: the pace of walking. They are the same for short and long words."""

BETWEEN = 2.4
"""Seconds from the last word of the first pass to the first of the second."""

SLOWLY = 2.5
"""Seconds that the slow caption shows one word."""


@dataclass(frozen=True, slots=True)
class Ball:
    """Between two words: ``along`` is 0 where it touches ``word`` and goes to 1 on the way to ``then``.

    ``passing`` is 0 before the first pass and 3 where it rests. Before and after it stays at one word.
    """

    passing: int
    word: int
    then: int
    along: float


def touches(words: int) -> list[tuple[float, int]]:
    """When which word is touched, in order."""
    begins = _begins(words)
    return [(begin + word * step, word) for begin, step in zip(begins, STEPS, strict=True) for word in range(words)]


def lasts(words: int) -> float:
    """Seconds until it rests."""
    return _begins(words)[1] + max(0, words - 1) * STEPS[1] + STEPS[1]


def ball(words: int, seconds: float) -> Ball:
    """Where it is on a line of so many words."""
    last = max(0, words - 1)
    first, second = _begins(words)
    if seconds < first:
        return Ball(0, 0, 0, 0.0)
    if seconds >= lasts(words):
        return Ball(3, last, last, 0.0)
    if seconds >= second:
        return _pass(2, seconds - second, last)
    if seconds < first + last * STEPS[0]:
        return _pass(1, seconds - first, last)
    gone = (seconds - first - last * STEPS[0]) / BETWEEN
    return Ball(1, last, 0, min(1.0, gone))


def slow_word(words: int, seconds: float) -> int | None:
    """Which word the slow caption shows, once through; None when it is over."""
    word = int(max(0.0, seconds) / SLOWLY)
    return word if word < words else None


def _begins(words: int) -> tuple[float, float]:
    """When each pass touches its first word."""
    return READY, READY + max(0, words - 1) * STEPS[0] + BETWEEN


def _pass(number: int, gone: float, last: int) -> Ball:
    steps = gone / STEPS[number - 1]
    word = min(last, int(steps + 1e-9))
    return Ball(number, word, min(last, word + 1), min(1.0, max(0.0, steps - word)) if word < last else 0.0)
