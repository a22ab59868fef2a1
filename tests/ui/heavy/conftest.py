"""A window with plain rooms over a real house, and the card about heavy words below them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.heavy_cards import load_heavy_cards
from guesthouse.content.helplines import load_regions
from guesthouse.domain.heavy_kinds import Kind
from guesthouse.house import House, open_house
from guesthouse.paths import Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.heavy.heeding import Heeding
from guesthouse.ui.heavy.sayings import Sayings
from guesthouse.ui.main_window import MainWindow
from guesthouse.ui.pages.page import Page
from guesthouse.ui.rail import Room
from tests.ui.pages.conftest import Hours

OWN = "I want to die"
OTHER = "my friend wants to die"
AFRAID = "he hits me"
LOT = "I can't go on"
HAPPENED = "my mother died last week"
BEREAVED = "my brother killed himself"
KINDS = {
    OWN: {Kind.SELF},
    OTHER: {Kind.SOMEONE},
    AFRAID: {Kind.DANGER},
    LOT: {Kind.LOT},
    HAPPENED: {Kind.EVENT},
    BEREAVED: {Kind.LOSS},
    f"{OWN}, {BEREAVED}": {Kind.SELF, Kind.LOSS},
    f"{OWN}, {AFRAID}": {Kind.SELF, Kind.DANGER},
    f"{LOT}, {HAPPENED}": {Kind.LOT, Kind.EVENT},
    f"{OWN}, {LOT}": {Kind.SELF, Kind.LOT},
}
PARTS = (
    "These are heavy words",
    "worried about someone else",
    "not your fault",
    "Sounds like a lot",
    "that happened",
    "who has died",
)
"""How one knows what the card says."""


class Plain(Page):
    """A room to type in."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.stops = 0
        self.field, self.box = QPlainTextEdit(), QComboBox()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName("Field")
        self.box.addItems(["one", "two"])
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.box)

    def arrive(self) -> None:
        self.field.setFocus()

    def stop(self) -> None:
        self.stops += 1


class Below:
    """The window and its card, as a person meets them."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        self.window, self.preferences = window, preferences

    @property
    def heeding(self) -> Heeding:
        return self.window.heeding

    @property
    def page(self) -> Plain:
        return next(page for page in self.window.findChildren(Plain) if page.isVisible())

    def write(self, words: str) -> None:
        """Submit these words in the room that is open."""
        self.page.written.emit(words)
        QApplication.processEvents()

    def said(self) -> str:
        """What can be read below the page."""
        return "\n".join(one.accessibleName() for one in self.heeding.findChildren(QLabel) if one.isVisible())

    def about(self) -> list[int]:
        """Which of the five passages can be read."""
        return [number for number, part in enumerate(PARTS) if part in self.said()]

    def buttons(self) -> list[str]:
        """What can be pressed there."""
        return [one.text() for one in self.heeding.findChildren(QPushButton) if one.isVisible()]

    def button(self, text: str) -> QPushButton:
        return next(one for one in self.heeding.findChildren(QPushButton) if one.text() == text and one.isVisible())

    def size(self, width: int, height: int) -> None:
        self.window.resize(QSize(width, height))
        for _ in range(3):
            QApplication.processEvents()


@pytest.fixture(autouse=True)
def heard(qapp: QApplication) -> Iterator[None]:
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What was announced, and whether politely."""
    heard: list[tuple[str, bool]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append((event.message(), event.politeness() == QAccessible.AnnouncementPoliteness.Polite))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    opened = open_house(Paths.under(tmp_path / "house"), clock=Hours(), random=random.Random(1))
    yield opened
    opened.close()


@pytest.fixture
def sayings(preferences: Preferences) -> Callable[[], Sayings]:
    def read() -> Sayings:
        cards = load_heavy_cards(resources() / "heavy_cards", "en")
        return Sayings(cards, load_regions(resources() / "helplines"), preferences, country="")

    return read


@pytest.fixture
def below(qtbot: QtBot, look: Look, preferences: Preferences, house: House, sayings: Callable[[], Sayings]) -> Below:
    preferences.begun = True
    preferences.country = "GB"

    def plain(name: str) -> Callable[[], Page]:
        return lambda: Plain(name)

    made = MainWindow(
        look=look,
        preferences=preferences,
        rooms=[
            *(Room(name, name, "users", plain(name)) for name in ("visitors", "journal", "practices")),
            Room("support", "Support", "lifebuoy", plain("support"), ("F1", "Ctrl+H"), foot=True, needs_house=False),
        ],
        asides={name: plain(name) for name in ("grounding", "help", "exercises")},
        heeding=Heeding(look, sayings),
    )
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_in(house)
    made.go_to("visitors")
    return Below(made, preferences)


def around(widget: QWidget) -> list[QWidget]:
    """What Tab comes to from ``widget`` on, once around."""
    stops, there = [], widget.nextInFocusChain()
    while there is not None and there is not widget:
        stops.append(there)
        there = there.nextInFocusChain()
    return stops
