"""Hands for the run: a tiny exercise of the tests' own, and the run around it, shown on a house."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.domain.exercise import ExerciseText
from guesthouse.domain.practice import Answer
from guesthouse.house import House
from guesthouse.paths import Paths
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.exercises.run import ExerciseRun
from guesthouse.ui.exercises.shape import Exercise, Given
from tests.ui.shown import show

WORDS = "I always get it wrong"

TINY = ExerciseText(
    id="tiny",
    title="A tiny one",
    purpose="To be tried.",
    minutes=(1, 2),
    acknowledging="That is a hard line to carry.",
    moments=("Look at it.",),
    ending="It is still there, and so are you.",
    practice="def-ladder",
    not_for="Anything that happened.",
)
PLAIN = replace(TINY, id="plain", asks=False)


class Tiny(Exercise):
    """A line of text, and a field."""

    moves = True

    def __init__(self, given: Given) -> None:
        super().__init__(given)
        self.field = QLineEdit(str(given.answers.get("what", "")))
        self.field.setAccessibleName("What else")
        self.field.textChanged.connect(self.changed)
        self.step = 0
        self.kept: dict[str, Answer] | None = None

    def paint(self, painter: QPainter) -> None:
        painter.drawText(self.free, 0, self.words)

    def equivalent(self) -> str:
        return f"“{self.words}”, seen {self.step} steps away"

    def controls(self) -> Sequence[QWidget]:
        return (self.field,)

    def answers(self) -> dict[str, Answer]:
        return {"what": self.field.text()} if self.kept is None else self.kept

    def away(self) -> None:
        """A step back."""
        self.step += 1
        self.shifted.emit()


Begin = Callable[..., ExerciseRun]


def shown(qtbot: QtBot, look: Look, preferences: Preferences, house: House) -> ExerciseRun:
    """A run on this house; what is typed is saved in the next turn of the event loop."""
    run = ExerciseRun(look, Motion(preferences), preferences, builder=Tiny, seed=lambda: 1, behind_ms=0)
    qtbot.addWidget(run)
    run.welcome(house)
    show(qtbot, run, 1068, 800)
    return run


def tiny(run: ExerciseRun) -> Tiny:
    """The exercise that is shown."""
    assert isinstance(run.exercise, Tiny)
    return run.exercise


def on_disk(paths: Paths) -> bytes:
    """Every byte of the folder."""
    return b"".join(file.read_bytes() for file in Path(paths.data).rglob("*") if file.is_file())
