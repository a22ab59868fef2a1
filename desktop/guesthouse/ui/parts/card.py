"""Cards: a quiet ground with round corners and much air."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """A frame with a column in it; grounds are "card", "sage" and "well"."""

    def __init__(self, ground: str = "card", parent: QWidget | None = None) -> None:
        """An empty card; fill ``column``."""
        super().__init__(parent)
        self.setProperty("ground", ground)
        self.column = QVBoxLayout(self)
        margin = 16 if ground == "well" else 32
        self.column.setContentsMargins(margin, margin - 8, margin, margin - 8)
        self.column.setSpacing(8)
