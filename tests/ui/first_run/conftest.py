"""The page of the first run as it comes at each start, before the house is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.content.first_run import load_greeting
from guesthouse.content.scenes import load_figures, load_scene
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.pages.first_run import FirstRunPage
from tests.ui.pages.conftest import heard, hours, listener
from tests.ui.settings.conftest import front
from tests.ui.settings.hands import Front, tools_of
from tests.ui.shown import show

__all__ = ["front", "heard", "hours", "listener"]

SPRITES = Sprites(load_figures(resources() / "figures"))


@pytest.fixture
def build(qtbot: QtBot, front: Front, look: Look, preferences: Preferences) -> Callable[[], FirstRunPage]:
    """It is shown, and arrived at."""

    def made() -> FirstRunPage:
        page = FirstRunPage(
            tools=tools_of(front, look, preferences),
            greeting=load_greeting(resources() / "first_run", "en"),
            motion=Motion(preferences),
            scene=lambda: load_scene(resources() / "scenes" / "garden"),
            sprites=lambda: SPRITES,
        )
        front.page = page
        qtbot.addWidget(page)
        show(qtbot, page, 900, 600)
        page.arrive()
        return page

    return made


@pytest.fixture
def page(build: Callable[[], FirstRunPage]) -> FirstRunPage:
    return build()
