"""The fields over the row that is open, and what one can do with the thing in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from guesthouse.domain.kit import Comfort, Shelf
from guesthouse.domain.thought import is_blank
from guesthouse.qt.look import Look
from guesthouse.ui.kit.words_field import WordsField
from guesthouse.ui.parts.buttons import pill
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label


class RowEditor(Card):
    """Shows one thing at a time. What is typed goes out as it is typed; an empty field gives back what was there."""

    typed = Signal(object)  # the Comfort as it stands in the fields
    moved = Signal(int)
    taken = Signal()
    done = Signal()
    resized = Signal()

    def __init__(self, look: Look, shelf: Shelf, name: str, role: str) -> None:
        """Fields for things of ``shelf``; the first is called ``name``."""
        super().__init__("well")
        self._shelf = shelf
        self._before: Comfort | None = None
        self.words = WordsField(look, name, role=role)
        self.detail = WordsField(look, self.tr("How to reach"), self.tr("How to reach, if you like"))
        text = self.tr("Without words it stays as it was. “Take out” takes it out.")
        self._note: QLabel = label(look, "small", text)
        self.column.setContentsMargins(10, 10, 10, 8)
        for widget in (self.words, self.detail, self._note):
            self.column.addWidget(widget)
        self._buttons = Flow(gap=0)
        self._up = self._button(look, self.tr("Move up"), lambda: self.moved.emit(-1))
        self._down = self._button(look, self.tr("Move down"), lambda: self.moved.emit(1))
        self._button(look, self.tr("Take out"), self.taken.emit)
        self._button(look, self.tr("Done"), self.done.emit)
        self.column.addLayout(self._buttons)
        for field in (self.words, self.detail):
            field.textChanged.connect(self._tell)
            field.submitted.connect(self.done)
            field.moved.connect(self.moved)
        look.changed.connect(self.resized)
        self.hide()

    @property
    def thing(self) -> Comfort | None:
        """What is open, as it was when it was opened."""
        return self._before

    def open(self, thing: Comfort) -> None:
        """Show this one."""
        self._before = None
        self.words.set_words(thing.words)
        self.detail.set_words(thing.detail)
        self.detail.setVisible(self._shelf is Shelf.PEOPLE or bool(thing.detail))
        self._note.hide()
        self._before = thing

    def close_row(self) -> None:
        """Show nothing, and hold no words."""
        self._before = None
        self.words.clear()
        self.detail.clear()
        self.hide()

    def allow(self, *, up: bool, down: bool) -> None:
        """Whether there is a place above and below."""
        self._up.setEnabled(up)
        self._down.setEnabled(down)

    def height_in(self, width: int) -> int:
        """How high it must be when it is so wide."""
        return self.column.totalHeightForWidth(width)

    def event(self, event: QEvent) -> bool:
        """Say when more or less room is needed."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return heard

    def _tell(self) -> None:
        if self._before is None:
            return
        words, detail = self.words.words(), self.detail.words()
        self._note.setVisible(is_blank(words))
        self.typed.emit(
            replace(self._before, detail=detail)
            if is_blank(words)
            else replace(self._before, words=words, detail=detail)
        )

    def _button(self, look: Look, text: str, do: Callable[[], object]) -> QPushButton:
        made = pill(look, text)
        made.clicked.connect(do)
        self._buttons.addWidget(made)
        return made
