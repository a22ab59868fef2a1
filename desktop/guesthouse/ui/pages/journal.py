"""The journal: the shelf with search and list on the left, the sheet one writes on beside it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from guesthouse.domain.errand import Beginning, Reopen
from guesthouse.domain.prompt import Prompts
from guesthouse.domain.shoulds import Shoulds
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.saving import BEHIND_MS
from guesthouse.qt.spelling import Spelling
from guesthouse.qt.voice import Voice
from guesthouse.ui.editor.should_marks import ShouldMarks
from guesthouse.ui.editor.spelling_marks import SpellingMarks
from guesthouse.ui.journal.asides import Asides
from guesthouse.ui.journal.desk import Desk
from guesthouse.ui.journal.exporting import Exporting
from guesthouse.ui.journal.importing import Importing
from guesthouse.ui.journal.picturing import Picturing
from guesthouse.ui.journal.prompting import Prompting
from guesthouse.ui.journal.sheet_verbs import SheetVerbs
from guesthouse.ui.journal.soft_timer import MINUTE_MS
from guesthouse.ui.pages.page import Page

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes

PAUSE_MS = 80
"""So long after the last letter the search begins."""


def local_now() -> datetime:
    """The time here."""
    return datetime.now().astimezone()


class JournalPage(Page):
    """The desk as a room of the window: what is written is saved whenever the room or the house is left."""

    name = "journal"

    def __init__(
        self,
        *,
        look: Look,
        voice: Voice,
        prompts: Prompts,
        spelling: Spelling | None = None,
        shoulds: tuple[Shoulds, Preferences] | None = None,
        clock: Callable[[], datetime] = local_now,
        pause_ms: int = PAUSE_MS,
        behind_ms: int = BEHIND_MS,
        minute_ms: int = MINUTE_MS,
    ) -> None:
        """``pause_ms``: from the last letter to the search; ``behind_ms``: from a change to its saving.

        ``shoulds`` are the rules of the should-finder, and where it is switched off. ``minute_ms`` is how long a minute
        of the soft timer lasts.
        """
        super().__init__()
        self._house: House | None = None
        self.desk = Desk(look, voice, clock, origin=self, pause_ms=pause_ms, behind_ms=behind_ms)
        self.verbs = SheetVerbs(self.desk, look, self)
        self.exporting = Exporting(self.desk, look, voice)
        if spelling is not None:
            self.spelling_marks = SpellingMarks(self.desk.sheet.editor, spelling)
        if shoulds is not None:
            rules, preferences = shoulds
            self.should_marks = ShouldMarks(self.desk.sheet.editor, rules, look, preferences)
        self.picturing = Picturing(self.desk, look, voice)
        self.prompting = Prompting(self.desk, look, prompts, chance=random.Random(), minute_ms=minute_ms)
        self.importing = Importing(self.desk, look, voice, self)
        self.asides = Asides(self.desk, look, voice, (self.exporting.fill, self.importing.fill), origin=self)
        self.verbs.put_away.connect(self.asides.offer_back)
        self.verbs.carried.connect(self.carried)
        for told in (self.desk.writing.submitted.written, self.prompting.written):
            told.connect(self.written)
        self.desk.wants_alone.connect(self.wants_alone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        focus = QShortcut(QKeySequence("F11"), self)
        focus.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        focus.activated.connect(lambda: self.desk.set_focused(not self.desk.focused))

    def welcome(self, house: House) -> None:
        """Open this house's journal."""
        self._house = house
        self.verbs.welcome(house)
        self.asides.welcome(house)
        self.prompting.welcome(house)
        self.exporting.welcome(house)
        self.importing.welcome(house)
        self.picturing.welcome(house)
        self.desk.welcome(house)

    def save(self) -> None:
        """Everything that is not on the disk yet goes there now.

        Raises:
            Trouble: it could not; it stays on the sheet, unsaved.
        """
        self.desk.writing.save()

    def let_go(self) -> None:
        """Close the journal, and hold nobody's words."""
        self.desk.let_go()
        self.verbs.let_go()
        self.asides.let_go()
        self.prompting.let_go()
        self.exporting.let_go()
        self.importing.let_go()
        self.picturing.let_go()
        self._house = None

    def refresh(self, changes: Changes | None) -> None:
        """Read the list anew where entries have changed elsewhere."""
        if self._house is not None and (changes is None or changes.entries or changes.guests):
            self.desk.show_again()
            self.verbs.show_facts()

    def arrive(self) -> None:
        """Where one was: on the sheet if an entry is open, else at the search."""
        if self.desk.writing.entry is not None and self.desk.sheet.isVisible():
            self.desk.sheet.begin()
        else:
            self.desk.shelf.field.setFocus()

    def leave(self) -> None:
        """The room is left: what is written is on the disk, and found from now on."""
        self.desk.set_focused(False)
        self.desk.writing.leave()

    def search(self) -> None:
        """Ctrl+F."""
        self.desk.set_focused(False)
        if not self.desk.shelf.isVisible():
            self.desk.close_sheet()
        self.desk.shelf.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.desk.shelf.field.selectAll()

    def stop(self) -> None:
        """Esc leaves the focus mode; else what stands over the sheet or in its place; else it empties the search."""
        desk = self.desk
        if desk.focused:
            desk.set_focused(False)
        elif self.prompting.put_away():
            return
        elif desk.right.currentWidget() in (desk.drawer, desk.tags):
            self.asides.close()
        elif desk.writing.entry is not None and not desk.beside():
            desk.close_sheet()
        else:
            desk.shelf.empty_field()

    def receive(self, thing: object) -> None:
        """A new entry. It may carry what it is begun with, or (an id) a guest it is about; or one is opened again."""
        if isinstance(thing, Reopen):
            if self.desk.open_entry(thing.entry):
                self.desk.sheet.begin()
        elif self.desk.begin_entry():
            if isinstance(thing, str):
                self.verbs.add_about(thing)
            elif isinstance(thing, Beginning):
                self.verbs.begin_with(thing)
