"""One screen of the player: words that scroll where there is no room for them, over a foot that stays in sight."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.voice import words_of
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet

WIDEST = 720
NARROW = 620
LONG = 64
"""A title of more characters than this, or one on a narrow page, is set smaller."""

LOW, LOWEST = 560, 400
"""A page that is lower than this has its title, its note and its foot smaller, for what is answered there."""

MARGIN = 16
"""Pixels that are seen around what has the focus."""

LEAST = 420
"""So high the words' part is where there is room, so that the foot keeps its place from step to step."""


class Screen(QWidget):
    """A title, a note, a column to fill, and a foot to fill."""

    def __init__(self, look: Look, *, least: int = LEAST) -> None:
        """Without words yet."""
        super().__init__()
        self._look, self._least = look, least
        self._low = False
        self.start: QWidget | None = None
        self.sheet = Sheet(look, widest=WIDEST)
        self.title = self._centred("step")
        self.note = self._centred("step-note")
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self.trouble = self._centred("body")
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(32, 12, 32, 16)
        self.foot.setSpacing(8)
        self._lay_out()
        ground = self.sheet.widget()
        if ground is not None:
            ground.installEventFilter(self)
        look.changed.connect(self._fit)

    def say(self, title: str, note: str = "") -> None:
        """Show these words over the column."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._fit()
        self.sheet.verticalScrollBar().setValue(0)

    def arrive(self) -> None:
        """The room was come back to: the focus goes to where it is when the screen is new."""
        if self.start is not None:
            self.focus_on(self.start)

    def focus_on(self, there: QWidget) -> None:
        """Put the focus there, and bring it into sight once everything has its place."""
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._bring_into_sight)

    def show_whole(self, opened: QWidget) -> None:
        """Bring what was opened into sight, as far as what has the focus stays there."""
        QTimer.singleShot(0, opened, partial(self._bring_into_sight, opened))

    def tell_trouble(self, trouble: Trouble | None) -> None:
        """Say quietly what could not be written; None: it is written now."""
        title, advice = words_of(trouble) if trouble is not None else ("", "")
        text = f"{title} {advice}".strip()
        told = self.trouble.text()
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        if text and text != told:
            self.announce(text)

    def announce(self, text: str) -> None:
        """Say something that changed away from the focus."""
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in the column wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_height()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        column = self.sheet.column
        column.setContentsMargins(0, 24, 0, 16)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(8)
        column.addWidget(self.note)
        column.addSpacing(24)
        column.addLayout(self.body)
        column.addStretch(1)
        self.foot.addWidget(self.trouble)
        self.trouble.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.sheet, 1000)
        outer.addLayout(self.foot)
        outer.addStretch(1)

    def _centred(self, role: str) -> QLabel:
        made = label(self._look, role)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made

    def set_low(self, low: bool) -> None:
        """There is little height, or enough of it."""
        self.foot.setContentsMargins(32, 4 if low else 12, 32, 8 if low else 16)
        self.sheet.column.setContentsMargins(0, 8 if low else 24, 0, 16)

    def _fit(self) -> None:
        low = self.height() < self._look.px(LOW)
        small = low or self.width() < self._look.px(NARROW) or len(self.title.text()) > LONG
        title = "step-low" if self.height() < self._look.px(LOWEST) else "step-small" if small else "step"
        for words, role in ((self.title, title), (self.note, "soft" if low else "step-note")):
            if words.property("role") != role:
                self._look.dress(words, role)
        if low != self._low:
            self._low = low
            self.set_low(low)
        self._fit_height()

    def _bring_into_sight(self, opened: QWidget | None = None) -> None:
        inside = self.sheet.widget()
        for there in (opened, self.focusWidget()):  # what has the focus comes last: it stays where both have no room
            if there is not None and inside is not None and inside.isAncestorOf(there):
                self.sheet.ensureWidgetVisible(there, 0, MARGIN)

    def _fit_height(self) -> None:
        """As high as its words are, and a little more where they are few."""
        ground = self.sheet.widget()
        layout = ground.layout() if ground is not None else None
        if layout is None:
            return
        width = self.sheet.viewport().width()
        wanted = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self.sheet.setMaximumHeight(max(wanted, self._look.px(self._least)))
