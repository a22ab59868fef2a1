"""A real house, a front door that does at once what it is asked for, and the page behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.paths import Paths
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.settings import SettingsPage
from tests.ui.pages.conftest import Hours, Listener, heard, hours, house, listener
from tests.ui.settings.hands import Front, settings_page

__all__ = ["heard", "hours", "house", "listener"]


@pytest.fixture
def front(tmp_path: Path, hours: Hours, listener: Listener) -> Iterator[Front]:
    """Nothing is open yet."""
    made = Front(Paths.under(tmp_path / "front"), hours, listener)
    yield made
    made.close()


@pytest.fixture
def closed_page(qtbot: QtBot, front: Front, look: Look, preferences: Preferences) -> SettingsPage:
    """The page, shown without a house."""
    page = settings_page(front, look, preferences)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    return page


@pytest.fixture
def settings(closed_page: SettingsPage, front: Front) -> SettingsPage:
    """The page, with an open house."""
    front.open()
    return closed_page


@pytest.fixture
def sealed(front: Front) -> str:
    """The house is sealed before the page opens it (so it stands before ``settings``); its passphrase."""
    passphrase = "old words"
    front.open()
    front.close()
    front.key = front.keeping.strongbox.seal(passphrase).key
    return passphrase
