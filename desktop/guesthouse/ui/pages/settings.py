"""The room Settings: how it looks, how much moves, what is kept and where, and how that is kept safe."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guesthouse.ui.pages.page import HIDE, HOME, Page
from guesthouse.ui.parts.buttons import quiet
from guesthouse.ui.parts.card import Card
from guesthouse.ui.parts.labels import label
from guesthouse.ui.parts.sheet import Sheet
from guesthouse.ui.settings.backups import BackupsCard
from guesthouse.ui.settings.erasing import ErasingCard
from guesthouse.ui.settings.heeding import HeedingCard
from guesthouse.ui.settings.hiding import HidingCard
from guesthouse.ui.settings.in_and_out import InAndOutCard
from guesthouse.ui.settings.passphrase import PassphraseCard
from guesthouse.ui.settings.plain import AboutCard, KeptCard, LooksCard, MovesCard
from guesthouse.ui.settings.practice_wishes import PracticeWishes
from guesthouse.ui.settings.tools import Tools

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.services.changes import Changes
    from guesthouse.ui.settings.restoring import RestoringBackups


PASSPHRASE = "passphrase"
"""What the window brings when Ctrl+L has nothing to lock with."""


MARGIN = 160
"""So many pixels are to be seen around what one is brought to, where there is room."""


SETTLED_MS = 150
"""So long after it was shown the page has its shape."""


class SettingsPage(Page):
    """Every change shows at once and is remembered."""

    name = "settings"

    def __init__(self, *, tools: Tools, version: str, languages: Sequence[tuple[str, str]]) -> None:
        """``languages``: code and name of each."""
        super().__init__()
        self._tools = tools
        self._house: House | None = None
        self._was_at: QWidget | None = None
        self._sought: QWidget | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._found)
        look, preferences = tools.look, tools.preferences
        self._looks = LooksCard(look, preferences, languages)
        self._practices = PracticeWishes(look, preferences, origin=self)
        self._heeding = HeedingCard(tools, origin=self)
        self._heeding.wanted.connect(self.wanted)
        self.passphrase = PassphraseCard(tools, self)
        self.passphrase.verbs.done.connect(self._show_passphrase)
        self.backups = BackupsCard(tools, self, self._restore)
        self.in_and_out = InAndOutCard(tools, self)
        self._kept = KeptCard(look, preferences, tools.keeping.paths.database)
        self.erasing = ErasingCard(tools, self)
        hiding = HidingCard(look, preferences)
        hiding.tried.connect(lambda: self.wanted.emit(HIDE))
        after_lock = (self.passphrase, self.backups, self.in_and_out, self.erasing)
        self._need_house = (self._practices, self._heeding, *after_lock)
        self._sheet = sheet = Sheet(look)
        sheet.column.addWidget(self._way_back(), 0, Qt.AlignmentFlag.AlignLeading)
        sheet.column.addWidget(label(look, "display", self.tr("Settings")))
        sheet.column.addWidget(label(look, "soft", self.tr("Changes show at once and are remembered.")))
        sheet.column.addSpacing(8)
        before: list[Card] = [self._looks, MovesCard(look, preferences), self._practices, self._heeding, self._kept]
        about = AboutCard(look, version)
        about.help.clicked.connect(lambda: self.wanted.emit("help"))
        after: list[Card] = [self.passphrase, hiding, self.backups, self.in_and_out, self.erasing, about]
        for card in (*before, *after):
            sheet.column.addWidget(card)
        sheet.column.addStretch(1)
        sheet.verticalScrollBar().rangeChanged.connect(self._seek)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    def welcome(self, house: House) -> None:
        """A house is open: what is wished in it can be seen, and it can be kept safe."""
        self._house = house
        for card in self._need_house:
            card.welcome(house)

    def let_go(self) -> None:
        """The house closes, for a moment maybe: then one goes on where one was."""
        there = self._sheet.focusWidget()
        self._was_at = there if self.isVisible() and there is not None and self._sheet.isAncestorOf(there) else None
        self._settled.stop()
        self._sought = self._house = None
        for card in self._need_house:
            card.let_go()

    def refresh(self, changes: Changes | None) -> None:
        """Wishes may have changed elsewhere."""
        if changes is None or changes.wishes:
            self._practices.read()
            self._heeding.read()

    def arrive(self) -> None:
        """Start at the first control, or where one was before the house closed for a moment."""
        self._back.setVisible(not self._tools.preferences.begun)
        self._kept.read()
        there, self._was_at = self._was_at or self._looks.theme, None
        self._bring_to(there)

    def stop(self) -> None:
        """Esc, before Begin: back to where one was, since no rail leads there."""
        if not self._tools.preferences.begun:
            self.wanted.emit(HOME)

    def receive(self, thing: object) -> None:
        """Somebody wants to lock, and there is no passphrase yet: here it can be set."""
        if thing == PASSPHRASE:
            self._show_passphrase()

    def showEvent(self, event: QShowEvent) -> None:
        """What became of backups meanwhile is looked up."""
        super().showEvent(event)
        self.backups.read()
        self.passphrase.read()

    def _show_passphrase(self) -> None:
        """Also after it was set or removed, when one was somewhere else meanwhile."""
        self.passphrase.read()
        self._bring_to(self.passphrase.first)

    def _bring_to(self, there: QWidget) -> None:
        """With the focus, and in sight: now, and as long as a page that was just shown is being laid out."""
        there.setFocus()
        self._sought = there
        self._seek()
        self._settled.start()

    def _seek(self) -> None:
        if self._sought is not None and self.focusWidget() is self._sought:
            self._sheet.ensureWidgetVisible(self._sought, 0, MARGIN)

    def _found(self) -> None:
        self._seek()
        self._sought = None

    def _way_back(self) -> QWidget:
        """Before Begin only."""
        self._back = quiet(self._tools.look, self.tr("Back to the beginning"))
        self._back.clicked.connect(self.stop)
        self._back.hide()
        return self._back

    @cached_property
    def restoring(self) -> RestoringBackups:
        """What "Restore a backup" does."""
        from guesthouse.ui.settings.restoring import RestoringBackups

        tools = self._tools
        return RestoringBackups(look=tools.look, voice=tools.voice, doors=tools.doors, keeping=tools.keeping, page=self)

    def _restore(self) -> None:
        self.restoring.begin(None if self._house is None else self._house.backups)
        self.backups.read()
