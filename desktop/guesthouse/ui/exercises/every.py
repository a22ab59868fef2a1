"""Which module is which exercise. They are brought in when one is begun: all of them would slow the start."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from guesthouse.ui.exercises.shape import Exercise, Given

CLASSES = {
    "ladder": "Ladder",
    "hands": "Hands",
    "theme": "Theme",
    "card": "Card",
    "noted": "Noted",
    "clothes": "Clothes",
    "ball": "Ball",
    "popups": "Popups",
    "radio": "Radio",
    "bus": "Bus",
    "object": "Shaped",
    "loop": "Loop",
}
"""Each is a class of the module that has the exercise's id for its name."""


def make(given: Given) -> Exercise:
    """The exercise that ``given.text`` is the text of."""
    module = import_module(f"guesthouse.ui.exercises.{given.text.id}")
    builder: Callable[[Given], Exercise] = getattr(module, CLASSES[given.text.id])
    return builder(given)
