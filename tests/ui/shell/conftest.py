"""A window of plain pages, and how its tests find what is in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from guesthouse.content.first_run import load_greeting
from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.domain.tones import Tones
from guesthouse.errors import DiskFull
from guesthouse.paths import Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.voice import Saying, Voice
from guesthouse.services.changes import ChangeLog, Changes
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.main_window import MainWindow
from guesthouse.ui.pages.first_run import FirstRunPage
from guesthouse.ui.pages.page import Page
from guesthouse.ui.pages.trouble import TroublePage
from guesthouse.ui.rail import Room, RoomButton
from tests.ui.pages.conftest import Hours, Listener
from tests.ui.settings.hands import Front, tools_of


class Plain(Page):
    """A page that notes what happens to it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.happened: list[str] = []
        self.full = False
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def welcome(self, house: object) -> None:
        self.happened.append("welcome")

    def save(self) -> None:
        self.happened.append("save")
        if self.full:
            raise DiskFull()

    def let_go(self) -> None:
        self.happened.append("let go")

    def refresh(self, changes: Changes | None) -> None:
        self.happened.append("refresh")

    def arrive(self) -> None:
        self.field.setFocus()

    def come_from(self, room: str) -> None:
        self.happened.append(f"from {room}")

    def leave(self) -> None:
        if self.full:
            raise DiskFull()

    def search(self) -> None:
        self.happened.append("search")

    def receive(self, thing: object) -> None:
        self.happened.append(f"got {thing!r}")

    def stop(self) -> None:
        self.happened.append("stop")
        self.stopped.emit()


class Open:
    """What the shell needs of a house."""

    def __init__(self) -> None:
        self.changes = ChangeLog()
        self.wishes = self

    def tones(self) -> Tones:
        return Tones()


@pytest.fixture
def said() -> list[Saying]:
    """What the window said."""
    return []


@pytest.fixture
def window(qtbot: QtBot, look: Look, preferences: Preferences, said: list[Saying], tmp_path: Path) -> MainWindow:
    """A window with plain pages that was begun with, without a house."""
    preferences.begun = True

    def plain(name: str) -> Callable[[], Page]:
        return lambda: Plain(name)

    def speak(saying: Saying) -> bool:
        said.append(saying)
        return False

    greeting = load_greeting(resources() / "first_run", "en")
    tools = tools_of(Front(Paths.under(tmp_path / "front"), Hours(), Listener()), look, preferences)
    made = MainWindow(
        look=look,
        preferences=preferences,
        rooms=[
            Room("visitors", "Visitors", "users", plain("visitors"), ("Ctrl+2",)),
            Room("guest-book", "Guest book", "book-bookmark", plain("guest-book"), ("Ctrl+5",)),
            Room("support", "Support", "lifebuoy", plain("support"), ("F1", "Ctrl+H"), foot=True, needs_house=False),
            Room("settings", "Settings", "gear-six", plain("settings"), foot=True, needs_house=False),
        ],
        asides={
            "first-run": lambda: FirstRunPage(
                tools=tools,
                greeting=greeting,
                motion=Motion(preferences),
                scene=lambda: load_scene(resources() / "scenes" / "garden"),
                sprites=lambda: Sprites(load_figures(resources() / "figures")),
            ),
            "trouble": lambda: TroublePage(look=look, folder=tmp_path),
            "grounding": plain("grounding"),
        },
        voice=Voice(speak),
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def page(window: MainWindow, name: str) -> Plain:
    """A page of the window that is built."""
    found = next(page for page in window.findChildren(Plain) if page.name == name)
    assert isinstance(found, Plain)
    return found


def shown(window: MainWindow) -> str:
    """The name of the page in sight."""
    return next(page.name for page in window.findChildren(Page) if page.isVisible())


def room(window: MainWindow, name: str) -> RoomButton:
    """A button of the rail by its accessible name."""
    return next(button for button in window.findChildren(RoomButton) if button.accessibleName() == name)
