"""The whole window with every room there is, as the app makes it, behind doors that stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from guesthouse.keeping import Keeping
from guesthouse.paths import Paths
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.rooms import Builders
from guesthouse.ui.main_window import MainWindow
from tests.ui.pages.conftest import Listener
from tests.ui.shown import show


class Shut:
    """Doors that stay as they are."""

    sealed = True

    def lock(self) -> None:
        """Nothing is locked by them here."""

    def put_in_order(self) -> None:
        """Nothing is looked after."""

    def while_closed(self, title: str, work: object) -> None:
        """Nothing is done."""


def now() -> datetime:
    return datetime(2026, 5, 3, 9, 0, tzinfo=UTC)


@contextmanager
def whole_window(qtbot: QtBot, look: Look, preferences: Preferences, paths: Paths) -> Iterator[MainWindow]:
    """It stands still, and no house is open in it."""
    preferences.motion = "still"
    listener = Listener()
    builders = Builders(
        paths=paths,
        look=look,
        preferences=preferences,
        motion=Motion(preferences),
        voice=lambda: listener.voice,
        doors=Shut(),
        keeping=Keeping(paths, now),
    )
    made = MainWindow(
        look=look,
        preferences=preferences,
        rooms=builders.rooms(),
        asides=builders.asides(),
        voice=listener.voice,
        heeding=builders.heeding(),
    )
    qtbot.addWidget(made)
    show(qtbot, made, 1280, 800)
    yield made
    made.let_go()
