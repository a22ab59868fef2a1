"""The foot of the sheet: how many words, which thoughts it is about, and what one can do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.journal.words import words_counted
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label

SMALL, LARGE = 16, 22
"""An icon beside its words, and one that stands alone."""

MOST_SHOWN = 40
"""So many characters of a thought's name stand on its button; all of them are its accessible name."""


class Foot(QWidget):
    """Buttons and facts; what they do is the page's business."""

    about_asked = Signal()
    not_about = Signal(str)  # the id of a thought the entry is not about after all
    practice_asked = Signal()  # the practice that the entry came from is to be seen

    def __init__(self, look: Look) -> None:
        """Nothing written, about nobody."""
        super().__init__()
        self._look = look
        self._low = False
        self._about: list[QPushButton] = []
        self._count = label(look, "small", wrap=False)
        self._count.setContentsMargins(8, 8, 0, 0)
        self.prompt = self._button(self.tr("Prompt"), "sparkle")
        self.timer = self._button(
            self.tr("Soft timer"), "hourglass-simple", self.tr("Suggests stopping after a few minutes; nothing ends")
        )
        self.focus = self._button(self.tr("Focus"), "corners-out", self.tr("Leaves only the page (F11)"))
        self.let_in = self._button(
            self.tr("Let it in"), "sign-in", self.tr("Sends the selected sentence to the canvas as a visitor")
        )
        self.about = self._button(self.tr("About a thought"), "plus")
        self.practice = self._button(self.tr("After a practice"), "leaf", self.tr("Shows the practice"))
        self.practice.hide()
        self.picture = self._button(self.tr("Picture"), "image", self.tr("Or drop one on the page"))
        self.export = self._button(self.tr("Export"), "export")
        self.delete = self._button(self.tr("Delete entry"), "trash")
        self._verbs = (
            self.prompt,
            self.timer,
            self.focus,
            self.let_in,
            self.picture,
            self.export,
            self.delete,
        )
        self.let_in.setEnabled(False)
        self._lay_out()
        self.about.clicked.connect(self.about_asked)
        self.practice.clicked.connect(self.practice_asked)
        look.changed.connect(self._dress)
        self._dress()

    def show_count(self, words: int) -> None:
        """How many words are written."""
        self._count.setText(words_counted(words))

    def show_about(self, thoughts: Sequence[tuple[str, str]]) -> None:
        """The thoughts the entry is about, by id and name."""
        for button in self._about:
            button.deleteLater()
            self._thoughts.removeWidget(button)
        self._about = [self._thought(guest, name) for guest, name in thoughts]
        self._thoughts.removeWidget(self.about)
        for button in (*self._about, self.about):
            self._thoughts.addWidget(button)

    def show_practice(self, title: str) -> None:
        """The practice the entry came from; an empty title is none."""
        named = self.tr("After “{practice}”").format(practice=title)
        self.practice.setText(named.replace("&", "&&"))
        self.practice.setAccessibleName(named)
        self.practice.setToolTip("")
        self.practice.setVisible(bool(title))

    def set_low(self, low: bool) -> None:
        """Where there is little room the buttons are icons in one row, and the facts over them are left out."""
        self._low = low
        self._facts.setVisible(not low)
        for button in self._verbs:
            button.setText("" if low else button.accessibleName())
        self._dress()

    def _thought(self, guest: str, name: str) -> QPushButton:
        plain = " ".join(name.split())
        shown = plain if len(plain) <= MOST_SHOWN else plain[: MOST_SHOWN - 1].rstrip() + "…"
        button = pill(self._look, shown.replace("&", "&&"))
        button.setProperty("chip", True)
        button.setIcon(self._look.icon("x", "soft", size=14))
        button.setAccessibleName(self.tr("About: {thought}").format(thought=plain))
        button.setToolTip(self.tr("Take this thought off the entry"))
        button.clicked.connect(partial(self.not_about.emit, guest))
        return button

    def _button(self, name: str, icon: str, tip: str = "") -> QPushButton:
        button = pill(self._look, name)
        button.setProperty("glyph", icon)
        button.setProperty("tight", True)
        button.setAccessibleName(name)
        button.setAccessibleDescription(tip)
        button.setToolTip(f"{name}. {tip}" if tip else name)
        return button

    def _lay_out(self) -> None:
        holder = QWidget()
        self._thoughts = Flow(holder, gap=6)
        self._thoughts.addWidget(self.practice)
        self._thoughts.addWidget(self.about)
        self._facts = QWidget()
        about = QHBoxLayout(self._facts)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(8)
        about.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(holder, 1)
        buttons = Flow(gap=2)
        for button in self._verbs:
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._facts)
        column.addLayout(buttons)

    def _dress(self) -> None:
        size = LARGE if self._low else SMALL
        for button in (*self._verbs, self.about, self.practice):
            button.setIcon(
                self._look.icon(str(button.property("glyph")), "soft", size=size, room=0 if self._low else 4)
            )
            side = self._look.px(size)
            button.setIconSize(QSize(side + (0 if self._low else self._look.px(4)), side))
