"""The sheet one writes on: hour, title, tags, the noticing line, the text, and at its foot what one can do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guesthouse.domain.journal import Entry
from guesthouse.domain.words import Query, places_of, words_in
from guesthouse.qt.look import Look
from guesthouse.ui.editor.editor import MarkdownEditor
from guesthouse.ui.journal.foot import Foot
from guesthouse.ui.journal.picture_strip import PictureStrip
from guesthouse.ui.journal.tag_field import TagField
from guesthouse.ui.journal.title_field import BareField
from guesthouse.ui.journal.words import moment
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.labels import label

WIDEST = 680
"""So wide (design pixels) a line is comfortable to read."""

LOW = 540
"""Below this height (design pixels) what is empty over the text makes room for it."""

COUNT_MS = 600
"""So long after the last key the words are counted."""


class Sheet(QWidget):
    """Shows an entry and gives it back as it stands. What is done about it is told by signals."""

    changed = Signal()
    hour_asked = Signal()
    back = Signal()

    def __init__(self, look: Look, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """An empty sheet."""
        super().__init__(parent)
        self._look, self._clock = look, clock
        self._showing = False
        self._shown = ("", "", "")
        self._focused = False
        self._crowded = False
        self._low = False
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(COUNT_MS)
        self._count.timeout.connect(self._count_words)
        self.title = BareField(look, "reading-title", self.tr("Title"), self.tr("A title, if you like"))
        self.tags = TagField(look)
        self.noticing = BareField(
            look, "words", self.tr("The noticing line"), self.tr("anger, a tight chest, a memory …")
        )
        self.editor = MarkdownEditor(look)
        self.foot = Foot(look)
        self.pictures = PictureStrip(look)
        self.hour = pill(look, "")
        self.hour.setProperty("flush", True)
        self.hour.setAccessibleName(self.tr("Date and time"))
        self.back_button = pill(look, self.tr("All entries"))
        self._state = label(look, "small", wrap=False)
        self.above, self.below = QVBoxLayout(), QVBoxLayout()  # what others put over the text, and under it
        self._lay_out()
        self._wire()
        look.changed.connect(self._fit)

    def show_entry(self, entry: Entry, about: Sequence[str], found: Query) -> None:
        """Put an entry on the sheet; ``about`` are the names of its thoughts, and what is ``found`` is marked."""
        self._showing = True
        self.title.setText(entry.title)
        self.title.setCursorPosition(0)
        self.tags.set_tags(entry.tags)
        self.noticing.setText(entry.noticing)
        self.noticing.setCursorPosition(0)
        self.editor.set_words(entry.text)
        self._shown = self._fields()
        self.show_facts(entry, about)
        self.mark(found)
        self._showing = False
        self._count_words()

    def show_facts(self, entry: Entry, about: Sequence[str]) -> None:
        """What is not written on the sheet itself: the hour, and the thoughts it is about."""
        self.hour.setText(moment(entry.written, self._clock()))
        self.hour.setAccessibleName(self.tr("Date and time: {hour}").format(hour=self.hour.text()))
        self.foot.show_about(list(zip(entry.guests, about, strict=True)))

    def show_tags(self, entry: Entry) -> None:
        """Other tags than before, and everything else as it stands."""
        self._showing = True
        self.tags.set_tags(entry.tags)
        self._showing = False

    def mark(self, found: Query) -> None:
        """Mark what was looked for in the text."""
        places = places_of(found, self.editor.words()) if found.terms else []
        if places:
            self.editor.mark(places)
        else:
            self.editor.clear_marks()

    def read(self, entry: Entry) -> Entry:
        """The entry as it stands on the sheet now.

        What was not touched is the entry's own, to the byte: a field cannot show every character (a carriage return).
        """
        own = (entry.title, entry.noticing, entry.text)
        fields = self._fields()
        title, noticing, text = (
            kept if field == shown else field for kept, field, shown in zip(own, fields, self._shown, strict=True)
        )
        return replace(entry, title=title, tags=self.tags.tags(), noticing=noticing, text=text)

    def empty(self) -> None:
        """Hold nobody's words."""
        self._showing = True
        self.title.setText("")  # clear() could be undone
        self.tags.set_tags(())
        self.noticing.setText("")
        self.editor.set_words("")
        self.pictures.show_text("")
        self._shown = ("", "", "")
        self.foot.show_about([])
        self.foot.show_practice("")
        self.hour.setText("")
        self.hour.setAccessibleName(self.tr("Date and time"))
        self.say("")
        self._count.stop()
        self._showing = False

    def say(self, state: str) -> None:
        """ "Saved", or what stands in the way."""
        self._state.setText(state)

    def set_focused(self, focused: bool) -> None:
        """Leave only the page, or show everything again."""
        self._focused = focused
        self._fit()

    def set_crowded(self, crowded: bool) -> None:
        """Something stands over the text: where there is little room, the lines around it make way."""
        self._crowded = crowded
        self._fit()

    def begin(self) -> None:
        """Put the cursor where one writes."""
        self.editor.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column stays readable, however wide the window is."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.back_button)
        top.addWidget(self.hour)
        top.addStretch(1)
        top.addWidget(self._state)
        self._column = QWidget()
        column = self._lines = QVBoxLayout(self._column)
        column.setContentsMargins(0, 28, 0, 16)
        column.setSpacing(4)
        for widget in (self._top, self.title, self.tags, self._noticing_row()):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(self.above)
        column.addWidget(self.editor, 1)
        column.addWidget(self.pictures)
        column.addLayout(self.below)
        column.addWidget(self.foot)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(self._column, 1000)
        outer.addStretch(1)

    def _noticing_row(self) -> QWidget:
        self._noticing = QWidget()
        before = label(self._look, "soft", self.tr("I am noticing"), wrap=False)
        before.setBuddy(self.noticing)
        row = QHBoxLayout(self._noticing)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(before)
        row.addWidget(self.noticing, 1)
        return self._noticing

    def _wire(self) -> None:
        for signal in (self.title.textChanged, self.tags.changed, self.noticing.textChanged, self.editor.changed):
            signal.connect(self._changed)
        self.title.onward.connect(self.tags.setFocus)
        self.tags.returnPressed.connect(self.noticing.setFocus)
        self.noticing.onward.connect(self.editor.setFocus)
        self.hour.clicked.connect(self.hour_asked)
        self.back_button.clicked.connect(self.back)

    def _fields(self) -> tuple[str, str, str]:
        return self.title.text(), self.noticing.text(), self.editor.words()

    def _changed(self) -> None:
        if not self._showing:
            self._count.start()
            self.changed.emit()

    def _count_words(self) -> None:
        words = self.editor.words()
        self.foot.show_count(len(words_in(words)))
        self.pictures.show_text(words)

    def _fit(self) -> None:
        low = self.height() < self._look.px(LOW)
        shown = not self._focused and not (low and self._crowded)
        self._top.setVisible(not self._focused)
        self.title.setVisible(not (low and self._crowded))
        for widget in (self.tags, self.foot):
            widget.setVisible(shown)
        self._noticing.setVisible(shown and not (low and not self.noticing.text()))
        self._lines.setContentsMargins(0, 12 if low else 28, 0, 8 if low else 16)
        if low != self._low:
            self._low = low
            self.foot.set_low(low)
        width = min(self.width() - 2 * self._look.px(24), self._look.px(WIDEST))
        self._column.setFixedWidth(max(240, width))
        self.back_button.setIcon(self._look.icon("arrow-left", "ink", size=16))
