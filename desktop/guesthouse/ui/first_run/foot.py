"""What stands under every screen of the first run: the way in, the way on, and Support."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.first_run.screen import WIDEST
from guesthouse.ui.parts.buttons import pill, primary, quiet
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label


class Foot(QFrame):
    """Always in sight, however small the window or large the text."""

    turned = Signal(int)  # so many screens on

    def __init__(self, look: Look) -> None:
        """At the first of them."""
        super().__init__()
        self._look = look
        self.setProperty("ground", "foot")
        self.begin, self.onward = primary(look, self.tr("Begin")), quiet(look, self.tr("Next"))
        self.back, self.support = pill(look, self.tr("Back")), pill(look, self.tr("Support"))
        for button in (self.begin, self.onward, self.back, self.support):
            button.setAccessibleName(button.text())
        self.begin.setAccessibleDescription(self.tr("Enters the app. The rest can be read later."))
        self.back.setProperty("flush", True)  # in large type each of them counts
        self.support.setProperty("tight", True)
        self.place = label(look, "small", wrap=False)
        self._middle, around = QWidget(), QHBoxLayout(self)
        around.setContentsMargins(32, 14, 32, 14)
        around.addStretch(1)
        around.addWidget(self._middle, 1000)
        around.addStretch(1)
        steps = Flow(gap=8)
        for widget in (self.begin, self.onward, self.back, self.place):
            steps.addWidget(widget)
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(steps, 1)
        row.addWidget(self.support, 0, Qt.AlignmentFlag.AlignVCenter)
        self.onward.clicked.connect(lambda: self.turned.emit(1))
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        look.changed.connect(self._fit)
        self._fit()

    def show_place(self, number: int, of: int) -> None:
        """At this screen (from 0) of so many. What has the focus and goes hands it to Begin."""
        self.place.setText(self.tr("{number} of {all}").format(number=number + 1, all=of))
        for button, there in ((self.onward, number < of - 1), (self.back, number > 0)):
            if button.hasFocus() and not there:
                self.begin.setFocus()
            button.setEnabled(there)
        self.back.setVisible(number > 0)

    def _fit(self) -> None:
        self._middle.setMaximumWidth(self._look.px(WIDEST))
