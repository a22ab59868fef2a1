"""What one writes on in an exercise: a panel with fields, and a line to type in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.exercises.paper import Panel


class Desk(Panel):
    """A panel that tells when it wants another height, and whose lines break anew when its scroll bar comes or goes."""

    grown = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Hidden, and empty."""
        super().__init__(look, parent)
        self._wanted = 0.0
        self._waits = False
        if inside := self._roll.widget():
            inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width or other contents: once all have settled it is laid out for what there is then."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and not self._waits:
            self._waits = True
            QTimer.singleShot(0, self, self._settle)
        return False

    def _settle(self) -> None:
        self._waits = False
        inside = self._roll.widget()
        if inside is not None and self.column.geometry().width() != inside.width():
            self.column.update()
        wanted = self.wanted(self.width())
        if wanted != self._wanted:
            self._wanted = wanted
            self.grown.emit()


def line_field(look: Look, name: str) -> QLineEdit:
    """A line to type in, in the type of the person's own words."""
    field = look.dress(QLineEdit(), "words")
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    field.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return field
