"""A few answers side by side on a ground of their own."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow


class AnswerRow(QHBoxLayout):
    """Round buttons that can be switched on; no wider than they are, and in several lines where there is no room."""

    def __init__(self, look: Look) -> None:
        """No answers yet."""
        super().__init__()
        self._look = look
        ground = Card("well")
        ground.column.setContentsMargins(4, 4, 4, 4)
        ground.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._row = Flow(gap=4)
        ground.column.addLayout(self._row)
        self.addWidget(ground)
        self.addStretch(1)

    def add(self, text: str, description: str) -> QPushButton:
        """One more answer, to a question that a screen reader says with it."""
        button = pill(self._look, text, checkable=True)
        button.setAccessibleDescription(description)
        self._row.addWidget(button)
        return button
