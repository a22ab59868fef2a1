"""The front door as ``main`` builds it, over a plain file or a sealed one, and a hand on its clocks."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.app import FrontDoor, dress
from guesthouse.domain.safekeeping import Sealed
from guesthouse.house import open_house
from guesthouse.paths import Paths
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.voice import Saying, Voice
from guesthouse.services.strongbox import Strongbox
from guesthouse.ui.pages.page import Page
from guesthouse.ui.pages.visitors import VisitorsPage

RIGHT = "the lamp is lit"
HALF = "half a thought that nobody els"


@dataclass
class Clocks:
    """Seconds that pass when they are told to."""

    passed: float = 0.0

    def __call__(self) -> float:
        return self.passed


class Entered:
    """The app behind its front door, as a person meets it; what is said is noted, and answered with ``answer``."""

    def __init__(self, front: FrontDoor) -> None:
        self.front, self.window, self.doorway = front, front.window, front.doorway
        self.clocks = Clocks()
        self.doorway.idle._clocks = (self.clocks, self.clocks)
        self.said: list[Saying] = []
        self.answer = False
        self.window.voice = Voice(self._hear)

    def _hear(self, saying: Saying) -> bool:
        self.said.append(saying)
        return self.answer

    @property
    def shown(self) -> str:
        return next(page.name for page in self.window.findChildren(Page) if page.isVisible())

    @property
    def words(self) -> list[str]:
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]

    @property
    def can_lock(self) -> bool:
        return any(b.accessibleName() == "Lock" and b.isVisible() for b in self.window.findChildren(QPushButton))

    def field(self, name: str) -> QLineEdit:
        fields = self.window.findChildren(QLineEdit)
        return next(one for one in fields if name in (one.accessibleName(), one.text()) and one.isVisible())

    def press(self, name: str) -> None:
        buttons = self.window.findChildren(QPushButton)
        next(one for one in buttons if name in (one.accessibleName(), one.text()) and one.isVisible()).click()

    def visitors(self) -> VisitorsPage:
        page = next(page for page in self.window.findChildren(Page) if page.name == "visitors")
        assert isinstance(page, VisitorsPage)
        return page

    def type_half_a_thought(self) -> None:
        self.window.go_to("visitors")
        self.visitors().door.field.set_words(HALF)

    def give(self, passphrase: str) -> None:
        self.field("Passphrase").setText(passphrase)
        QTest.keyClick(self.field("Passphrase"), Qt.Key.Key_Return)

    def pass_by(self, minutes: float) -> None:
        """Nobody touches anything, and then it is looked whether that was long enough."""
        self.clocks.passed += minutes * 60
        self.doorway.idle.look()


def now() -> datetime:
    return datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


@pytest.fixture
def plain(paths: Paths) -> None:
    """A file without a passphrase."""
    open_house(paths, clock=now, random=random.Random(1), alone=True).close()


@pytest.fixture(scope="session")
def sealed_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sealed]:
    """A folder with a sealed file: to seal one takes a while, and is tried elsewhere."""
    folder = tmp_path_factory.mktemp("sealed") / "data"
    open_house(Paths.under(folder), clock=now, random=random.Random(1), alone=True).close()
    return folder, Strongbox(Paths.under(folder), now).seal(RIGHT)


@pytest.fixture
def sealed(paths: Paths, sealed_once: tuple[Path, Sealed]) -> Sealed:
    """A file with a passphrase."""
    folder, made = sealed_once
    shutil.copytree(folder, paths.data)
    return made


@pytest.fixture
def enter(
    qtbot: QtBot, qapp: QApplication, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Entered]]:
    """Opens the front door, as often as it is asked to, and closes it afterwards."""
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'no bus'}")
    fronts: list[FrontDoor] = []
    before = qapp.palette(), qapp.font()

    def build() -> Entered:
        preferences = Preferences(paths.preferences)
        preferences.begun = True
        front = FrontDoor(qapp, paths, preferences, dress(qapp, preferences))
        fronts.append(front)
        qtbot.addWidget(front.window)
        front.window.show()
        front.window.activateWindow()
        front.watch()
        entered = Entered(front)
        qtbot.waitUntil(front.window.isActiveWindow)
        front.open()
        return entered

    yield build
    for front in fronts:
        front.close()
    qapp.setStyleSheet("")
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


@pytest.fixture
def inside(qtbot: QtBot, sealed: Sealed, enter: Callable[[], Entered]) -> Entered:
    """Unlocked, with a window that locks after ten minutes."""
    entered = enter()
    entered.front._preferences.lock_after = "10"
    entered.give(RIGHT)
    qtbot.waitUntil(lambda: entered.shown == "today")
    return entered
