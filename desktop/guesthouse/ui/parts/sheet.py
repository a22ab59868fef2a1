"""A sheet: one column of a readable width, in the middle, that scrolls when the window is smaller than it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from guesthouse.qt.look import Look

WIDEST = 760


class Sheet(QScrollArea):
    """A scroll area without a frame; fill ``column``."""

    def __init__(self, look: Look, *, widest: int = WIDEST, parent: QWidget | None = None) -> None:
        """An empty sheet, at most ``widest`` design pixels wide."""
        super().__init__(parent)
        self._look = look
        self._widest = widest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = ground = QWidget()
        ground.setProperty("ground", "plain")
        self._middle = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        self.column = QVBoxLayout(self._middle)
        self.column.setContentsMargins(0, 48, 0, 32)
        self.column.setSpacing(16)
        self.setWidget(ground)
        look.changed.connect(self._fit)
        self._fit()

    def height_for(self, width: int) -> int:
        """The height at which all of it can be seen at this width."""
        for widget in (self._ground, self._middle):
            widget.ensurePolished()
            layout = widget.layout()
            if layout is not None:
                layout.activate()
        return self._ground.heightForWidth(width)

    def _fit(self) -> None:
        self._middle.setMaximumWidth(self._look.px(self._widest))
