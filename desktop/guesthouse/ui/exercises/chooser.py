"""Choosing: one thought, the exercises there are for it, and the one that is open beside them or in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from guesthouse.domain.exercise import OTHER_WAYS, ExerciseText
from guesthouse.domain.heavy_kinds import Kind
from guesthouse.domain.sitting import Sitting
from guesthouse.qt.look import Look
from guesthouse.ui.exercises.fitting import kind_of, ways_for
from guesthouse.ui.exercises.portrait import Portrait
from guesthouse.ui.exercises.rows import ExerciseList
from guesthouse.ui.exercises.thought_card import ThoughtCard
from guesthouse.ui.parts.buttons import pill, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.flow import Flow
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet

if TYPE_CHECKING:
    from guesthouse.house import House

WIDEST = 1240
BESIDE = 860
"""From this width on (design pixels) the exercise that is open stands beside the list, else in its place."""

BETWEEN = 16
"""Pixels from the list's scroll bar to what stands beside it."""

TIMES = 60


class Chooser(QWidget):
    """Which exercises are shown and which is open; what comes of it is heard by the page."""

    begin_asked = Signal()
    take_up_asked = Signal()
    leave_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, clock: Callable[[], datetime]) -> None:
        """Without a house."""
        super().__init__()
        self._look, self._clock = look, clock
        self._house: House | None = None
        self._open: ExerciseText | None = None
        self._submitted = ""
        self._in_its_place = False
        self.thought = ThoughtCard(look, self.tr("One thought"))
        self.list = ExerciseList(look)
        self.portrait = Portrait(look)
        self.back = pill(look, self.tr("Back to Visitors"))
        self.back.setAccessibleName(self.tr("Back to Visitors"))
        self.take_up, self.leave = quiet(look, self.tr("Take it up")), pill(look, self.tr("Leave it"))
        self._middle_of = label(look, "body")
        self._strip = Card("sage")
        self._nothing = label(look, "soft", self.tr("Nothing is offered for this thought here."))
        self._lay_out()
        self._wire()
        self._dress()

    @property
    def opened(self) -> ExerciseText | None:
        """The exercise that is open."""
        return self._open

    def open_house(self, house: House | None) -> None:
        """Show the exercises of this house, or none."""
        self._house = house
        self._open, self._in_its_place, self._submitted = None, False, ""
        if house is not None:
            self.thought.note.setText(house.exercises.words.one)
        self.read()

    def read(self) -> None:
        """Read everything anew; what is open stays open, where it is still offered."""
        house = self._house
        if house is None:
            self.list.model_.show_texts(())
            self._show_going(None, None)
            self._show_open(None)
            return
        words = self.thought.words()
        marked, kind = house.heavy.is_marked(words), kind_of(house, words) if words == self._submitted else None
        texts = [text for text in house.exercises.offered() if kind is None and not (marked and text.asks)]
        self._say_mark(house, marked=marked, kind=kind)
        if texts != self.list.model_.texts:
            self.list.model_.show_texts(texts)
        self._nothing.setVisible(not texts)
        self._list_card.setVisible(kind is None)  # what is there in its place is said under the thought
        going = house.sittings.going_exercise()
        self._show_going(going, house.exercises.one(going.practice) if going is not None else None)
        there = self._open if self._open in texts else None
        self._show_open(there or (texts[0] if texts else None))
        self.portrait.show_invitation(not texts and kind is None)

    def submit(self) -> None:
        """What stands in the field is the thought now; it is looked whether an exercise is for it, and read anew."""
        self._submitted = self.thought.words()
        self.read()

    def open_exercise(self, exercise_id: str) -> bool:
        """Open this one; False where it is not offered."""
        row = self.list.row_of(exercise_id)
        if row >= 0:
            self._show_open(self.list.model_.texts[row])
        return row >= 0

    def go_to_thought(self) -> None:
        """The focus goes to where one types it."""
        self._put_in_its_place(False)
        self.thought.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sheet.verticalScrollBar().setValue(0)
        self._bring_mark()

    def step_back(self) -> bool:
        """Esc: from an exercise in the place of the list to the list; False where there is nothing to close."""
        if self._in_its_place and not self.beside():
            self._put_in_its_place(False)
            self.list.setFocus()
            return True
        return False

    def beside(self) -> bool:
        """Whether list and exercise stand beside each other."""
        return self.width() >= self._look.px(BESIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one in the place of the other."""
        super().resizeEvent(event)
        self._arrange()
        self._bring_mark()

    # ------------------------------------------------------------------------------------------- how it stands

    def _lay_out(self) -> None:
        self._sheet = Sheet(self._look)
        column = self._sheet.column
        column.setContentsMargins(0, 32, 0, 24)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(label(self._look, "display", self.tr("Word exercises")))
        column.addWidget(label(self._look, "soft", self.tr("One thought, seen in another way. One is plenty.")))
        column.addWidget(self._make_strip())
        column.addWidget(self.thought)
        card = self._list_card = Card()
        card.column.setContentsMargins(10, 10, 10, 10)
        self._nothing.setContentsMargins(20, 16, 20, 16)
        card.column.addWidget(self._nothing)
        card.column.addWidget(self.list)
        column.addWidget(card)
        column.addStretch(1)
        self._middle = QWidget()
        middle = self._columns = QHBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._sheet, 11)
        middle.addWidget(self.portrait, 10)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 20, 0)
        outer.addStretch(1)
        outer.addWidget(self._middle, 1000)
        outer.addStretch(1)

    def _make_strip(self) -> Card:
        column = self._strip.column
        column.setContentsMargins(24, 12, 24, 12)
        column.addWidget(self._middle_of)
        ways = Flow()
        ways.addWidget(self.take_up)
        ways.addWidget(self.leave)
        column.addLayout(ways)
        self._strip.hide()
        return self._strip

    def _wire(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.entered.connect(self._enter)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.portrait.begin_asked.connect(self.begin_asked)
        self.portrait.back.connect(self.step_back)
        self.thought.done.connect(self._to_list)
        self.take_up.clicked.connect(self.take_up_asked)
        self.leave.clicked.connect(self.leave_asked)
        self.back.clicked.connect(self.back_asked)
        self._look.changed.connect(self._dress)

    def _arrange(self) -> None:
        beside = self.beside()
        self._middle.setMaximumWidth(self._look.px(WIDEST))
        self.portrait.setVisible(beside or self._in_its_place)
        self.portrait.show_back(not beside)
        self._sheet.setVisible(beside or not self._in_its_place)
        left = 0 if self._sheet.isVisibleTo(self) else 32
        self._columns.setContentsMargins(left, 0, 0, 0)
        self._columns.setSpacing(BETWEEN if beside else 0)

    def _dress(self) -> None:
        onward = "arrow-right" if self.isRightToLeft() else "arrow-left"
        self.back.setIcon(self._look.icon(onward, "soft", size=16, room=6))
        _arrow_flush(self.back)
        self._arrange()

    # ----------------------------------------------------------------------------------------------- what is shown

    def _say_mark(self, house: House, *, marked: bool, kind: Kind | None) -> None:
        told = ""
        if kind is not None:
            told = " ".join(house.exercises.words.refusal(kind))
        elif marked:
            told = self.tr("You marked this thought as too heavy for playing with.")
            ways = self.tr("What is offered leaves it as it is. Two other ways are in Practices: {names}.")
            told = f"{told} {ways.format(names=self._other_ways(house))}"
        self.thought.show_mark(told, marked=marked and kind is None, ways=ways_for(kind))

    def _other_ways(self, house: House) -> str:
        """The practices that "Not this one" leads to, by their titles."""
        found = (house.practices.one(one) for one in OTHER_WAYS)
        return ", ".join(self.tr("“{title}”").format(title=one.title) for one in found if one is not None)

    def _show_going(self, going: Sitting | None, text: ExerciseText | None) -> None:
        shown = going is not None and text is not None
        if going is not None and shown:
            self._middle_of.setText(self.tr("You were in the middle of “{title}”.").format(title=going.title))
        self._strip.setVisible(shown)

    def _show_open(self, text: ExerciseText | None) -> None:
        self._open = text
        times: Sequence[Sitting] = ()
        if text is not None and self._house is not None:
            times = self._house.sittings.of(text.sitting, TIMES)
        self.portrait.show_exercise(text, times, self._clock())
        row = self.list.row_of(text.id) if text is not None else -1
        if row >= 0 and self.list.currentIndex().row() != row:
            self.list.walk_to(row)

    def _put_in_its_place(self, on: bool) -> None:
        self._in_its_place = on
        self._arrange()

    def _chosen(self, index: QModelIndex, walking: bool) -> None:
        text = self.list.text_at(index)
        if text is None:
            return
        if text is not self._open:
            self._show_open(text)
        if not walking and not self.beside():
            self._enter()

    def _enter(self) -> None:
        """Go to the one the keyboard is at."""
        text = self.list.text_at(self.list.currentIndex())
        if text is not None:
            self._show_open(text)
            self._put_in_its_place(True)
            self.portrait.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, index: QModelIndex) -> None:
        """The row the keyboard is at comes into sight."""
        if self.list.hasFocus():
            at = self.list.visualRect(index)
            ground = self._sheet.widget()
            if ground is not None:
                middle = self.list.viewport().mapTo(ground, at.center())
                self._sheet.ensureVisible(middle.x(), middle.y(), 0, at.height() // 2 + 16)

    def _bring_mark(self) -> None:
        """What is said under the thought one is at comes into sight, once everything has its room."""
        QTimer.singleShot(0, self, partial(_bring_mark, self._sheet, self.thought))

    def _to_list(self) -> None:
        """Enter in the field leads to the exercises."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if self.list.currentIndex().isValid():
            self._follow(self.list.currentIndex())


def _bring_mark(sheet: Sheet, thought: ThoughtCard) -> None:
    """As much of the mark as there is room for below the field."""
    ground, bar = sheet.widget(), sheet.verticalScrollBar()
    if ground is None or thought.mark.isHidden() or not thought.field.hasFocus():
        return
    above = thought.field.mapTo(ground, QPoint()).y() - BETWEEN
    below = thought.mark.mapTo(ground, QPoint(0, thought.mark.height())).y() + BETWEEN
    bar.setValue(max(bar.value(), min(above, below - sheet.viewport().height())))


def _arrow_flush(button: QPushButton) -> None:
    """Its arrow stands where the words below begin."""
    button.setProperty("flush", True)
    button.style().unpolish(button)
    button.style().polish(button)
