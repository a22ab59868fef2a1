"""The window: the rail, the pages beside it, and the wires between them. It stands without a house, too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from guesthouse.domain.errand import CORNER, Carry
from guesthouse.errors import GuesthouseError
from guesthouse.qt.hub import ChangeHub
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.voice import Voice, words_of
from guesthouse.ui.built_pages import BuiltPages
from guesthouse.ui.dialogs.message import speaker
from guesthouse.ui.heavy.heeding import Heeding
from guesthouse.ui.pages.page import BACK, HIDE, HOME, Page
from guesthouse.ui.parts.carry_card import CarryCard
from guesthouse.ui.parts.cover import Cover
from guesthouse.ui.parts.window_keys import WindowKeys
from guesthouse.ui.rail import Rail, Room
from guesthouse.ui.support.way_back import SUPPORT, WayBack

if TYPE_CHECKING:
    from guesthouse.house import House
    from guesthouse.ui.pages.lock import LockPage
    from guesthouse.ui.pages.trouble import TroublePage

SMALLEST = QSize(720, 520)
AT_FIRST = QSize(1280, 800)
JOURNAL = "journal"
SETTINGS, PASSPHRASE = "settings", "passphrase"
"""The room where a passphrase can be set, and what is carried there by whoever wants one."""

FIRST_RUN, TROUBLE, LOCK, GROUNDING, KIT = "first-run", "trouble", "lock", "grounding", "kit"
EXPLAINER, EXERCISES, HELP = "explainer", "exercises", "help"
ALWAYS = (GROUNDING, EXPLAINER, HELP)
"""Pages that stand open before Begin and without a house."""

WITHOUT_CARD = (GROUNDING, SUPPORT, FIRST_RUN, TROUBLE, LOCK, HELP)
"""Pages on which a card that is carried, and one about heavy words, stays out of sight."""


class MainWindow(QMainWindow):
    """Pages are built when they are first gone to, by ``rooms`` and ``asides`` (those without a place on the rail)."""

    NAME = "Guesthouse"

    try_again = Signal()  # the person asked to open the house once more
    closing = Signal()  # the window closes and every page has saved
    hide_asked = Signal()  # a page asks to be hidden at once
    lock_asked = Signal()  # Ctrl+L, or the button of the rail
    unlocked = Signal(object)  # the passphrase was right: the raw key of the file
    stays_locked = Signal(object)  # the GuesthouseError that keeps it closed, whatever the passphrase

    def __init__(
        self,
        *,
        look: Look,
        preferences: Preferences,
        rooms: Sequence[Room],
        asides: Mapping[str, Callable[[], Page]],
        voice: Voice | None = None,
        heeding: Heeding | None = None,
    ) -> None:
        """A window with an empty place where a page will be; ``heeding`` answers heavy words below it."""
        super().__init__()
        self._look = look
        self._preferences = preferences
        self._rooms = {room.name: room for room in rooms}
        self._home = self._before = next(iter(self._rooms), "")
        self.pages = BuiltPages({**{room.name: room.build for room in rooms}, **asides}, self._add)
        self._house: House | None = None
        self._trouble: GuesthouseError | None = None
        self._locked = self._at_door = False
        self._way = WayBack()
        self._left_at = ""
        self._hub = ChangeHub()
        self.voice = voice or Voice(speaker(look, self))
        self.asks_plainly: Callable[[], bool] | None = None
        """Asks whether to close without saving, while the window is hidden and must not speak for itself."""
        self.setWindowTitle(self.NAME)
        self.setMinimumSize(SMALLEST)
        self.keys = WindowKeys(self)
        self._furnish(heeding or Heeding(look))
        self._wire()

    def take_in(self, house: House) -> None:
        """A house is open: every page that is built is welcomed, and the person comes in where they left, or stays."""
        self._house, self._trouble = house, None
        self._locked = self._at_door = False
        self._hub.listen(house.changes)
        self.heeding.welcome(house)
        self.pages.welcome(house)
        there = self._current()
        if there is None or there.name in (LOCK, TROUBLE):
            self.go_to(self._left_at or HOME)
        elif there.name not in self._rooms and self._before in self._rooms and self._preferences.begun:
            there.come_from(self._rooms[self._before].title)
        self._left_at = ""

    def let_go(self) -> None:
        """The house closes: save, and forget everything read from it."""
        self.save()
        self.forget()

    def forget(self) -> None:
        """The house closes: hold nothing that was read from it, nor what could not be saved."""
        self._hub.let_go()
        self.card.lay_down()
        self.heeding.let_go()
        self.pages.let_go()
        self._house = None

    def drops(self) -> bool:
        """Whether forgetting would drop something that is not to be written down."""
        return self.pages.drops()

    def show_lock(self, note: str = "") -> None:
        """The house is closed, and the passphrase leads in. ``note`` is what there is to say about the locking.

        Support, Settings and what else stands open without a house stay so; everything else leads here.
        """
        there = self._current()
        page = cast("LockPage", self._page(LOCK))
        if there is not None and there.name not in (LOCK, TROUBLE):
            self._left_at = there.name
            self._leave(page)  # what it cannot save was asked about
        self.forget()
        self._trouble, self._locked = None, True
        page.note(note)
        self._show(page)

    def offer_lock(self, offered: bool) -> None:
        """Whether there is a passphrase, so that the house can be locked."""
        self._rail.offer_lock(offered)

    def show_trouble(self, why: GuesthouseError) -> None:
        """The house cannot open: say so where the rooms would be. Support and Settings stay open."""
        self._trouble, self._locked = why, False
        self.go_to(TROUBLE)

    def save(self) -> None:
        """Have every page put on disk what is half-done.

        Raises:
            GuesthouseError: a page could not; the others have saved all the same.
        """
        self.pages.save()

    def go_to(self, name: str) -> None:
        """Show the page ``name``, or the one that stands before it."""
        if name == HIDE:
            self.hide_asked.emit()
            return
        there = self._current()
        if name == BACK and there is not None and there.name == SUPPORT:
            name, self._before, self._at_door = self._way.back(self._before)
        allowed = self._allowed({HOME: self._home, BACK: LOCK if self._at_door else self._before}.get(name, name))
        page = self._page(allowed)
        trouble = self._leave(page)
        self._show(page)
        if trouble is not None:  # told where one has landed: Esc waits for no dialog
            self.voice.tell(*words_of(trouble))

    def _show(self, page: Page) -> None:
        allowed, there = page.name, self._current()
        if allowed == SUPPORT:
            if there is not None and not (self._house is not None and there.name in (LOCK, TROUBLE)):
                self._way.note(there.name, self._before, self._at_door)
            titles = {room.name: room.title for room in self._rooms.values()}
            page.come_from(self._way.named(titles, titles.get(self._home, "")))
        if allowed in self._rooms:
            self._before, self._at_door = allowed, False
        elif allowed == FIRST_RUN:
            self._before, self._at_door = self._home, False
        elif allowed == LOCK:
            self._at_door = True
        elif self._at_door:
            page.come_from(self.tr("the passphrase"))
        elif self._allowed(self._before) == FIRST_RUN:
            page.come_from(self.tr("the beginning"))
        elif self._before in self._rooms:
            page.come_from(self._rooms[self._before].title)
        self._stack.setCurrentWidget(page)
        self._rail.setVisible(allowed != FIRST_RUN)
        self._rail.show_chosen(allowed)
        self.card.keep_back(allowed in WITHOUT_CARD)
        self.heeding.keep_back(allowed in WITHOUT_CARD)
        page.arrive()
        self.cover.keep_focus()

    def carry(self, name: str, thing: object) -> None:
        """Go to the page ``name`` and hand it what was brought; a card for the corner leads nowhere else."""
        if name == CORNER and isinstance(thing, Carry):
            self.card.carry(thing.words)
            return
        self.go_to(name)
        page = self._current()
        if page is not None and page.name == (self._home if name == HOME else name):
            page.receive(thing)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save every page first, and remember the window's place. What could not be saved is told before it is lost."""
        try:
            self.save()
        except GuesthouseError as error:
            title, advice = words_of(error)
            asks = self.asks_plainly or partial(
                self.voice.ask, title, advice, self.tr("Close without saving"), self.tr("Stay")
            )
            if not asks():
                event.ignore()
                return
        self._preferences.geometry = self.saveGeometry()
        self.closing.emit()
        super().closeEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """What Tab comes to is brought into sight, also where it comes from beside the page."""
        before = self.focusWidget()
        moved = super().focusNextPrevChild(onward)
        there = self.focusWidget()
        place = there.parentWidget() if moved and there is not None else None
        while there is not None and place is not None:
            if isinstance(place, QScrollArea) and (before is None or not place.isAncestorOf(before)):
                place.ensureWidgetVisible(there)
            place = place.parentWidget()
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows the rail's icons alone."""
        super().resizeEvent(event)
        self._rail.fit(self.width())

    def _furnish(self, heeding: Heeding) -> None:
        self.heeding = heeding
        self._rail = Rail(self._look, list(self._rooms.values()))
        self._stack = QStackedWidget()
        self._stack.setObjectName("rooms")
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        beside = QVBoxLayout()
        beside.addWidget(self._stack, 1)
        beside.addWidget(heeding)
        row.addLayout(beside, 1)
        self.cover = Cover(ground, self.keys)
        self.setCentralWidget(self.cover)
        self.card = CarryCard(self._look, self._stack, ground)
        self._rail.setVisible(self._preferences.begun)
        if not self.restoreGeometry(self._preferences.geometry):
            room = self.screen().availableSize() * 0.94  # the window's own frame needs a little
            self.resize(AT_FIRST.boundedTo(room))

    def _wire(self) -> None:
        self._rail.chosen.connect(self.go_to)
        self._rail.lock_asked.connect(self.lock_asked)
        self._look.changed.connect(lambda: self._rail.fit(self.width()))
        self._hub.changed.connect(self.pages.hear)
        self.heeding.wanted.connect(self.go_to)
        self.heeding.carried.connect(self.carry)
        self.heeding.left.connect(lambda: self._on_page(Page.arrive))
        for room in self._rooms.values():
            for keys in room.keys:
                self.keys.add(keys, partial(self._go_by_key, room.name))
        if JOURNAL in self._rooms:
            self.keys.add("Ctrl+N", lambda: self.carry(JOURNAL, None))
        self.keys.add("Ctrl+F", lambda: self._on_page(Page.search))
        self.keys.add("Esc", lambda: self._on_page(Page.stop))
        self.keys.add("Shift+F1", lambda: self.go_to(HELP))
        self.keys.add("Ctrl+L", self.lock_asked.emit)
        self.keys.add("Ctrl+Q", self.close, always=True)

    def _add(self, page: Page) -> None:
        """A page is there for the first time."""
        self._stack.addWidget(page)
        page.wanted.connect(self.go_to)
        page.carried.connect(self.carry)
        page.written.connect(self.heeding.hear)
        page.wants_alone.connect(lambda alone: self._rail.setVisible(not alone))
        page.stopped.connect(lambda: self.go_to(GROUNDING if self._preferences.begun else BACK))  # no newcomer is lost
        if page.name == TROUBLE:
            trouble = cast("TroublePage", page)
            trouble.again.connect(self.try_again)
            trouble.quit_asked.connect(self.close)
        if page.name == LOCK:
            lock = cast("LockPage", page)
            lock.opened.connect(self.unlocked)
            lock.troubled.connect(self.stays_locked)

    def _on_page(self, verb: Callable[[Page], None]) -> None:
        page = self._current()
        if page is not None:
            getattr(page, verb.__name__)()

    def _leave(self, page: Page) -> GuesthouseError | None:
        """The page that is open is left for ``page``; what it cannot save stays with it, and is returned to be told."""
        leaving = self._current()
        if leaving is None or leaving is page:
            return None
        try:
            leaving.leave()
        except GuesthouseError as error:
            return error
        return None

    def _go_by_key(self, name: str) -> None:
        """To a room; the key of Support, pressed there, leads back."""
        there = self._current()
        self.go_to(BACK if name == SUPPORT and there is not None and there.name == name else name)

    def _current(self) -> Page | None:
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def _allowed(self, name: str) -> str:
        """Rooms that need the house wait behind lock or trouble, and all but Support and Settings behind Begin."""
        if name in ALWAYS or (name in self._rooms and not self._rooms[name].needs_house):
            return name
        if self._locked:
            return LOCK
        if self._trouble is not None:
            return TROUBLE
        if name == TROUBLE:
            return name
        return name if self._preferences.begun else FIRST_RUN

    def _page(self, name: str) -> Page:
        page = self.pages.page(name)
        if name == TROUBLE and self._trouble is not None:
            cast("TroublePage", page).show_trouble(self._trouble)
        return page
