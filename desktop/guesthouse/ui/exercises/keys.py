"""The keys at the foot of an exercise, and what one chooses from in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.steps.choice import Choices


def key(look: Look, exercise: QWidget, text: str, do: Callable[[], object]) -> QPushButton:
    """A quiet key that does this. It has a parent from the first, so that showing it never opens a window."""
    made = quiet(look, text)
    made.setParent(exercise)
    made.clicked.connect(do)
    return made


def hand_on(pressed: QPushButton, other: QWidget, exercise: QWidget) -> None:
    """``pressed`` has nothing more to do and goes; the keyboard, if it was there or in the picture, goes to ``other``.

    Called before anything in the picture is hidden: Qt would take the keyboard somewhere else.
    """
    there = pressed.window().focusWidget()
    other.setEnabled(True)
    other.show()
    if there is pressed or (there is not None and exercise.isAncestorOf(there)):
        other.setFocus()
    pressed.hide()


def choices(look: Look, name: str, texts: Iterable[str], *, several: bool = False) -> Choices:
    """A group to choose from, whose words may go on in a next line."""
    made = Choices(look, name, several=several)
    made.fill(texts)
    for button in made.buttons:
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made
