"""A sunken ground inside a card that unfolds to choose something, and folds again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card


class Panel(Card):
    """Fill ``column``; ``fold`` is the button that folds it, and Esc does, too."""

    folded = Signal()

    def __init__(self, look: Look) -> None:
        """An empty panel out of sight."""
        super().__init__("well")
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(10)
        self.fold = pill(look, self.tr("Done"))
        self.fold.clicked.connect(self.folded)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds."""
        if event.key() == Qt.Key.Key_Escape:
            self.folded.emit()
            return
        super().keyPressEvent(event)


def keep_room(widget: QWidget) -> None:
    """Nothing moves when it is hidden or shown."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def follow(after: QWidget, inside: QWidget) -> None:
    """Tab goes from ``after`` to what is ``inside``: it was made later than what stands below it."""
    for widget in inside.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            QWidget.setTabOrder(after, widget)
            after = widget
