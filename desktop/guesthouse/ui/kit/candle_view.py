"""The candle over the whole page, with a line of one's own beneath it if one likes. It burns as long as one stays."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.ui.canvas.candle import Candle
from guesthouse.ui.canvas.lines import displayed
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label

WIDEST = 760
SHARE = 0.58
"""So much of the page's height may lie under the candle; more of it scrolls."""


class CandleView(QWidget):
    """Nothing here counts time, and the words change by a button alone."""

    left = Signal()

    def __init__(self, look: Look, motion: Motion, art: Path, seed: int, bar: QWidget | None = None) -> None:
        """``art``: the folder of the candle's artwork; ``bar``: the bar of sounds, where there is one."""
        super().__init__()
        self._look = look
        self._words: list[str] = []
        self._at = 0
        self.candle = Candle(look, motion, art, seed)
        self.candle.setParent(self)
        self._said = label(look, "words-large")
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown = quiet(look, self.tr("Kind words"))
        self.shown.setCheckable(True)
        self.shown.setAccessibleName(self.tr("Kind words"))
        self.next = quiet(look, self.tr("Other words"))
        self.back = quiet(look, self.tr("Back to the kit"))
        self._bar = bar
        self._lay_out(bar)
        self.shown.toggled.connect(self._show)
        self.next.clicked.connect(self._turn)
        self.back.clicked.connect(self.left)
        look.changed.connect(self._fit)

    def light(self, words: list[str]) -> None:
        """These words are there, if they are wished."""
        self._words, self._at = words, 0
        self.shown.setVisible(bool(words))
        self._show()

    def put_out(self) -> None:
        """Hold no words any more."""
        self.light([])
        self.shown.setChecked(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the candle most of the room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands in the foot needs more or less room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _lay_out(self, bar: QWidget | None) -> None:
        self._buttons = Flow()
        for button in (self.shown, self.next, self.back):
            self._buttons.addWidget(button)
        self._row = QWidget()
        self._row.setLayout(self._buttons)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 20, 0, 20)
        column.setSpacing(16)
        column.addWidget(self._said)
        column.addLayout(_in_the_middle(self._row))
        if bar is not None:
            column.addLayout(_in_the_middle(bar))
        ground = QFrame()
        ground.setProperty("ground", "foot")
        self._around = _in_the_middle(self._middle)
        self._around.setContentsMargins(32, 0, 32, 0)
        ground.setLayout(self._around)
        self.foot = QScrollArea(self)
        self.foot.setAccessibleName(self.tr("Kind words"))
        self.foot.setWidgetResizable(True)
        self.foot.setFrameShape(QFrame.Shape.NoFrame)
        self.foot.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.setWidget(ground)
        ground.installEventFilter(self)

    def _turn(self) -> None:
        """The next ones, by a button, never by themselves."""
        self._at += 1
        self._show()

    def _show(self) -> None:
        wished = self.shown.isChecked() and bool(self._words)
        self._said.setText(displayed(self._words[self._at % len(self._words)]) if wished else "")
        self._said.setVisible(wished)
        self.next.setVisible(wished and len(self._words) > 1)
        self._fit()

    def _fit(self) -> None:
        """The foot is as high as it must be, and leaves the candle its share."""
        self._middle.setMaximumWidth(self._look.px(WIDEST))
        self._row.setMaximumWidth(max(1, self._buttons.sizeHint().width()))
        if self._bar is not None:
            self._bar.setMaximumWidth(max(1, self._bar.sizeHint().width()))
        self._around.activate()
        width, most = self.width() - self.foot.verticalScrollBar().sizeHint().width(), round(self.height() * SHARE)
        needed = self._around.totalHeightForWidth(max(1, width))
        under = min(needed, most)
        self.foot.setGeometry(0, self.height() - under, self.width(), under)
        self.candle.setGeometry(0, 0, self.width(), self.height() - under)
        self.foot.setFocusPolicy(Qt.FocusPolicy.StrongFocus if needed > most else Qt.FocusPolicy.NoFocus)
        self.foot.verticalScrollBar().setValue(0)


def _in_the_middle(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
