"""An exercise in the hand: with real words, a clock that is moved, and bars as the run has them around it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.exercises import load_exercise
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.ui.exercises.every import make
from guesthouse.ui.exercises.shape import Given
from guesthouse.ui.parts.flow import Flow

TOP, EDGE = 64, 24
SIZES = [(1068, 800), (688, 600), (640, 520)]
"""What the rail leaves of windows of 1280x800, 900x600 and 720x520."""

LONG = ("Nobody will ever understand what I mean, and it is late. " * 100)[:5000]
THOUGHTS = [
    "I’m not good enough",
    "אני תמיד מאחר",
    "👩‍👩‍👧 and é and a\u0308\u0301  two spaces",
    "First line\nsecond line\n\nfourth",
    "何もうまくいかない",
    LONG,
]


class Clock:
    """Milliseconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


class Hand:
    """Holds one exercise. ``said`` has what it wanted to be said anew."""

    def __init__(self, qtbot: QtBot, look: Look, name: str, words: str, **given: Any) -> None:
        self.clock, self.said, self.over = Clock(), [], []
        text = load_exercise(resources() / "exercises" / "en" / f"{name}.toml")
        level = given.pop("level", "full")
        self.exercise: Any = make(Given(look, text, words, level, clock=self.clock, **given))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.exercise.setParent(self.window)
        self.foot = QWidget(self.window)
        flow = Flow(self.foot)
        for control in self.exercise.controls():
            flow.addWidget(control)
        self.exercise.shifted.connect(lambda: self.said.append(self.exercise.equivalent()))
        self.exercise.ended.connect(lambda: self.over.append(True))
        self.resize(*SIZES[0])
        self.window.show()
        qtbot.waitExposed(self.window)
        settle()

    def resize(self, wide: int, high: int) -> None:
        """Another window."""
        self.window.resize(wide, high)
        inner = wide - 2 * EDGE
        foot = self.foot.layout().heightForWidth(inner)
        self.foot.setGeometry(EDGE, high - foot - 16, inner, foot)
        self.exercise.setGeometry(0, 0, wide, high)
        self.exercise.set_margins(TOP, foot + 32)
        settle()

    def wait(self, seconds: float, step: int = 33) -> None:
        """Let so much time pass, in frames of ``step`` milliseconds."""
        left = round(seconds * 1000)
        while left > 0:
            now = min(step, left)
            left -= now
            self.clock.now += now
            self.exercise.beat.tick()
        settle()


def settle() -> None:
    """Let every layout come to rest."""
    for _ in range(4):
        QApplication.processEvents()
