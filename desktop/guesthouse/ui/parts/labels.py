"""Labels: a text in one of the type roles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from guesthouse.qt.look import Look


def label(look: Look, role: str, text: str = "", *, wrap: bool = True, selectable: bool = False) -> QLabel:
    """A plain-text label in ``role``; a selectable one can be reached with Tab and copied from with the keyboard."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if selectable:
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        made.setTextInteractionFlags(flags)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setProperty("selectable", True)
    return look.dress(made, role)
