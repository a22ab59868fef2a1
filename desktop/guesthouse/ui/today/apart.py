"""A heading and what stands at the other end of its line; under it where there is no room."""

from __future__ import annotations

from math import ceil

from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

GAP = 16


class Apart(QWidget):
    """Two labels that wrap; ``fit`` when the second has other words."""

    def __init__(self, first: QLabel, second: QLabel) -> None:
        """These two."""
        super().__init__()
        self._first, self._second = first, second
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(first, 1)
        self._row.addWidget(second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one under the other."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """As there is room."""
        first, second = (
            ceil(QFontMetricsF(one.font()).horizontalAdvance(one.text())) + 2 for one in (self._first, self._second)
        )
        beside = first + GAP + second <= self.width()
        self._second.setMinimumWidth(second if beside else 0)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
