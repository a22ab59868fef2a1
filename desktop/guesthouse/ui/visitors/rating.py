"""How it is with a visitor now: asked over the canvas when somebody wants it, and kept with the visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from guesthouse.domain.ratings import Moment, Ratings
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.ui.canvas.callers import Caller
from guesthouse.ui.parts.rating_card import RatingCard
from guesthouse.ui.parts.sheet import Sheet

if TYPE_CHECKING:
    from guesthouse.services.ratings import RatingBook


class Rating(QObject):
    """Asks before and, when it was asked already, after. Of a thought that is not written down nothing is kept."""

    opened = Signal(bool)
    """The card lies over the canvas, or not any more."""

    closed = Signal()
    """It was answered, or skipped."""

    troubled = Signal(object)

    def __init__(self, look: Look, page: QWidget) -> None:
        """Nothing is asked yet."""
        super().__init__(page)
        self._book: RatingBook | None = None
        self._caller: Caller | None = None
        self._unwritten: dict[int, Ratings] = {}
        self.card = RatingCard(look)
        self.sheet = Sheet(look, widest=620, parent=page)
        self.sheet.column.setContentsMargins(0, 16, 0, 16)
        self.sheet.column.addStretch(1)
        self.sheet.column.addWidget(self.card)
        self.sheet.column.addStretch(1)
        self.sheet.hide()
        self.card.given.connect(self._given)

    @property
    def asks(self) -> bool:
        """Whether the card lies over the canvas."""
        return self._caller is not None

    def open(self, book: RatingBook) -> None:
        """A house is open."""
        self._book = book

    def close(self) -> None:
        """The house closes."""
        self.forget()
        self._book = None

    def ask(self, caller: Caller) -> None:
        """How is it now?"""
        if self._book is None:
            return
        before = self._before(caller)
        self._caller = caller
        if before is None:
            self.card.show_before(self._book.words)
        else:
            self.card.show_after(self._book.words, before)
        self.sheet.show()
        self.sheet.raise_()
        self.opened.emit(True)
        self.card.begin()

    def forget(self) -> None:
        """The visit is over: nothing is asked any more, and nothing remembered."""
        self._unwritten.clear()
        self._put_away()

    def _before(self, caller: Caller) -> Ratings | None:
        if caller.visit_id is None or self._book is None:
            return self._unwritten.get(caller.id)
        return self._book.of(visit=caller.visit_id).get(Moment.BEFORE)

    def _given(self, ratings: Ratings) -> None:
        caller, moment = self._caller, self.card.moment
        self._put_away()
        self.closed.emit()
        if caller is None or self._book is None or not ratings.said:
            return
        if caller.visit_id is None:
            self._unwritten.setdefault(caller.id, ratings)
            return
        try:
            self._book.keep(moment, ratings, visit=caller.visit_id)
        except Trouble as trouble:
            self.troubled.emit(trouble)

    def _put_away(self) -> None:
        if self._caller is None:
            return
        self._caller = None
        self.card.clear()
        self.sheet.hide()
        self.opened.emit(False)
