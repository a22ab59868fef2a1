"""The bars over an exercise: its title, Pause, Slower, Still, In words and Stop here; and at the foot its own keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill, primary
from guesthouse.ui.parts.floating import Floating
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.roll import Roll
from guesthouse.ui.parts.tab_order import chain
from guesthouse.ui.steps.inline import Inline

GAP = 8
SIDES, TALL = 28, 8
"""Pixels of a bar around what is in it."""


class TopBar(QWidget):
    """Nothing here makes anything faster."""

    paused = Signal(bool)
    slower = Signal(bool)
    still = Signal(bool)
    in_words = Signal(bool)
    stopped = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Over no exercise yet."""
        super().__init__(parent)
        self._look = look
        self.title = label(look, "pill", wrap=False)
        self._name = Floating(look, self)
        self._name.row.setContentsMargins(18, 8, 18, 8)
        self._name.row.addWidget(self.title)
        self._keys = Floating(look, self)
        inside = QWidget()
        self._line = Inline(inside, gap=4, between=2)
        self._keys.row.addWidget(inside)
        self.pause_button = self._key(self.tr("Pause"))
        self.slower_button = self._key(self.tr("Slower"), checkable=True)
        self.still_button = self._key(self.tr("Still"), checkable=True)
        self.words_button = self._key(self.tr("In words"), checkable=True)
        self.stop_button = self._key(self.tr("Stop here"))
        self.slower_button.setAccessibleDescription(self.tr("At a slower pace; press again for the usual one"))
        self.still_button.setAccessibleDescription(self.tr("The same exercise, and nothing moves"))
        self.words_button.setAccessibleDescription(self.tr("What is to be seen, as a text"))
        self.stop_button.setAccessibleDescription(self.tr("Leave at once, and go to a quiet page"))
        self._is_paused = False
        self._wire()

    def begin(self, title: str, *, moves: bool, still: bool) -> None:
        """Of an exercise with this title: not paused, at its usual pace."""
        self.title.setText(title)
        self.show_moving(moves)
        self._show_paused(False)
        for key, on in ((self.slower_button, False), (self.still_button, still), (self.words_button, False)):
            key.blockSignals(True)
            key.setChecked(on)
            key.blockSignals(False)

    def show_moving(self, moves: bool) -> None:
        """Pause and Slower are there where anything moves by itself."""
        self.pause_button.setVisible(moves)
        self.slower_button.setVisible(moves)

    def arrange(self, width: int) -> int:
        """Take this width, and return the height that is needed: one line where there is room."""
        right = self.isRightToLeft()
        keys = [key for key in self._all() if not key.isHidden()]
        wide = sum(key.sizeHint().width() for key in keys) + 4 * (len(keys) - 1) + SIDES
        name = self._name.sizeHint()
        taken = min(wide, width)
        tall = self._line.heightForWidth(taken - SIDES) + TALL
        beside = name.width() + 16 + wide <= width
        self._name.setVisible(beside or name.width() <= width)
        top = 0 if beside else name.height() + GAP if self._name.isVisibleTo(self) else 0
        line = max(tall, name.height()) if beside else name.height()
        keys_at = QRect(width - taken, top, taken, max(tall, line if beside else 0))
        name_at = QRect(0, 0, name.width(), line)
        if right:
            keys_at.moveLeft(0)
            name_at.moveRight(width - 1)
        self._keys.setGeometry(keys_at)
        self._name.setGeometry(name_at)
        return keys_at.bottom() + 1

    def _all(self) -> tuple[QPushButton, ...]:
        return (self.pause_button, self.slower_button, self.still_button, self.words_button, self.stop_button)

    def _key(self, text: str, *, checkable: bool = False) -> QPushButton:
        made = pill(self._look, text, checkable=checkable)
        made.setAccessibleName(text)
        self._line.addWidget(made)
        return made

    def _wire(self) -> None:
        self.pause_button.clicked.connect(self._turn_pause)
        self.slower_button.toggled.connect(self.slower)
        self.still_button.toggled.connect(self.still)
        self.words_button.toggled.connect(self.in_words)
        self.stop_button.clicked.connect(self.stopped)

    def _turn_pause(self) -> None:
        self._show_paused(not self._is_paused)
        self.paused.emit(self._is_paused)

    def _show_paused(self, paused: bool) -> None:
        """The button says what it does next."""
        self._is_paused = paused
        text = self.tr("Resume") if paused else self.tr("Pause")
        self.pause_button.setText(text)
        self.pause_button.setAccessibleName(text)


class Foot(Floating):
    """The exercise's own keys and the way on, in lines; it scrolls where that would fill the page."""

    went_on = Signal()
    grown = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Only the way on."""
        super().__init__(look, parent, opacity=0.97)
        self.row.setContentsMargins(16, 10, 16, 10)
        self.go_on = primary(look, self.tr("Go on"))
        self.go_on.setAccessibleName(self.tr("Go on"))
        self.go_on.clicked.connect(self.went_on)
        self._roll = Roll(look)
        self._inside = QWidget()
        self._line = Inline(self._inside, gap=12, between=8, centred=True)
        self._line.addWidget(self.go_on)
        self._roll.column.addWidget(self._inside)
        self.row.addWidget(self._roll)
        self._inside.installEventFilter(self)

    def fill(self, controls: Sequence[QWidget]) -> None:
        """With these before the way on, in the place of those before."""
        self._line.removeWidget(self.go_on)
        for control in controls:
            self._line.addWidget(control)
            if not control.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                control.show()  # else only in the next turn of the event loop, and nobody could come to it before
        self._line.addWidget(self.go_on)
        chain((*controls, self.go_on))

    def show_way_on(self, on: bool) -> None:
        """The way on is there where it leads on."""
        self.go_on.setVisible(on)

    def clear(self, controls: Sequence[QWidget]) -> None:
        """Without these; they go with their exercise."""
        for control in controls:
            self._line.removeWidget(control)
            control.hide()
            control.setParent(None)
            control.deleteLater()

    def arrange(self, width: int, most: int) -> tuple[int, int]:
        """Width and height for this much room."""
        natural = self._line.sizeHint().width() + 2 * 16 + 2
        wide = min(width, max(natural, 200))
        tall = self._line.heightForWidth(wide - 2 * 16) + 2 * 10 + 2
        return wide, min(tall, max(most, self.go_on.sizeHint().height() + 20))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it wants another height."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside:
            self.grown.emit()
        return False
