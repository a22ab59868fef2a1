"""Where one types the thought that an exercise is on: one at a time, kept as it is typed, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QMenu

from guesthouse.domain.thought import MAX_CHARACTERS, is_blank
from guesthouse.domain.visit import Guest
from guesthouse.qt.look import Look
from guesthouse.ui.exercises.fitting import Way
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import on_a_button
from guesthouse.ui.steps.fields import WordsField

MOST_GUESTS = 12
FLUSH = 8
"""Pixels between the edge of a flush key and what is written on it."""


class ThoughtCard(Card):
    """Blank words are none; too long ones stay in the field with a kind sentence."""

    edited = Signal()
    """It is another thought now."""

    unwritten = Signal(bool)
    """It must not be on the disk, or may be again."""

    done = Signal()
    """Enter in the field."""

    mark_taken_back = Signal()

    began_asked = Signal()
    """What was half-typed before is to be seen."""

    way_asked = Signal(str)
    """A Way that words lead to which no exercise is for."""

    def __init__(self, look: Look, name: str) -> None:
        """An empty field that is called ``name``."""
        super().__init__()
        self._look = look
        self._keep_by_default = True
        self._guests: Callable[[], Sequence[Guest]] = lambda: ()
        self.title = label(look, "subheading", name)
        self.field = WordsField(look, name, most=5, role="words")
        self.title.setBuddy(self.field)
        self.note = label(look, "small")
        self.told = label(look, "body")
        self.unwritten_box = look.dress(QCheckBox(self.tr("Don't write this one down")), "small")
        self.unwritten_box.setAccessibleName(self.tr("Don't write this one down"))
        self.unwritten_box.setAccessibleDescription(
            self.tr("Nothing of the exercise is stored, not even while you type")
        )
        self.book = pill(look, self.tr("From the guest book"))
        self.began = pill(look, self.tr("Go on with what you began"))
        self.take_back = pill(look, self.tr("Take the mark back"))
        self.take_back.setProperty("flush", True)
        self.ways = {
            Way.SUPPORT: pill(look, self.tr("Support")),
            Way.STEADY: pill(look, self.tr("Steady for a minute")),
            Way.ACKNOWLEDGE: pill(look, self.tr("Acknowledge")),
            Way.VALIDATE: pill(look, self.tr("Validate")),
        }
        self._lay_out()
        self._wire()

    @property
    def keeps(self) -> bool:
        """Whether the thought in the field is one to write down."""
        return not self.unwritten_box.isChecked()

    def words(self) -> str:
        """What stands in the field, to the letter."""
        return self.field.words()

    def to_keep(self) -> str | None:
        """What is half-typed; None where it must not be written down."""
        return self.words() if self.keeps else None

    def ready(self, empty: str) -> bool:
        """Whether there is a thought to begin with; if not, ``empty`` or the limit is told, and the focus is here."""
        words = self.words()
        if is_blank(words):
            self.say(empty)
        elif len(words) > MAX_CHARACTERS:
            text = self.tr("That is longer than {most} characters. It stays here; a part of it can be looked at.")
            self.say(text.format(most=f"{MAX_CHARACTERS:,}"))
        else:
            return True
        self.field.setFocus()
        return False

    def set_keep_by_default(self, keep: bool) -> None:
        """How the check box stands for every new thought."""
        self._keep_by_default = keep
        self.unwritten_box.setChecked(not keep)

    def offer(self, guests: Callable[[], Sequence[Guest]]) -> None:
        """``guests`` gives those of the guest book; it is asked when the person wants to see them."""
        self._guests = guests

    def put(self, words: str) -> None:
        """These words in the place of those that are there; Ctrl+Z brings them back."""
        cursor = QTextCursor(self.field.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def empty(self) -> None:
        """No thought, and the check box as usual."""
        self.field.set_words("")
        self.say("")
        self.unwritten_box.setChecked(not self._keep_by_default)

    def say(self, sentence: str) -> None:
        """A quiet sentence under the field; an empty one takes it away."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        if sentence:
            announce(self.field, sentence)

    def show_mark(self, sentence: str, *, marked: bool, ways: Collection[Way] = ()) -> None:
        """Say why nothing playful is offered for it; ``marked``: by the person, who can take that back.

        ``ways`` are offered in its place.
        """
        self.take_back.setVisible(marked)
        for way, button in self.ways.items():
            button.setVisible(way in ways)
        self.mark.setVisible(bool(sentence))
        if sentence and sentence != self.mark_words.text():
            announce(self.field, sentence)
        self.mark_words.setText(sentence)

    def _lay_out(self) -> None:
        self.column.setContentsMargins(24, 16, 24, 12)
        self.column.addWidget(self.title)
        self.column.addWidget(self.field)
        self.column.addWidget(self.told)
        self.column.addWidget(self.note)
        ways = Flow(gap=16)
        ways.addWidget(self.unwritten_box)
        ways.addWidget(self.book)
        ways.addWidget(self.began)
        self.column.addLayout(ways)
        self.mark = Card("well")
        self.mark.column.setContentsMargins(16 - FLUSH, 12, 16 - FLUSH, 8)
        self.mark_words = label(self._look, "soft")
        self.mark_words.setContentsMargins(FLUSH, 0, FLUSH, 0)
        self.mark.column.addWidget(self.mark_words)
        row = Flow()
        row.addWidget(self.take_back)
        for button in self.ways.values():
            button.setProperty("flush", True)
            row.addWidget(button)
        self.mark.column.addLayout(row)
        self.column.addWidget(self.mark)
        for hidden in (self.told, self.mark, self.began):
            hidden.hide()

    def _wire(self) -> None:
        self.field.edited.connect(self._typed)
        self.field.done.connect(self.done)
        self.unwritten_box.toggled.connect(self.unwritten)
        self.book.clicked.connect(self._open_book)
        self.began.clicked.connect(self.began_asked)
        self.take_back.clicked.connect(self.mark_taken_back)
        for way, button in self.ways.items():
            button.clicked.connect(partial(self._go_way, way))

    def _go_way(self, way: Way, _pressed: bool = False) -> None:
        self.way_asked.emit(way)

    def _typed(self) -> None:
        if self.told.text() and len(self.words()) <= MAX_CHARACTERS:
            self.say("")
        self.edited.emit()

    def _open_book(self) -> None:
        """The last ones, by their theme where they have one."""
        menu = QMenu(self.book)
        menu.setAccessibleName(self.book.text())
        for guest in self._guests():
            action = menu.addAction(on_a_button(guest.theme or guest.words))
            action.triggered.connect(lambda _=False, words=guest.words: self._take(words))
        if menu.isEmpty():
            menu.addAction(self.tr("Nobody to choose from")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.book.mapToGlobal(QPoint(0, self.book.height())))

    def _take(self, words: str) -> None:
        self.put(words)
        self.field.setFocus()
