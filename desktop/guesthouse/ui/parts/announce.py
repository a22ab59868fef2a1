"""What changes away from the focus is told to whoever listens, and to nobody while something is over the rooms."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from guesthouse.ui.parts.cover import Cover


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say ``text``, politely. Under a cover nothing is told: a screen reader speaks aloud."""
    if text and not is_covered(widget):
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def is_covered(widget: QWidget) -> bool:
    """Whether something is over the rooms that ``widget`` is in."""
    inside: QWidget | None = widget
    while inside is not None:
        around = inside.parentWidget()
        if isinstance(around, Cover) and around.currentWidget() is not inside:
            return True
        inside = around
    return False
