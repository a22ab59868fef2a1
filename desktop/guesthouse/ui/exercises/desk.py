"""What one writes on in an exercise: a panel with fields, and a line to type in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.exercises.paper import Panel


class Desk(Panel):
    """A panel whose lines break anew when its scroll bar comes or goes."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Hidden, and empty."""
        super().__init__(look, parent)
        if inside := self._roll.widget():
            inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width: what was laid out for the one before is laid out again once all have settled."""
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self.column.update)
        return False


def line_field(look: Look, name: str) -> QLineEdit:
    """A line to type in, in the type of the person's own words."""
    field = look.dress(QLineEdit(), "words")
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    field.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return field
