"""The page of the first run: four short screens, each of which can be left with Begin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from guesthouse.domain.errand import Begun
from guesthouse.domain.greeting import Greeting
from guesthouse.qt.motion import Motion
from guesthouse.ui.first_run.foot import Foot
from guesthouse.ui.first_run.manner import MannerScreen
from guesthouse.ui.first_run.picture import GardenPicture
from guesthouse.ui.first_run.safe import SafeScreen
from guesthouse.ui.first_run.screen import Screen
from guesthouse.ui.first_run.speaking import LimitsScreen, WelcomeScreen
from guesthouse.ui.pages.page import HOME, Page
from guesthouse.ui.parts.announce import announce
from guesthouse.ui.settings.tools import Tools

if TYPE_CHECKING:
    from guesthouse.domain.scene import Scene
    from guesthouse.house import House
    from guesthouse.services.changes import Changes
    from guesthouse.ui.canvas.sprites import Sprites


class FirstRunPage(Page):
    """Remembers that it was left with Begin, and goes to the first room then. Nothing else has to be done on it."""

    name = "first-run"

    def __init__(
        self,
        *,
        tools: Tools,
        greeting: Greeting,
        motion: Motion,
        scene: Callable[[], Scene],
        sprites: Callable[[], Sprites],
    ) -> None:
        """The page with the words of ``greeting``; ``scene`` and ``sprites`` are for its pictures."""
        super().__init__()
        self._tools = tools
        look, preferences = tools.look, tools.preferences
        picture = GardenPicture(look, scene, sprites, faces=preferences.faces)
        self.first = WelcomeScreen(look, greeting.welcome, picture)
        self.limits = LimitsScreen(look, greeting.limits)
        self.manner = MannerScreen(look, greeting.manner, preferences, motion, sprites, origin=self)
        self.safe = SafeScreen(tools, greeting.safe, self)
        self.verbs = self.safe.verbs
        self.screens: tuple[Screen, ...] = (self.first, self.limits, self.manner, self.safe)
        self.foot = Foot(look)
        self._stack = QStackedWidget()
        for screen in self.screens:
            self._stack.addWidget(screen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        self._wire()
        self.foot.show_place(0, len(self.screens))

    @property
    def place(self) -> int:
        """Which screen is to be seen, from 0 on."""
        return self._stack.currentIndex()

    def welcome(self, house: House) -> None:
        """A tone can be chosen and a passphrase set."""
        self.manner.tone.welcome(house)
        self.safe.read()

    def let_go(self) -> None:
        """The house closes."""
        self.manner.tone.let_go()
        self.safe.read()

    def refresh(self, changes: Changes | None) -> None:
        """Wishes may have changed elsewhere."""
        if changes is None or changes.wishes:
            self.manner.tone.read()

    def arrive(self) -> None:
        """Enter begins."""
        self.manner.arrive()
        self.safe.read()
        self.foot.begin.setFocus()

    def turn(self, steps: int) -> None:
        """So many screens on, or back; who listens hears the whole of it."""
        there = self.place + steps
        if not 0 <= there < len(self.screens):
            return
        screen = self.screens[there]
        self._stack.setCurrentWidget(screen)
        screen.verticalScrollBar().setValue(0)
        self.foot.show_place(there, len(self.screens))
        announce(self, f"{self.foot.place.text()}. {screen.words()}")

    def _wire(self) -> None:
        self.foot.begin.clicked.connect(self._begin_now)
        self.foot.turned.connect(self.turn)
        self.foot.support.clicked.connect(lambda: self.wanted.emit("support"))
        for wanted in (self.first.wanted, self.limits.wanted, self.manner.wanted):
            wanted.connect(self.wanted)
        for keys, steps in (("Alt+Right", 1), ("Alt+Left", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda steps=steps: self.turn(-steps if self.isRightToLeft() else steps))
        self.verbs.done.connect(self.foot.begin.setFocus)

    def _begin_now(self) -> None:
        self._tools.preferences.begun = True
        self.carried.emit(HOME, Begun())
