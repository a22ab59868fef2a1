"""A look and preferences as the app has them, in a folder of their own; the application is undressed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from guesthouse.qt.fonts import load_fonts
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences

THEMES = Path(__file__).parents[2] / "resources" / "themes"


@pytest.fixture(autouse=True)
def locale() -> Iterator[None]:
    """Hours and days as they are written in Britain, whatever this computer or an earlier test would have."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture(scope="session")
def typefaces(qapp: QApplication) -> list[str]:
    """The typefaces, loaded once; what could not be loaded."""
    return load_fonts()


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Preferences:
    """Preferences nobody has touched."""
    return Preferences(tmp_path / "preferences.ini")


@pytest.fixture
def look(qapp: QApplication, typefaces: list[str], preferences: Preferences) -> Iterator[Look]:
    """The look of these preferences on the whole application."""
    plain = qapp.palette(), qapp.font()
    yield Look(qapp, preferences, THEMES)
    qapp.setStyleSheet("")
    qapp.setPalette(plain[0])
    qapp.setFont(plain[1])
