"""An exercise in full, with its bars, and the same in words: always there to be listened to, to be seen on wish."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.voice import words_of
from guesthouse.ui.exercises.bars import Foot, TopBar
from guesthouse.ui.exercises.shape import Exercise
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.parts.floating import Floating
from guesthouse.ui.parts.labels import label

MARGIN, NARROW_MARGIN, NARROW = 24, 12, 760
FOOT_PART = 0.42
"""So much of the height the foot may take."""

WIDEST_WORDS = 720


class Showing(QWidget):
    """One exercise at a time."""

    stopped = Signal()
    went_on = Signal()

    def __init__(self, look: Look, motion: Motion) -> None:
        """Nothing to be seen yet."""
        super().__init__()
        self._look, self._motion = look, motion
        self.exercise: Exercise | None = None
        self._controls: Sequence[QWidget] = ()
        self._told = ""
        self.seen = QPlainTextEdit(self)
        self.seen.setReadOnly(True)
        self.seen.setTabChangesFocus(True)
        self.seen.setAccessibleName(self.tr("What is to be seen"))
        look.dress(self.seen, "reading")
        self.top = TopBar(look, self)
        self.foot = Foot(look, self)
        self.note = label(look, "small")
        self.note_bar = Floating(look, self, opacity=0.97)
        self.note_bar.row.setContentsMargins(24, 8, 24, 8)
        self.note_bar.row.addWidget(self.note)
        self.note_bar.hide()
        self._show_words(False)
        self._wire()

    def show_exercise(self, exercise: Exercise) -> None:
        """In the place of what was shown."""
        self.clear()
        self.exercise = exercise
        exercise.setParent(self)
        exercise.setAccessibleName(exercise.text.title)
        exercise.shifted.connect(self._shifted)
        self._controls = tuple(exercise.controls())
        self.foot.fill(self._controls)
        self.foot.show_way_on(exercise.goes_on)
        self.top.begin(exercise.text.title, moves=exercise.moves, still=exercise.still)
        self._show_words(False)
        exercise.show()
        self._arrange()
        self._told = exercise.equivalent()
        self.seen.setPlainText(self._told)
        self._order(exercise)

    def begin(self) -> None:
        """Put the focus where the exercise wants it, and tell what is to be seen."""
        self.arrive()
        self._announce(self._told)

    def arrive(self) -> None:
        """The room was come back to."""
        first = self.exercise.first() if self.exercise is not None else None
        (first or self.foot.go_on).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Hold nothing of it."""
        exercise, self.exercise = self.exercise, None
        if exercise is not None:
            exercise.let_go()
            exercise.hide()
            self.foot.clear(self._controls)
            exercise.setParent(None)
            exercise.deleteLater()
        self._controls, self._told = (), ""
        self.seen.setPlainText("")

    def tell_trouble(self, trouble: Trouble | None) -> None:
        """Say quietly what could not be written; None: it is written now."""
        text = " ".join(words_of(trouble)) if trouble is not None else ""
        if text and text != self.note.text():
            self._announce(text)
        self.note.setText(text)
        self.note_bar.setVisible(bool(text))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture fills everything; the bars float over it."""
        super().resizeEvent(event)
        self._arrange()

    def _wire(self) -> None:
        self.top.stopped.connect(self.stopped)
        self.top.paused.connect(lambda on: self.exercise.beat.set_paused(on) if self.exercise else None)
        self.top.slower.connect(lambda on: self.exercise.beat.set_slower(on) if self.exercise else None)
        self.top.still.connect(self._make_still)
        self.top.in_words.connect(self._show_words)
        self.foot.went_on.connect(self._go_on)
        self.foot.grown.connect(self._arrange)
        self._motion.changed.connect(self._motion_changed)
        self._look.changed.connect(self._arrange)

    def _go_on(self) -> None:
        if self.exercise is not None and self.exercise.go_on():
            self.went_on.emit()

    def _shifted(self) -> None:
        exercise = self.exercise
        if exercise is None:
            return
        self.top.show_moving(exercise.moves)
        self.foot.show_way_on(exercise.goes_on)
        told = exercise.equivalent()
        if told == self._told:
            return
        self._told = told
        self.seen.setPlainText(told)
        self._announce(told)
        self._arrange()

    def _announce(self, text: str) -> None:
        if text:
            announce(self, text)

    def _make_still(self, still: bool) -> None:
        usual = self._motion.level
        if self.exercise is not None:
            self.exercise.set_motion("still" if still else "calm" if usual == "still" else usual)

    def _motion_changed(self) -> None:
        self.top.still_button.setChecked(self._motion.level == "still")
        self._make_still(self.top.still_button.isChecked())

    def _show_words(self, on: bool) -> None:
        """On wish they lie over the picture; else under it, where only a screen reader comes."""
        self.seen.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        if not on:
            self.seen.lower()
        else:
            self.seen.raise_()
            self.seen.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    def _order(self, exercise: Exercise) -> None:
        """What lies over what, and in which order Tab comes to it."""
        exercise.lower()
        self.seen.lower()
        for bar in (self.top, self.foot, self.note_bar):
            bar.raise_()
        QWidget.setTabOrder(self.top.stop_button, self.seen)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        margin = NARROW_MARGIN if width <= NARROW else MARGIN
        wide = width - 2 * margin
        top = self.top.arrange(wide)
        self.top.setGeometry(margin, margin - 4, wide, top)
        foot_wide, foot_tall = self.foot.arrange(wide, round(height * FOOT_PART))
        self.foot.setGeometry((width - foot_wide) // 2, height - foot_tall - 12, foot_wide, foot_tall)
        above, below = margin + top + 4, foot_tall + 20
        if self.note_bar.isVisibleTo(self):
            self.note_bar.adjustSize()
            note = min(wide, max(360, self.note_bar.sizeHint().width()))
            tall = self.note_bar.row.totalHeightForWidth(note)
            self.note_bar.setGeometry((width - note) // 2, above, note, tall)
        words = min(wide, self._look.px(WIDEST_WORDS))
        self.seen.setFixedWidth(words)
        lines = self.seen.document().size().height() + 1
        tall = min(height - above - below, round(lines * self.seen.fontMetrics().lineSpacing()) + 40)
        self.seen.setGeometry((width - words) // 2, above, words, max(60, tall))
        if self.exercise is not None:
            self.exercise.setGeometry(0, 0, width, height)
            self.exercise.set_margins(above, below)
