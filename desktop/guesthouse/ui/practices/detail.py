"""One practice, opened: its card, what was said of it, what was done with it before, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from guesthouse.domain.practice import Practice, ready
from guesthouse.domain.sitting import Sitting
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.again import Again
from guesthouse.ui.practices.history import History
from guesthouse.ui.practices.portrait import Portrait, Seen

AROUND = 16
"""Free over and under what is brought into sight."""


class Detail(QScrollArea):
    """Everything about one practice. It asks for changes by the signals of its parts, and is shown the outcome."""

    back = Signal()

    def __init__(self, look: Look, retell: Callable[[Practice, Sitting], Sequence[tuple[str, str]]]) -> None:
        """An empty page with an invitation. ``retell`` gives what was asked and answered at one time."""
        super().__init__()
        self._look, self._retell = look, retell
        self._id = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.portrait, self.again, self.history = Portrait(look), Again(look), History(look)
        self.save = quiet(look, self.tr("Save as a file …"))
        self.erase = quiet(look, self.tr("Erase this practice"))
        self.new = quiet(look, self.tr("Write one of my own"))
        self._back = quiet(look, self.tr("All practices"))
        self._lay_out()
        self._back.clicked.connect(self.back)
        self.history.unfolded.connect(self._bring_into_sight)

    def show_practice(self, seen: Seen, now: datetime) -> None:
        """Open this one; at the top, unless it was open before."""
        if seen.practice.id != self._id:
            self.verticalScrollBar().setValue(0)
        self._id = seen.practice.id
        self.portrait.show_practice(seen)
        self.again.show_verdict(seen.standing.verdict)
        retell = partial(self._retell, seen.practice)
        self.history.show_times(seen.practice.id, seen.times, now, retell, more=seen.more_times)
        self.save.setVisible(ready(seen.practice))  # what cannot be started would not come in again
        self.erase.setVisible(seen.practice.own)
        self._sources.setText("\n".join(seen.practice.sources))
        self._from.setVisible(bool(seen.practice.sources))
        self._nothing.hide()
        self._all.show()

    def empty(self, now: datetime) -> None:
        """Show none, and hold nobody's words."""
        self._id = ""
        self._all.hide()
        self._nothing.show()
        self.portrait.forget()
        self.history.show_times("", (), now, lambda sitting: [])

    def show_back(self, on: bool) -> None:
        """Whether the list is out of sight and there must be a way back to it."""
        self._back.setVisible(on)

    def begin(self) -> None:
        """Put the focus on what one came for."""
        portrait = self.portrait
        ways = (portrait.go_on, portrait.start, portrait.own)
        next(way for way in ways if way.isVisibleTo(self) and way.isEnabled()).setFocus()

    def _bring_into_sight(self, time: QWidget) -> None:
        """Once it has its height: all of it, or, where that is more than the page, its beginning."""
        QTimer.singleShot(0, time, lambda: self._scroll_to(time))

    def _scroll_to(self, time: QWidget) -> None:
        ground = self.widget()
        if ground is None or not ground.isAncestorOf(time):  # it was made anew meanwhile
            return
        bar, top = self.verticalScrollBar(), time.mapTo(ground, QPoint()).y()
        below = top + time.height() + AROUND - self.viewport().height()
        bar.setValue(min(top - AROUND, max(bar.value(), below)))

    def _lay_out(self) -> None:
        ground = QWidget()
        ground.setProperty("ground", "plain")
        outer = QVBoxLayout(ground)
        outer.setContentsMargins(0, 40, 12, 32)
        outer.setSpacing(12)
        outer.addLayout(_at_the_start(self._back))
        outer.addWidget(self._invitation())
        self._all = QWidget()
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        again = Card()
        again.column.addWidget(self.again)
        for widget in (self.portrait, again, self.history, self._where_from()):
            column.addWidget(widget)
        foot = Flow()
        foot.addWidget(self.save)
        foot.addWidget(self.erase)
        column.addLayout(foot)
        outer.addWidget(self._all)
        outer.addStretch(1)
        self.setWidget(ground)
        self._all.hide()

    def _invitation(self) -> Card:
        self._nothing = Card("sage")
        text = self.tr("Choose a practice to see what it is and how long it takes. Nothing starts by itself.")
        self._nothing.column.addWidget(label(self._look, "body", text))
        self._nothing.column.addSpacing(4)
        row = Flow()
        row.addWidget(self.new)
        self._nothing.column.addLayout(row)
        return self._nothing

    def _where_from(self) -> QWidget:
        self._from = QWidget()
        column = QVBoxLayout(self._from)
        column.setContentsMargins(32, 8, 32, 0)
        column.setSpacing(4)
        self._sources = label(self._look, "small", selectable=True)
        column.addWidget(label(self._look, "pill", self.tr("Where it comes from")))
        column.addWidget(self._sources)
        return self._from


def _at_the_start(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row
