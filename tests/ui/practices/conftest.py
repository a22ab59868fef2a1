"""A real house and the real words around a practice, and the room Practices in it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from tests.ui.pages.conftest import Hours, Listener, heard, hours, house, listener
from tests.ui.practices.library_hands import Build, builder

__all__ = ["heard", "hours", "house", "listener"]


@pytest.fixture
def build(qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours, listener: Listener) -> Build:
    """Builds the room on the house, shown; searches and saves come in the next turn of the event loop."""
    return builder(qtbot, look, preferences, house, hours, listener)
