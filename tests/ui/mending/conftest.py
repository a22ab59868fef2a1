"""A damaged file behind a door that does at once what it is asked for, and the page that tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.domain.safekeeping import Why
from guesthouse.errors import FileDamaged, GuesthouseError
from guesthouse.paths import Paths
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.trouble import TroublePage
from tests.safety.damage import spoil
from tests.safety.hands import let_in
from tests.ui.pages.conftest import Hours, Listener, heard, hours, listener
from tests.ui.settings.hands import Front, tools_of

__all__ = ["heard", "hours", "listener"]


@pytest.fixture
def front(tmp_path: Path, hours: Hours, listener: Listener) -> Iterator[Front]:
    """Two thoughts, a backup of the first one, and the house closed again."""
    made = Front(Paths.under(tmp_path / "front"), hours, listener)
    house = made.open()
    let_in(house, "the first thought")
    house.backups.make(Why.BY_HAND)
    hours.pass_by(hours=3)
    let_in(house, "the second thought")
    made.close()
    yield made
    made.close()


@pytest.fixture
def told_of(qtbot: QtBot, front: Front, look: Look, preferences: Preferences) -> Callable[..., TroublePage]:
    """The page, shown with a trouble, after these pages of the file were spoiled."""

    def made(*pages: int, error: type[GuesthouseError] = FileDamaged) -> TroublePage:
        if pages:
            spoil(front.keeping.paths.database, *pages)
        page = TroublePage(look=look, folder=front.keeping.paths.data, tools=tools_of(front, look, preferences))
        qtbot.addWidget(page)
        page.resize(1068, 800)
        page.show_trouble(error())
        page.show()
        page.arrive()
        front.page = page
        return page

    return made
