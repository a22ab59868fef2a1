"""What was done with a practice before: each time with its day, and what was written then, to be read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from guesthouse.domain.sitting import Kept, Sitting, State
from guesthouse.qt.look import Look
from guesthouse.ui.journal.words import moment
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import readable

Retell = Callable[[Sitting], Sequence[tuple[str, str]]]
"""Questions and answers of one time, as they are read."""

AT_FIRST = 6
MORE = 20
"""So many earlier times are added at once."""


class Time(QWidget):
    """One time: its day as a button, and below it what was written, once that is wanted."""

    entry_asked = Signal(str)
    erase_asked = Signal(str)
    keep_asked = Signal(str)

    def __init__(self, look: Look, sitting: Sitting, now: datetime, retell: Retell) -> None:
        """Closed."""
        super().__init__()
        self._look, self._sitting, self._retell = look, sitting, retell
        self.day = _small(look, moment(sitting.began, now))
        self.day.setCheckable(True)
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        head = Flow(gap=8)
        head.addWidget(self.day)
        if how(sitting):
            head.addWidget(label(look, "small", how(sitting), wrap=False))
        self._column.addLayout(head)
        self.day.setAccessibleDescription(how(sitting))
        self.day.toggled.connect(self._open)
        look.changed.connect(self._dress)
        self._dress()

    def _open(self, on: bool) -> None:
        if on and self._inside is None:
            self._inside = self._words()
            self._column.addWidget(self._inside)
        if self._inside is not None:
            self._inside.setVisible(on)
        self._dress()

    def _words(self) -> QWidget:
        card = Card("well")
        pairs = self._retell(self._sitting)
        for question, answer in pairs:
            if question:
                card.column.addWidget(label(self._look, "small", readable(question)))
            card.column.addWidget(self._answer(answer))
        if card.column.count() == 0:
            card.column.addWidget(label(self._look, "soft", self._nothing()))
        buttons = Flow(gap=16)
        if self._sitting.kept is Kept.JOURNAL and self._sitting.entry is not None:
            entry = self._sitting.entry
            go = _small(self._look, self.tr("Open it in the journal"))
            go.clicked.connect(lambda: self.entry_asked.emit(entry))
            buttons.addWidget(go)
        elif self._sitting.kept is Kept.HERE and pairs:
            keep = _small(self._look, self.tr("Keep in journal"))
            keep.clicked.connect(lambda: self.keep_asked.emit(self._sitting.id))
            buttons.addWidget(keep)
        erase = _small(self._look, self.tr("Erase this time"))
        erase.clicked.connect(lambda: self.erase_asked.emit(self._sitting.id))
        buttons.addWidget(erase)
        card.column.addLayout(buttons)
        return card

    def _answer(self, text: str) -> QWidget:
        made = label(self._look, "reading-small", readable(text), selectable=True)
        made.setContentsMargins(0, 0, 0, 8)
        return made

    def _nothing(self) -> str:
        if self._sitting.kept is Kept.JOURNAL:
            return self.tr("What you wrote is in the journal.")
        return self.tr("Nothing was written, or nothing was kept.")

    def _dress(self) -> None:
        onward = "caret-left" if self.isRightToLeft() else "caret-right"
        arrow = "caret-down" if self.day.isChecked() else onward
        self.day.setIcon(self._look.icon(arrow, "soft", "sage-ink", size=14, room=4))


class History(Card):
    """The times, the latest first; out of sight where there was none."""

    entry_asked = Signal(str)
    erase_asked = Signal(str)
    keep_asked = Signal(str)
    """What was written is to be an entry of the journal, by the id of the sitting."""
    unfolded = Signal(QWidget)
    """This Time was opened, and reaches further down than before."""
    earlier_asked = Signal()
    """All that is known of is shown, and there are more: they are to be shown with those that are there."""

    def __init__(self, look: Look) -> None:
        """None yet."""
        super().__init__()
        self._look = look
        self._practice = ""
        self._showing = False
        self._retell: Retell = lambda sitting: []
        self._left: list[Sitting] = []
        self._more = False
        self._now: datetime | None = None
        self._times = QVBoxLayout()
        self._times.setSpacing(4)
        self.more = _small(look, self.tr("Earlier ones"))
        self.more.clicked.connect(self._earlier)
        self.column.addWidget(label(look, "subheading", self.tr("What you did with it before")))
        self.column.addLayout(self._times)
        row = Flow()
        row.addWidget(self.more)
        self.column.addLayout(row)
        self.hide()

    def show_times(
        self, practice: str, sittings: Sequence[Sitting], now: datetime, retell: Retell, *, more: bool = False
    ) -> None:
        """Those of the practice with this id, in place of those before; what lies open stays open.

        ``retell`` gives the questions and answers of one; ``more`` says that there are earlier ones than these.
        """
        same = practice == self._practice
        opened, shown = (self._opened(), len(self.times())) if same else (set(), 0)
        while item := self._times.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._practice, self._retell, self._left, self._now = practice, retell, list(sittings), now
        self._more = more
        self._add(max(AT_FIRST, shown))
        self._showing = True
        for time in self.times():
            time.day.setChecked(time.property("sitting") in opened)
        self._showing = False
        self.setVisible(bool(sittings))

    def times(self) -> list[Time]:
        """Those that are shown."""
        items = (self._times.itemAt(place) for place in range(self._times.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Time)]

    def go_to(self, sitting_id: str) -> None:
        """Put the focus on this time, where it is shown, and tell where its words are."""
        for time in self.times():
            if time.property("sitting") == sitting_id:
                time.day.setFocus()
                told = time.day.accessibleDescription()
                announce(time.day, told)

    def _unfold(self, time: Time, on: bool) -> None:
        if on and not self._showing:
            self.unfolded.emit(time)

    def _earlier(self) -> None:
        if len(self._left) < MORE and self._more:
            self.earlier_asked.emit()
        self._add(MORE)

    def _opened(self) -> set[object]:
        return {time.property("sitting") for time in self.times() if time.day.isChecked()}

    def _add(self, many: int) -> None:
        if self._now is None:
            return
        for sitting in self._left[:many]:
            time = Time(self._look, sitting, self._now, self._retell)
            time.setProperty("sitting", sitting.id)
            time.entry_asked.connect(self.entry_asked)
            time.erase_asked.connect(self.erase_asked)
            time.keep_asked.connect(self.keep_asked)
            time.day.toggled.connect(partial(self._unfold, time))
            self._times.addWidget(time)
        self._left = self._left[many:]
        self.more.setVisible(bool(self._left) or self._more)


def _small(look: Look, text: str) -> QPushButton:
    button = pill(look, text)
    button.setProperty("flush", True)
    return button


def how(sitting: Sitting) -> str:
    """Whether it was done to its end, and where what was written is."""
    say = QCoreApplication.translate
    parts = []
    if sitting.state is State.STOPPED:
        parts.append(say("Practices", "left before its end"))
    if sitting.kept is Kept.JOURNAL:
        parts.append(say("Practices", "kept in the journal"))
    return " · ".join(parts)
