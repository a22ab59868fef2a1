"""Five sliders before and after: both dots on each line, quietly, and never a figure, a difference or a colour."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from guesthouse.domain.ratings import NAMES, Moment, Question, Ratings, RatingWords
from guesthouse.qt.look import Look
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.rating_slider import RatingSlider
from guesthouse.ui.steps.inline import Inline


class RatingCard(Card):
    """Asked with :meth:`show_before` or :meth:`show_after`; ``given`` brings what was said, skipped or not."""

    given = Signal(object)
    """Ratings: those that were touched. After Skip there is nothing in it."""

    def __init__(self, look: Look) -> None:
        """It asks nothing yet."""
        super().__init__()
        self._look = look
        self.moment = Moment.BEFORE
        self.sliders: dict[str, RatingSlider] = {}
        self.title = label(look, "heading")
        self.note = label(look, "soft")
        self.aim = label(look, "body")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.go_on = primary(look, self.tr("Go on"))
        self.skip = quiet(look, self.tr("Skip"))
        self.ways = QWidget()
        """The two ways on; where the card scrolls, they may stand below it, in sight."""
        self._lay_out()
        self.go_on.clicked.connect(lambda: self.given.emit(self.ratings()))
        self.skip.clicked.connect(lambda: self.given.emit(Ratings()))

    def show_before(self, words: RatingWords) -> None:
        """Ask, before."""
        self._ask(words, Moment.BEFORE, Ratings())

    def show_after(self, words: RatingWords, before: Ratings) -> None:
        """Ask again, with what was said before on each line."""
        self._ask(words, Moment.AFTER, before)

    def ratings(self) -> Ratings:
        """What was said so far: an untouched slider is no answer."""
        return Ratings(**{name: slider.said for name, slider in self.sliders.items()})

    def begin(self) -> None:
        """The focus goes to the first slider, and what is asked is told."""
        if self.sliders:
            self.sliders[NAMES[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        told = " ".join(part.text() for part in (self.title, self.note, self.aim) if part.text())
        announce(self, told)

    def clear(self) -> None:
        """Hold no answer."""
        for slider in self.sliders.values():
            slider.put(None)

    def _ask(self, words: RatingWords, moment: Moment, before: Ratings) -> None:
        self.moment = moment
        after = moment is Moment.AFTER
        if not self.sliders:
            for name in NAMES:
                self._rows.addWidget(self._row(name, words.questions[name]))
        for name, said in before.values().items():
            self.sliders[name].put(None, said)
        self.title.setText(words.after if after else words.before)
        self.note.setText(words.after_note if after and before.said else words.before_note)
        self.aim.setText(words.aim if after else "")
        self.aim.setVisible(after)
        self.skip.setText(words.skip)
        self.skip.setAccessibleName(words.skip)

    def _row(self, name: str, question: Question) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        slider = self.sliders[name] = RatingSlider(self._look, question)
        asked = label(self._look, "subheading" if name == NAMES[0] else "body", question.asked)
        asked.setBuddy(slider)
        ends = QHBoxLayout()
        ends.setSpacing(16)
        ends.addWidget(label(self._look, "small", question.low, wrap=False))
        ends.addStretch(1)
        ends.addWidget(label(self._look, "small", question.high, wrap=False))
        column.addWidget(asked)
        column.addWidget(slider)
        column.addLayout(ends)
        return made

    def _lay_out(self) -> None:
        self.column.setSpacing(4)
        self.column.addWidget(self.title)
        self.column.addWidget(self.note)
        self.column.addWidget(self.aim)
        self.column.addSpacing(8)
        self.column.addLayout(self._rows)
        row = Inline(self.ways, gap=12, between=8)
        row.addWidget(self.go_on)
        row.addWidget(self.skip)
        self.column.addSpacing(8)
        self.column.addWidget(self.ways)
