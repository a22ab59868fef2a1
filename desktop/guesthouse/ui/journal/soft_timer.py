"""A timer that only suggests stopping: no countdown, no sound, and nothing ends by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label

SHORTEST, LONGEST = 3, 10
MINUTE_MS = 60_000


class SoftTimer(Card):
    """Out of sight until the time is over; then a sentence, and a line to end with."""

    ending_wanted = Signal(str)
    """A line in the present to put under the text."""

    def __init__(
        self, look: Look, suggestion: str, endings: Sequence[str], *, minute_ms: int = MINUTE_MS, parent: QWidget
    ) -> None:
        """Off. ``endings`` are offered in turn."""
        super().__init__("sage", parent)
        self.column.setContentsMargins(20, 12, 20, 12)
        self._endings, self._minute_ms = tuple(endings), minute_ms
        self._offered = 0
        self._unsaid = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._suggest)
        self._words = label(look, "body", suggestion)
        self.end = pill(look, self.tr("Add an ending line"))
        self.go_on = pill(look, self.tr("Keep writing"))
        buttons = Flow(gap=4)
        buttons.addWidget(self.end)
        buttons.addWidget(self.go_on)
        self.column.addWidget(self._words)
        self.column.addLayout(buttons)
        self.end.clicked.connect(self._end)
        self.go_on.clicked.connect(self.hide)
        self.hide()

    @property
    def runs(self) -> bool:
        """Whether it is set and not over."""
        return self._timer.isActive()

    def set_minutes(self, minutes: int) -> None:
        """Suggest stopping after so many minutes, 3 to 10; 0 is never."""
        self.hide()
        self._timer.stop()
        if minutes:
            self._timer.start(min(max(minutes, SHORTEST), LONGEST) * self._minute_ms)

    def showEvent(self, event: QShowEvent) -> None:
        """Say it once, and not before the room in which one writes is shown again."""
        super().showEvent(event)
        if self._unsaid:
            self._unsaid = False
            announce(self, self._words.text())

    def _suggest(self) -> None:
        self._unsaid = True
        self.show()

    def _end(self) -> None:
        self.hide()
        self.ending_wanted.emit(self._endings[self._offered % len(self._endings)])
        self._offered += 1
