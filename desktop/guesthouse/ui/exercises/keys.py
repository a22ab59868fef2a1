"""The keys at the foot of an exercise. They are the exercise's own until the run lays them out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import quiet


def key(look: Look, exercise: QWidget, text: str, do: Callable[[], object]) -> QPushButton:
    """A quiet key that does this. It has a parent from the first, so that showing it never opens a window."""
    made = quiet(look, text)
    made.setParent(exercise)
    made.clicked.connect(do)
    return made


def hand_on(pressed: QPushButton, other: QWidget) -> None:
    """``pressed`` has nothing more to do and goes; the keyboard is at ``other`` now, if it was there."""
    held = pressed.hasFocus()
    other.setEnabled(True)
    other.show()
    if held:
        other.setFocus()
    pressed.hide()
