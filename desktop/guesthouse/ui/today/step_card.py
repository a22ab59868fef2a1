"""The card "A small step, if you like": one practice, why it is this one, and ways to say no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill, primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import length_and_tone, title_of
from guesthouse.ui.today.apart import Apart
from guesthouse.ui.today.softly_cut import SoftlyCut

if TYPE_CHECKING:
    from guesthouse.domain.suggestion import Suggestion


class BrokenOff(Card):
    """A practice that was left in the middle: it can be gone on with, or left."""

    go_on_asked = Signal()
    leave_asked = Signal()
    came_or_went = Signal()

    def __init__(self, look: Look) -> None:
        """Out of sight."""
        super().__init__("well")
        self.column.setContentsMargins(20, 14, 20, 14)
        self.words = SoftlyCut(look, "body", "ink")
        self.go_on, self.leave = quiet(look, self.tr("Go on")), pill(look, self.tr("Leave it"))
        self.column.addWidget(self.words)
        row = Flow()
        row.addWidget(self.go_on)
        row.addWidget(self.leave)
        self.column.addLayout(row)
        self.go_on.clicked.connect(self.go_on_asked)
        self.leave.clicked.connect(self.leave_asked)
        self.hide()

    def show_place(self, title: str, step: int, steps: int) -> None:
        """At this step (from 0) of so many; after the last only the ending is left."""
        if step < steps:
            text = self.tr("Where you left off: {title}, step {number}")
        else:
            text = self.tr("Where you left off: {title}, the ending")
        self.words.setText(text.format(title=title, number=step + 1))
        self.show()

    def forget(self) -> None:
        """Out of sight, and without its words."""
        self.words.setText("")
        self.hide()

    def setVisible(self, visible: bool) -> None:
        """Whoever stands around it hears of it."""
        super().setVisible(visible)
        self.came_or_went.emit()


class StepCard(Card):
    """Shows what it is given and says what was pressed."""

    tried = Signal()
    gentler_asked = Signal()
    passed = Signal()  # not now
    wanted_after_all = Signal()
    library_asked = Signal()

    def __init__(self, look: Look) -> None:
        """A card that has nothing to suggest yet."""
        super().__init__()
        self._look = look
        self.broken_off = BrokenOff(look)
        self._facts = label(look, "small")
        self._facts_below = label(look, "small")
        self._title = SoftlyCut(look, "words-large", "ink")
        self._purpose = SoftlyCut(look, "body", "ink")
        self._why = label(look, "small")
        self._note = label(look, "small")
        self.try_button = primary(look, self.tr("Try it"))
        self.gentler_button = quiet(look, self.tr("Something gentler"))
        self.not_now_button = quiet(look, self.tr("Not now"))
        self._offer, self._quiet = self._offered(), self._quietened()
        heading = label(look, "subheading", self.tr("A small step, if you like"))
        self._head = Apart(heading, self._facts)
        self.column.addWidget(self._head)
        for widget in (self.broken_off, self._offer, self._quiet, self._note):
            self.column.addWidget(widget, 1 if widget is self._offer else 0)
        self.column.addStretch()
        self.try_button.clicked.connect(self.tried)
        self.gentler_button.clicked.connect(self.gentler_asked)
        self.not_now_button.clicked.connect(self.passed)
        self.broken_off.came_or_went.connect(self._place_facts)
        look.changed.connect(self._head.fit)
        for waiting in (self._note, self._offer, self._quiet):
            waiting.hide()

    def suggest(self, suggestion: Suggestion | None) -> None:
        """This one; without any the library is there."""
        self._note.hide()
        if suggestion is None:
            self.rest(self.tr("Nothing needs doing. The practices are there to look at."))
            return
        from guesthouse.ui.practices.why import why  # nothing is suggested before the first paint

        practice = suggestion.practice
        for facts in (self._facts, self._facts_below):
            facts.setText(length_and_tone(practice))
        self._title.setText(title_of(practice))
        self._purpose.setText(practice.purpose)
        self._why.setText(why(suggestion.reasons))
        self._offer.show()
        self._quiet.hide()
        self._place_facts()

    def forget(self) -> None:
        """Nothing is suggested, and nothing of it held."""
        self.broken_off.forget()
        for part in (self._facts, self._facts_below, self._title, self._purpose, self._why):
            part.setText("")
        self.suggest(None)

    def rest(self, words: str) -> None:
        """A quiet line in place of what was suggested."""
        self._line.setText(words)
        self._note.hide()
        self._offer.hide()
        self._quiet.show()
        self._place_facts()

    def begin(self) -> None:
        """What had the focus is out of sight: it stays in the card."""
        (self.again_button if self._offer.isHidden() else self.try_button).setFocus()

    def say(self, words: str) -> None:
        """A quiet sentence under the buttons."""
        self._note.setText(words)
        self._note.show()
        announce(self._note, words)

    def announce(self) -> None:
        """Another one is suggested, and the focus is on a button."""
        words = f"{self._title.text()}. {self._facts.text()}. {self._purpose.text()}"
        announce(self._title, words)

    def _place_facts(self) -> None:
        """Beside the heading; under the title where they would seem to be about what was broken off."""
        below = not self.broken_off.isHidden()
        self._facts_below.setVisible(below)
        self._facts.setVisible(not below and not self._offer.isHidden())
        self._head.fit()

    def _offered(self) -> QWidget:
        offer = QWidget()
        column = QVBoxLayout(offer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._facts_below)
        column.addWidget(self._purpose)
        column.addSpacing(10)
        column.addStretch(1)
        row = Flow()
        for button in (self.try_button, self.gentler_button, self.not_now_button):
            row.addWidget(button)
        column.addLayout(row)
        column.addSpacing(2)
        column.addWidget(self._why)
        return offer

    def _quietened(self) -> QWidget:
        quietened = QWidget()
        self._line = label(self._look, "soft")
        self.again_button = pill(self._look, self.tr("A small step after all"))
        self.library_button = pill(self._look, self.tr("Practices"))
        column = QVBoxLayout(quietened)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        row = Flow(gap=4)
        for button in (self.again_button, self.library_button):
            button.setProperty("flush", True)
            row.addWidget(button)
        column.addLayout(row)
        self.again_button.clicked.connect(self.wanted_after_all)
        self.library_button.clicked.connect(self.library_asked)
        return quietened
