"""The real garden on a stage whose clock the test turns."""

from __future__ import annotations

from dataclasses import dataclass

from guesthouse.ui.canvas.stage import Stage


class Clock:
    """Microseconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


@dataclass
class Garden:
    """A stage with the real garden, shown, and its clock."""

    stage: Stage
    clock: Clock

    def let_in(self, words: str, *, seed: int = 3, returning: bool = False) -> None:
        """A thought comes."""
        self.stage.let_in(words, seed, returning=returning, visit_id=None)

    def wait(self, seconds: float, step: float = 0.05) -> None:
        """Visible time passes in frames of ``step`` seconds."""
        for _ in range(round(seconds / step)):
            self.clock.now += round(step * 1_000_000)
            self.stage.conductor.tick()
