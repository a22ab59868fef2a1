"""A column that is as tall as what is in it, and scrolls where there is less room than that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from guesthouse.qt.look import Look

LEAST = 150
BETWEEN = 8
"""Pixels between what is in it and the scroll bar."""


class Roll(QScrollArea):
    """Fill ``column``. The ground of whatever it stands on shows through."""

    def __init__(self, look: Look) -> None:
        """Empty; never lower than 150 design pixels while it holds as much."""
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.setWidget(self._inside)
        for ground in (self.viewport(), self._inside):
            ground.setAutoFillBackground(False)

    def to_top(self) -> None:
        """Show its beginning."""
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        """All of it, in the width of now."""
        return QSize(self._inside.sizeHint().width(), self._tall())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for everything, tall enough to see where one is."""
        return QSize(self._inside.minimumSizeHint().width(), min(self._tall(), self._look.px(LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere in another width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it wants another height. (A scroll area watches its content anyway.)"""
        passed = super().eventFilter(watched, event)
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return passed

    def changeEvent(self, event: QEvent) -> None:
        """The bar may stand on the other side now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit()

    def _tall(self) -> int:
        """The height without a scroll bar, so that showing one is never what makes it necessary."""
        if not self.column.hasHeightForWidth():
            return self.column.sizeHint().height()
        return self.column.totalHeightForWidth(self.width())

    def _fit(self) -> None:
        """Ask for the height; the bar follows from what was given, since Qt's own stays when it is no longer needed."""
        tall, policy = self._tall(), Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOff if self.height() >= tall else policy.ScrollBarAlwaysOn
        if bar != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)
        between = BETWEEN if bar == policy.ScrollBarAlwaysOn else 0
        away = QMargins(between, 0, 0, 0) if self.isRightToLeft() else QMargins(0, 0, between, 0)
        if away != self.viewportMargins():
            self.setViewportMargins(away)
        if tall != self.maximumHeight():
            self.setMaximumHeight(tall)
            self.updateGeometry()
