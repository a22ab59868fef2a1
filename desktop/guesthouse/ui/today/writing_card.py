"""The card "Where you left off": the entry that was written in last, and the way back to it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from guesthouse.domain.errand import Reopen
from guesthouse.domain.journal import Entry, opening_of
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.today.softly_cut import SoftlyCut
from guesthouse.ui.today.words import part_of_day

LINES = 4
JOURNAL = "journal"


class WritingCard(Card):
    """``carried`` goes to the journal: to this entry, or to a new one."""

    carried = Signal(str, object)

    def __init__(self, look: Look) -> None:
        """Nothing was written yet."""
        super().__init__()
        self.column.setContentsMargins(26, 24, 26, 24)
        self._entry: Entry | None = None
        self._when = label(look, "small")
        self._title = SoftlyCut(look, "button", "ink", 1)
        self._opening = SoftlyCut(look, "reading-small", "soft", LINES)
        self._nothing = label(look, "soft")
        self.button = quiet(look, "")
        self.column.addWidget(label(look, "subheading", self.tr("Where you left off")))
        for widget in (self._when, self._title, self._opening, self._nothing):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.column.addSpacing(8)
        row = Flow()
        row.addWidget(self.button)
        self.column.addLayout(row)
        self.button.clicked.connect(self._go)
        self._nothing.setText(self.tr("Nothing is written yet. A line is enough, and nobody else reads it."))

    def show_entry(self, entry: Entry | None, now: datetime, *, words: bool = True) -> None:
        """This one was written in last; None where there are none. Without ``words`` its hour is all that is told."""
        self._entry = entry
        told = entry if words else None
        opening = "" if told is None else opening_of(told.text) or self._noticed(told)
        title = "" if told is None else " ".join(told.title.split())
        self._when.setText("" if entry is None else part_of_day(entry.updated or entry.written, now))
        self._title.setText(title)
        self._opening.setText(opening)
        for widget, shown in (
            (self._when, entry is not None),
            (self._title, bool(title)),
            (self._opening, bool(opening)),
        ):
            widget.setVisible(shown)
            widget.updateGeometry()
        self._nothing.setVisible(entry is None)
        self.button.setText(self.tr("Write something") if entry is None else self.tr("Keep writing"))
        self.button.setAccessibleName(self.button.text())

    def _noticed(self, entry: Entry) -> str:
        """As one reads it on the sheet, where nothing else is written there."""
        noticing = opening_of(entry.noticing)
        return self.tr("I am noticing {noticing}").format(noticing=noticing) if noticing else ""

    def _go(self) -> None:
        self.carried.emit(JOURNAL, Reopen(self._entry.id) if self._entry is not None else None)
