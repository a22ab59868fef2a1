"""Noticings that were kept: the word that one is, and the last few to read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guesthouse.domain.noticing import Noticing
from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.today.panel import Panel, follow
from guesthouse.ui.today.softly_cut import SoftlyCut
from guesthouse.ui.today.words import part_of_day


class KeptNote(QWidget):
    """ "Kept.", and what one may do with it."""

    write_asked = Signal()
    anew_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Out of sight."""
        super().__init__()
        self._words = label(look, "soft", self.tr("Kept."), wrap=False)
        self.write = pill(look, self.tr("Write about this"))
        self.anew = pill(look, self.tr("Begin anew"))
        row = Flow(self, gap=4)
        for widget in (self._words, self.write, self.anew):
            row.addWidget(widget)
        self.write.clicked.connect(self.write_asked)
        self.anew.clicked.connect(self.anew_asked)
        self.hide()

    def say(self) -> None:
        """It is kept."""
        self.show()
        announce(self, self._words.text())


class KeptBefore(Panel):
    """The last few, each with its hour; one can write about it, or erase it."""

    write_asked = Signal(object)
    erase_asked = Signal(object)

    def __init__(self, look: Look, clock: Callable[[], datetime]) -> None:
        """None yet."""
        super().__init__(look)
        self._look, self._clock = look, clock
        self._rows: list[QWidget] = []
        self.column.setSpacing(16)
        self.column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTrailing)

    def show_these(self, noticings: Sequence[Noticing]) -> None:
        """The latest first."""
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(noticing) for noticing in noticings]
        for place, row in enumerate(self._rows):
            self.column.insertWidget(place, row)
            row.show()  # at once, not in the next turn: the focus may go to it

    def stand_after(self, widget: QWidget) -> None:
        """Tab comes here from there."""
        for row in self._rows:
            follow(widget, row)
            widget = row.findChildren(QPushButton)[-1]
        self.setTabOrder(widget, self.fold)

    def begin(self) -> None:
        """To the first of them."""
        first = self._rows[0].findChild(QPushButton) if self._rows else None
        (first or self.fold).setFocus()

    def _row(self, noticing: Noticing) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(2)
        when = part_of_day(noticing.noticed, self._clock())
        write, erase = pill(self._look, self.tr("Write about this")), pill(self._look, self.tr("Erase"))
        for button, asked in ((write, self.write_asked), (erase, self.erase_asked)):
            button.setProperty("flush", True)
            named = self.tr("{button}: {sentence}").format(button=button.text(), sentence=noticing.sentence)
            button.setAccessibleName(named)
            button.clicked.connect(partial(self._ask, asked, noticing))
        column.addWidget(label(self._look, "small", when))
        words = SoftlyCut(self._look, "words", "ink")
        words.setText(noticing.sentence)
        column.addWidget(words)
        buttons = Flow(gap=8)
        buttons.addWidget(write)
        buttons.addWidget(erase)
        column.addLayout(buttons)
        return row

    def _ask(self, asked: SignalInstance, noticing: Noticing, _pressed: bool = False) -> None:
        asked.emit(noticing)
