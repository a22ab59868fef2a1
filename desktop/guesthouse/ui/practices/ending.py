"""The end of a practice: the room, the next five minutes, see it again or not, and where the words go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from guesthouse.domain.player_words import EndingWords
from guesthouse.domain.practice import Answer, said
from guesthouse.domain.sitting import Kept, Verdict
from guesthouse.qt.look import Look
from guesthouse.ui.parts.buttons import pill, primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.screen import Screen
from guesthouse.ui.steps.fields import WordsField
from guesthouse.ui.steps.inline import Inline
from guesthouse.ui.steps.verdicts import Verdicts

FIVE = "five-minutes"
"""Where the line about the next five minutes is kept; no gap can be called so."""


class Ending(Screen):
    """Nothing here has to be answered."""

    changed = Signal()
    judged = Signal(object)  # a Verdict, or None
    kept = Signal(object)  # where the words go: a Kept
    write_asked = Signal()
    support_asked = Signal()
    unwell_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, words: EndingWords) -> None:
        """The ending of no practice yet."""
        super().__init__(look)
        self._words = words
        self.field = WordsField(look, words.five, role="words", most=5)
        self.verdicts = Verdicts(look, words.again)
        self._told = label(look, "small")
        self.in_journal = quiet(look, self.tr("Keep in journal"))
        self.here = quiet(look, self.tr("Keep with the practice"))
        self.nowhere = quiet(look, self.tr("Don’t keep"))
        self.nowhere.setAccessibleName(self.tr("Don't keep"))
        self._where = label(look, "small", words.written_note)
        self._written = self._make_written()
        self.leave = primary(look, self.tr("Back to Practices"))
        self.write = quiet(look, self.tr("Write about this"))
        self.support = quiet(look, self.tr("Support"))
        self.unwell = pill(look, self.tr("That didn’t sit well"))
        self.unwell.setAccessibleName(self.tr("That didn't sit well"))
        self.start = self.field
        self._lay_out_cards()
        self._wire()

    def begin(self, five: Answer, verdict: Verdict | None, *, back: str = "") -> None:
        """With what was written and said before; ``back`` is what leaving is called, where it leads on elsewhere."""
        self.field.setReadOnly(False)
        self.field.set_words(said(five))
        self.verdicts.put(verdict)
        self._tell_verdict(verdict)
        self._where.setText(self._words.written_note)
        self._offer(True)
        self.leave.setText(back or self.tr("Back to Practices"))
        self.say(self._words.room, self._words.room_note)
        self.announce(f"{self._words.room} {self._words.room_note} {self._words.five}")
        self.arrive()

    def answers(self) -> dict[str, Answer]:
        """The line about the next five minutes."""
        return {FIVE: self.field.words()}

    def show_written(self, written: bool) -> None:
        """Whether there is something to keep."""
        self._written.setVisible(written)

    def show_kept(self, kept: Kept) -> None:
        """It is done: say where the words are now."""
        told = {
            Kept.JOURNAL: self._words.in_journal,
            Kept.HERE: self._words.here,
            Kept.NOWHERE: self._words.nowhere,
        }[kept]
        self._where.setText(told)
        self._offer(kept is Kept.HERE)
        if kept is not Kept.HERE:
            self.field.setReadOnly(True)
        if kept is Kept.NOWHERE:
            self.field.set_words("")
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(told)

    def clear(self) -> None:
        """Hold nothing that the person has written."""
        self.field.set_words("")
        self.leave.setText(self.tr("Back to Practices"))  # it may lead to one of their own

    def _make_written(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_rule())
        column.addWidget(label(self._look, "subheading", self._words.written))
        row = Flow(gap=8)
        for button in (self.in_journal, self.here, self.nowhere):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self._where)
        return part

    def _lay_out_cards(self) -> None:
        title = label(self._look, "subheading", self._words.five)
        title.setBuddy(self.field)
        card = Card()
        card.column.setSpacing(8)
        parts: tuple[QWidget, ...] = (
            title,
            self.field,
            label(self._look, "small", self._words.five_note),
            _rule(),
            label(self._look, "subheading", self._words.again),
            self.verdicts,
            self._told,
            self._written,
        )
        for part in parts:
            card.column.addWidget(part)
        self.body.addWidget(card)
        ways = QWidget()
        row = Inline(ways, gap=12, between=8, centred=True)
        for button in (self.leave, self.write, self.support, self.unwell):
            row.addWidget(button)
        self.foot.addWidget(ways)

    def _wire(self) -> None:
        self.field.edited.connect(self.changed)
        self.field.done.connect(lambda: self.verdicts.setFocus(Qt.FocusReason.OtherFocusReason))
        self.verdicts.said.connect(self._judge)
        for button, kept in ((self.in_journal, Kept.JOURNAL), (self.here, Kept.HERE), (self.nowhere, Kept.NOWHERE)):
            button.clicked.connect(lambda _=False, kept=kept: self.kept.emit(kept))
        self.write.clicked.connect(self.write_asked)
        self.support.clicked.connect(self.support_asked)
        self.unwell.clicked.connect(self.unwell_asked)
        self.leave.clicked.connect(self.left)

    def _judge(self, verdict: Verdict | None) -> None:
        self._tell_verdict(verdict)
        if verdict is not None:
            self.announce(self._told.text())
        self.judged.emit(verdict)

    def _tell_verdict(self, verdict: Verdict | None) -> None:
        self._told.setText(self._said_of(verdict))
        self._told.setVisible(verdict is not None)

    def _said_of(self, verdict: Verdict | None) -> str:
        words = self._words
        said_of = {Verdict.YES: words.yes, Verdict.MAYBE: words.maybe, Verdict.NO: words.no}
        return said_of[verdict] if verdict is not None else ""

    def _offer(self, offered: bool) -> None:
        for button in (self.in_journal, self.here, self.nowhere):
            button.setVisible(offered)


def _rule() -> QFrame:
    """A quiet line between two parts of a card."""
    made = QFrame()
    made.setProperty("ground", "line")
    return made
