"""A front door that does at once what is asked of it, on a real keeping; and the page Settings behind it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from guesthouse.domain.safekeeping import State
from guesthouse.errors import GuesthouseError
from guesthouse.house import House, open_house
from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.voice import words_of
from guesthouse.ui.doors import Closed
from guesthouse.ui.pages.page import Page
from guesthouse.ui.pages.settings import SettingsPage
from guesthouse.ui.settings.tools import Tools
from tests.ui.pages.conftest import Listener

T = TypeVar("T")


class Front:
    """Opens and closes a real house behind one page, as the app does behind its window."""

    def __init__(self, paths: Paths, clock: Callable[[], datetime], listener: Listener) -> None:
        self.keeping, self.listener = Keeping(paths, clock), listener
        self.key: bytes | None = None
        self.house: House | None = None
        self.page: Page | None = None
        self.locked = self.rounds = 0
        self.stays_closed = False

    @property
    def sealed(self) -> bool:
        return self.keeping.paths.database.exists() and self.keeping.strongbox.state() is State.SEALED

    def lock(self) -> None:
        self.locked += 1

    def open(self) -> House:
        self.house = open_house(
            self.keeping.paths, clock=self.keeping.clock, random=random.Random(1), key=self.key, alone=True
        )
        if self.page is not None:
            self.page.welcome(self.house)
        return self.house

    def close(self) -> None:
        if self.house is not None and self.page is not None:
            self.page.let_go()
        if self.house is not None:
            self.house.close()
        self.house = None

    def put_in_order(self) -> None:
        self.rounds += 1

    def while_closed(self, title: str, work: Callable[[Closed], T]) -> T | None:
        self.close()
        closed = Closed(self.keeping, lambda percent: True, self.key)
        try:
            return work(closed)
        except GuesthouseError as error:
            self.listener.voice.tell(*words_of(error))
            return None
        finally:
            self.key, self.stays_closed = closed.key, closed.stays_closed
            if not closed.stays_closed:
                self.open()


def tools_of(front: Front, look: Look, preferences: Preferences) -> Tools:
    """What the cards work with, behind this door."""
    return Tools(look=look, preferences=preferences, voice=front.listener.voice, doors=front, keeping=front.keeping)


def settings_page(front: Front, look: Look, preferences: Preferences) -> SettingsPage:
    """The page, without a house until the door opens one."""
    page = SettingsPage(tools=tools_of(front, look, preferences), version="0.1.0", languages=[("en", "English")])
    front.page = page
    return page
