"""Buttons: one primary a card, quiet ones beside it, pills on the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from guesthouse.qt.look import Look


def primary(look: Look, text: str) -> QPushButton:
    """The one thing a card is for."""
    return _button(look, text, "primary")


def quiet(look: Look, text: str) -> QPushButton:
    """Everything else one can do there."""
    return _button(look, text, "quiet")


def pill(look: Look, text: str, *, checkable: bool = False) -> QPushButton:
    """A small control over a picture."""
    made = _button(look, text, "pill")
    made.setCheckable(checkable)
    return made


def _button(look: Look, text: str, role: str) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(True)  # Enter presses the one that has the focus
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    return look.dress(made, role)
