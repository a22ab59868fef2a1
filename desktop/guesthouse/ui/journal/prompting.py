"""Prompts and the soft timer: when they stand over the text, and what of them goes into it."""

from __future__ import annotations

import random
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from guesthouse.domain.prompt import Prompts
from guesthouse.errors import Trouble
from guesthouse.qt.look import Look
from guesthouse.ui.journal.prompt_card import PromptCard
from guesthouse.ui.journal.soft_timer import LONGEST, MINUTE_MS, SHORTEST, SoftTimer

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.journal.desk import Desk


class Prompting(QObject):
    """Hears "Prompt" and "Soft timer" at the foot of the sheet."""

    written = Signal(str)  # a prompt of one's own was kept

    def __init__(
        self, desk: Desk, look: Look, prompts: Prompts, *, chance: random.Random, minute_ms: int = MINUTE_MS
    ) -> None:
        """Nothing stands over the text."""
        super().__init__(desk)
        self._desk = desk
        self._house: House | None = None
        self._minutes = 0
        sheet = desk.sheet
        self.card = PromptCard(look, prompts, chance)
        self.timer = SoftTimer(look, prompts.suggestion, prompts.endings, minute_ms=minute_ms, parent=sheet)
        self.card.hide()
        sheet.above.addWidget(self.card)
        sheet.below.addWidget(self.timer)
        sheet.foot.prompt.clicked.connect(self._toggle)
        sheet.foot.timer.clicked.connect(self._choose_minutes)
        self.card.used.connect(self._use)
        self.card.headline_asked.connect(self._headline)
        self.card.own_written.connect(self._add)
        self.card.own_removed.connect(self._remove)
        self.card.closed.connect(self._close)
        self.timer.ending_wanted.connect(self._end)
        self.timer.go_on.clicked.connect(sheet.begin)
        desk.emptied.connect(self.put_away)

    def welcome(self, house: House) -> None:
        """Know this house's own prompts."""
        self._house = house
        self.card.may_come = house.heavy.may_come_unasked
        self.card.show_own(house.own_prompts.all())

    def let_go(self) -> None:
        """Know no house, and hold nothing that the person has written."""
        self._house = None
        self.card.may_come = lambda _words: True
        self.card.forget()
        self.put_away()
        self._set_minutes(0)

    def put_away(self) -> bool:
        """Whether a prompt stood over the text, which is away now."""
        shown = self.card.isVisible()
        self.card.hide()
        self._desk.sheet.set_crowded(False)
        return shown

    def _toggle(self) -> None:
        if not self.put_away():
            self._desk.sheet.set_crowded(True)
            self.card.show()
            self.card.begin()

    def _close(self) -> None:
        self.put_away()
        self._desk.sheet.begin()

    def _headline(self) -> None:
        """A few words over the page are all; where there is little room the card makes way for them."""
        if not self._desk.sheet.title.isVisible():
            self.put_away()
        self._desk.sheet.title.setFocus()

    def _use(self, words: str) -> None:
        editor = self._desk.sheet.editor
        editor.insert_words(words, apart=True)
        self._close()

    def _end(self, line: str) -> None:
        editor = self._desk.sheet.editor
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        editor.setTextCursor(cursor)
        editor.insert_words(line, apart=True)
        editor.setFocus()

    def _choose_minutes(self) -> None:
        button = self._desk.sheet.foot.timer
        menu = QMenu(button)
        group = QActionGroup(menu)
        for minutes in (0, *range(SHORTEST, LONGEST + 1)):
            name = self.tr("{count} minutes").format(count=minutes) if minutes else self.tr("No timer")
            action = menu.addAction(name, partial(self._set_minutes, minutes))
            action.setCheckable(True)
            action.setChecked(minutes == (self._minutes if self.timer.runs else 0))
            group.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _set_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self.timer.set_minutes(minutes)

    def _add(self, words: str) -> None:
        if self._house is not None:
            try:
                self._house.own_prompts.add(words, origin=self)
                self.written.emit(words)
            except Trouble as trouble:
                self._desk.tell(trouble)
            self.card.show_own(self._house.own_prompts.all())

    def _remove(self, prompt_id: str) -> None:
        if self._house is not None:
            try:
                self._house.own_prompts.remove(prompt_id, origin=self)
            except Trouble as trouble:
                self._desk.tell(trouble)
            self.card.show_own(self._house.own_prompts.all())
