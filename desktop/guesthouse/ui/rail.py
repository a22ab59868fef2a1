"""The rail: the rooms of the house by name, on the left of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.pages.page import Page
from guesthouse.ui.parts.house_mark import HouseMark
from guesthouse.ui.parts.labels import label

WIDTH = 212
ICON = 20
GAPS = ((8, 24), (4, 16), (1, 6))
"""Pixels between two rooms, and below the head: the first that fit the height."""
BAR = 14
"""Room for a scroll bar, where even the smallest gaps are too many."""


@dataclass(frozen=True)
class Room:
    """A room of the house: its page's id, its name as shown, its icon, its keys, and how its page is built."""

    name: str
    title: str
    icon: str
    build: Callable[[], Page]
    keys: tuple[str, ...] = ()
    foot: bool = False  # stands at the foot of the rail
    needs_house: bool = True


class RoomButton(QPushButton):
    """One room's name. Up and Down move along the rail, Enter and Space open."""

    def __init__(self, look: Look, room: Room) -> None:
        """A button that keeps its name when only its icon fits."""
        super().__init__(room.title)
        self._look = look
        self._room = room
        self._narrow = False
        self._worn: object = None
        self.setCheckable(True)
        self.setAutoExclusive(True)  # so a screen reader hears one choice of several
        self.setAccessibleName(room.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._dress)
        look.changed.connect(self._dress)
        self._dress()

    def show_chosen(self, chosen: bool) -> None:
        """Be the room that is open, or not. Exclusive buttons refuse to have none chosen."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or with the name."""
        self._narrow = narrow
        self.setProperty("narrow", narrow)
        self._dress()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stay on the way of Tab: Qt takes all but the chosen one of exclusive buttons off it."""
        super().focusInEvent(event)
        for button in self.window().findChildren(RoomButton):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the rail, or open."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        worn = (self.isChecked(), self._narrow, self._look.theme, self._look.scale)
        if worn == self._worn:
            return
        self._worn = worn
        self._look.dress(self, "rail-chosen" if self.isChecked() else "rail")
        self.setText("" if self._narrow else self._room.title)
        self.setToolTip(self._room.title if self._narrow else "")
        space = 0 if self._narrow else 10
        self.setIcon(self._look.icon(self._room.icon, "soft", "sage-ink", size=ICON, room=space))
        self.setIconSize(QSize(self._look.px(ICON) + self._look.px(space), self._look.px(ICON)))


class LockButton(QPushButton):
    """Closes the house. No room, so it is no choice among them."""

    def __init__(self, look: Look) -> None:
        """A button that keeps its name when only its icon fits."""
        super().__init__()
        self._look = look
        self.setAccessibleName(self.tr("Lock"))
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or with the name."""
        self.setProperty("narrow", narrow)
        self._look.dress(self, "rail")
        name = self.accessibleName()
        self.setText("" if narrow else name)
        self.setToolTip(name if narrow else "")
        space = 0 if narrow else 10
        self.setIcon(self._look.icon("lock-simple", "soft", size=ICON, room=space))
        self.setIconSize(QSize(self._look.px(ICON) + self._look.px(space), self._look.px(ICON)))


class Rail(QFrame):
    """Emits ``chosen`` with the name of the room that was asked for; the window answers with ``show_chosen``."""

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, look: Look, rooms: Sequence[Room], parent: QWidget | None = None) -> None:
        """The rail of these rooms."""
        super().__init__(parent)
        self._look = look
        self._buttons = {room.name: RoomButton(look, room) for room in rooms}
        self._current = ""
        self._narrow = False
        self.setProperty("ground", "rail")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14, 24, 13, 16)
        column.addWidget(self._head())
        column.addWidget(self._scroll([self._buttons[r.name] for r in rooms if not r.foot]), 1)
        for room in rooms:
            if room.foot:
                column.addWidget(self._buttons[room.name])
        self._lock = LockButton(look)
        self._lock.hide()
        self._lock.clicked.connect(self.lock_asked)
        column.addWidget(self._lock)
        for name, button in self._buttons.items():
            button.toggled.connect(lambda on, name=name: self._toggled(name, on))
        look.changed.connect(self._fit)
        self._fit()

    def show_chosen(self, name: str) -> None:
        """Mark the room that is open; none where the page is not a room of the rail."""
        self._current = name
        for other, button in self._buttons.items():
            button.show_chosen(other == name)

    def offer_lock(self, offered: bool) -> None:
        """Whether there is something to lock."""
        self._lock.setVisible(offered)
        self._fit_height()

    def fit(self, window_width: int) -> None:
        """Show the names where there is room for them beside a page."""
        self._narrow = window_width < 760 or self._full_width() > window_width * 0.28
        self._fit()

    def _toggled(self, name: str, on: bool) -> None:
        """Hear toggles, not clicks: assistive tools toggle without a click."""
        if on and name != self._current:
            self.chosen.emit(name)

    def _full_width(self) -> int:
        return round(WIDTH + (self._look.scale - 1) * 130)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the rooms stand closer, so that all of them are in sight as long as they can be."""
        super().resizeEvent(event)
        self._fit_height()

    def _fit(self) -> None:
        self._title.setVisible(not self._narrow)
        for button in self._buttons.values():
            button.set_narrow(self._narrow)
        self._lock.set_narrow(self._narrow)
        self._fit_height()

    def _fit_height(self) -> None:
        gap, below = next((gaps for gaps in GAPS if self._tall(*gaps) <= self.height()), GAPS[-1])
        bar = 0 if self._tall(gap, below) <= self.height() else BAR
        self._head_row.setContentsMargins(0 if self._narrow else 10, 4, 0, below)
        self._column.setSpacing(gap)
        self._upper.setSpacing(gap)
        self.setFixedWidth((self._slim() + 27 if self._narrow else self._full_width()) + bar)

    def _tall(self, gap: int, below: int) -> int:
        """Pixels that all rooms need, with these gaps between them and below the head."""
        shown = [*self._buttons.values(), *([] if self._lock.isHidden() else [self._lock])]
        buttons = sum(button.sizeHint().height() + gap for button in shown)
        margins = self._column.contentsMargins()
        return margins.top() + 4 + self._mark.sizeHint().height() + below + buttons + margins.bottom()

    def _slim(self) -> int:
        """The width of a button with an icon alone."""
        return self._look.px(ICON) + 36

    def _head(self) -> QWidget:
        head = QWidget()
        self._head_row = row = QHBoxLayout(head)
        row.setSpacing(12)
        self._title = label(self._look, "heading", self.tr("Guesthouse"), wrap=False)
        self._mark = HouseMark(self._look)
        row.addWidget(self._mark)
        row.addWidget(self._title, 1)
        return head

    def _scroll(self, buttons: list[RoomButton]) -> QScrollArea:
        """The upper rooms scroll when the window is too low for all of them."""
        inside = QWidget()
        inside.setProperty("ground", "plain")
        self._upper = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            column.addWidget(button)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area
