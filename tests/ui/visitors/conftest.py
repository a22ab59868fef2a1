"""The Visitors room with every scene and a real house, shown, whose clock the test turns."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.content.watching import load_watching
from guesthouse.domain.places import Places
from guesthouse.domain.scene import Scene
from guesthouse.house import House, open_house
from guesthouse.paths import Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.shared import SCENES
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.pages.visitors import VisitorsPage
from tests.ui.canvas.garden import Clock
from tests.ui.shown import show
from tests.ui.visitors.room import Room


class Wish(QObject):
    """The motion one wishes, as the page hears of it."""

    changed = Signal()
    level = "full"


@pytest.fixture(autouse=True)
def heard(qtbot: QtBot) -> Iterator[None]:
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(scope="session")
def scenes() -> list[Scene]:
    """Every watching scene, as it is offered."""
    return [load_scene(resources() / "scenes" / name) for name in SCENES]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    now = datetime(2026, 5, 3, 9, 0, tzinfo=UTC)
    opened = open_house(Paths.under(tmp_path / "house"), clock=lambda: now, random=random.Random(1))
    yield opened
    opened.close()


@pytest.fixture
def make_room(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, scenes: list[Scene]
) -> Iterator[Callable[..., Room]]:
    """Builds the room; every one is left at the end."""
    made: list[VisitorsPage] = []

    def make(width: int = 1068, height: int = 800) -> Room:
        clock = Clock()
        page = VisitorsPage(
            look=look,
            preferences=preferences,
            motion=Wish(),  # type: ignore[arg-type]
            places=Places.of(scenes),
            sprites=Sprites(load_figures(resources() / "figures")),
            words=load_watching(resources() / "visitors", "en"),
            seed=lambda: 7,
            clock=clock,
        )
        page.lead_to(exercises=True, explainer=True)
        qtbot.addWidget(page)
        page.welcome(house)
        show(qtbot, page, width, height)
        page.stage.conductor.set_shown(True)
        page.arrive()
        made.append(page)
        return Room(page, house, clock)

    yield make
    for page in made:
        page.let_go()
        page.hide()


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    return make_room()
