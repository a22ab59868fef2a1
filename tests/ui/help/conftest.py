"""Help as the window builds it, with all that the app fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guesthouse.content.exercises import load_exercises
from guesthouse.content.heavy_words import load_heavy_words
from guesthouse.content.help import load_help, load_phrase_lists
from guesthouse.content.practices import load_practices
from guesthouse.domain.help import Giver
from guesthouse.paths import Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.help.given import givers
from guesthouse.ui.pages.help import HelpPage
from tests.ui.shown import show

Build = Callable[..., HelpPage]


@pytest.fixture(autouse=True)
def heard(qapp: QApplication) -> Iterator[None]:
    """A screen reader listens, so that Qt tells it of changes."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def given(preferences: Preferences, tmp_path: Path) -> Mapping[str, Giver]:
    return givers(
        paths=Paths.under(tmp_path / "data"),
        preferences=preferences,
        version="1.2.3",
        practices=lambda: load_practices(resources() / "practices", "en"),
        exercises=lambda: load_exercises(resources() / "exercises", "en"),
        phrases=lambda: load_heavy_words(resources() / "heavy_words", "en"),
        lists=lambda: load_phrase_lists(resources() / "heavy_words", "en"),
    )


@pytest.fixture
def build(qtbot: QtBot, look: Look, given: Mapping[str, Giver]) -> Build:
    def made(width: int = 1068, height: int = 800) -> HelpPage:
        page = HelpPage(look=look, topics=load_help(resources() / "help", "en"), givers=given, pause_ms=0)
        page.come_from("Today")
        qtbot.addWidget(page)
        show(qtbot, page, width, height)
        page.arrive()
        return page

    return made


@pytest.fixture
def page(build: Build) -> HelpPage:
    return build()
