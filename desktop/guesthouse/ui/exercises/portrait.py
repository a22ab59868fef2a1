"""The exercise that is chosen: what it is for, how long it takes, and the way to begin; and the times before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from guesthouse.domain.exercise import LINE, ExerciseText
from guesthouse.domain.practice import Answer
from guesthouse.domain.sitting import Sitting
from guesthouse.domain.thought import is_blank
from guesthouse.qt.look import Look
from guesthouse.ui.exercises.run_parts import LINE_NOW
from guesthouse.ui.parts.buttons import primary, quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.practices.facts import minutes_said
from guesthouse.ui.practices.history import History

OURS = re.compile(r"[a-z0-9._-]*( \d+)?")
"""How the names of choices look, and what sliders are kept as."""


class Portrait(QScrollArea):
    """One exercise, or an invitation to choose one."""

    begin_asked = Signal()
    back = Signal()

    def __init__(self, look: Look) -> None:
        """Of none yet."""
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._facts = label(look, "soft")
        self._title = label(look, "reading-title")
        self._purpose = label(look, "body")
        self._not_for = label(look, "soft")
        self._not_for_card = Card("well")
        self.start = primary(look, self.tr("Begin here"))
        self.start.setAccessibleName(self.tr("Begin here"))
        self._back = quiet(look, self.tr("All exercises"))
        self.history = History(look)
        self._card = Card()
        self._empty = Card("sage")
        self._id = ""
        self._lay_out()
        self.start.clicked.connect(self.begin_asked)
        self._back.clicked.connect(self.back)
        self.history.unfolded.connect(self._bring_into_sight)

    def show_exercise(self, text: ExerciseText | None, times: Sequence[Sitting], now: datetime) -> None:
        """This one, with what was typed in it before; None for an invitation."""
        self._card.setVisible(text is not None)
        self._empty.setVisible(text is None)
        if text is None:
            self.history.show_times("", (), now, lambda sitting: [])
            self._id = ""
            return
        if text.id != self._id:
            self.verticalScrollBar().setValue(0)
            self._id = text.id
        self._facts.setText(minutes_said(text.minutes))
        self._title.setText(text.title)
        self._purpose.setText(text.purpose)
        self._not_for.setText(self.tr("Not for: {cases}").format(cases=text.not_for))
        self._not_for_card.setVisible(bool(text.not_for))
        self.history.show_times(text.sitting, times, now, lambda sitting: retold(text, sitting))

    def show_invitation(self, on: bool) -> None:
        """Whether there is something to choose."""
        self._empty.setVisible(on)

    def show_back(self, on: bool) -> None:
        """Whether the list is out of sight and there must be a way back to it."""
        self._back.setVisible(on)

    def _lay_out(self) -> None:
        self._not_for_card.column.addWidget(self._not_for)
        column = self._card.column
        column.addWidget(self._facts)
        column.addWidget(self._title)
        column.addWidget(self._purpose)
        column.addSpacing(4)
        column.addWidget(self._not_for_card)
        column.addSpacing(12)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        told = self.tr("Choose an exercise to see what it is and how long it takes. Nothing starts by itself.")
        self._empty.column.addWidget(label(self._look, "body", told))
        ground = QWidget()
        ground.setProperty("ground", "plain")
        outer = QVBoxLayout(ground)
        outer.setContentsMargins(0, 40, 12, 32)
        outer.setSpacing(16)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addStretch(1)
        outer.addLayout(row)
        for part in (self._empty, self._card, self.history):
            outer.addWidget(part)
        outer.addStretch(1)
        self.setWidget(ground)
        self._card.hide()

    def _bring_into_sight(self, time: QWidget) -> None:
        QTimer.singleShot(0, time, lambda: self._scroll_to(time))

    def _scroll_to(self, time: QWidget) -> None:
        ground = self.widget()
        if ground is not None and ground.isAncestorOf(time):
            at = time.mapTo(ground, QPoint())
            self.ensureVisible(at.x(), at.y() + min(time.height(), self.viewport().height() - 32), 0, 16)


def retold(text: ExerciseText, sitting: Sitting) -> list[tuple[str, str]]:
    """What was typed at one time: the thought, then the words in the exercise; no names and numbers of ours.

    Pairs without questions, as a history tells them and a journal takes them.
    """
    answers = dict(sitting.answers)
    told = [LINE, *(LINE_NOW if name == LINE else name for name in text.written)]
    told += [name for name in answers if name not in told and not _ours(answers[name])]
    said = [_said(answers.get(name, "")) for name in told]
    return [("", words) for words in dict.fromkeys(said) if words]


def _said(answer: Answer) -> str:
    """Lines under each other; nothing where there is nothing to see."""
    said = answer if isinstance(answer, str) else "\n".join(answer)
    return "" if is_blank(said) else said


def _ours(answer: Answer) -> bool:
    """Whether it is the name of a choice, or where something was set."""
    return all(OURS.fullmatch(one) for one in ([answer] if isinstance(answer, str) else answer))
