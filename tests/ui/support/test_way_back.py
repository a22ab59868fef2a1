"""F1 from anywhere and back again: a second F1, Esc and Back lead to the page one was on, as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.helplines import load_regions
from guesthouse.content.support import load_support
from guesthouse.errors import DiskFull
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.services.changes import ChangeLog
from guesthouse.ui.main_window import MainWindow
from guesthouse.ui.pages.page import BACK, HIDE, Page
from guesthouse.ui.pages.support import SupportPage
from guesthouse.ui.rail import Rail, Room


class Plain(Page):
    """A page that remembers where its own Back leads to."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.back_to = ""
        QVBoxLayout(self).addWidget(QWidget())

    def come_from(self, room: str) -> None:
        self.back_to = room

    def note(self, text: str) -> None:
        """What a lock has to say."""

    def show_trouble(self, why: object) -> None:
        """What a trouble has to say."""


class Trouble(Plain):
    """With the signals the window wires."""

    again = Signal()
    quit_asked = Signal()


class Lock(Plain):
    """With the signals the window wires."""

    opened = Signal(object)
    troubled = Signal(object)


class Open:
    """What the shell needs of a house."""

    def __init__(self) -> None:
        self.changes = ChangeLog()


class Support(SupportPage):
    """The real room, which takes no kit from a house that is none."""

    def welcome(self, house: object) -> None:
        """No kit."""


@pytest.fixture
def window(qtbot: QtBot, look: Look, preferences: Preferences) -> MainWindow:
    preferences.begun = True

    def plain(name: str) -> Callable[[], Page]:
        return lambda: Plain(name)

    def support() -> Page:
        return Support(
            look=look,
            preferences=preferences,
            support=load_support(resources() / "support", "en"),
            regions=load_regions(resources() / "helplines"),
        )

    made = MainWindow(
        look=look,
        preferences=preferences,
        rooms=[
            Room("today", "Today", "sun-horizon", plain("today")),
            Room("visitors", "Visitors", "users", plain("visitors")),
            Room("support", "Support", "lifebuoy", support, ("F1", "Ctrl+H"), foot=True, needs_house=False),
        ],
        asides={
            "first-run": plain("first-run"),
            "trouble": lambda: Trouble("trouble"),
            "lock": lambda: Lock("lock"),
            **{name: plain(name) for name in ("grounding", "kit", "exercises", "help")},
        },
    )
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_in(Open())  # type: ignore[arg-type]
    return made


def shown(window: MainWindow) -> str:
    page = window._stack.currentWidget()
    assert isinstance(page, Page)
    return page.name


def back_text(window: MainWindow) -> str:
    page = window._stack.currentWidget()
    assert isinstance(page, SupportPage)
    return page._head.back.text()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    qtbot.keyClick(window, key)


@pytest.mark.parametrize("way", ["F1", "Esc", "Back"])
@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("visitors", "Back to Visitors"),
        ("exercises", "Back to the exercise"),
        ("grounding", "Back to Steady for a minute"),
        ("kit", "Back to Comfort kit"),
    ],
)
def test_one_comes_back_to_where_one_was(qtbot: QtBot, window: MainWindow, way: str, page: str, text: str) -> None:
    window.go_to("visitors")
    window.go_to(page)
    press(qtbot, window, Qt.Key.Key_F1)
    assert (shown(window), back_text(window)) == ("support", text)
    if way == "Back":
        window._stack.currentWidget()._head.back.click()
    else:
        press(qtbot, window, {"F1": Qt.Key.Key_F1, "Esc": Qt.Key.Key_Escape}[way])
    assert shown(window) == page


def test_an_exercise_keeps_its_own_way_back(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("visitors")
    window.go_to("exercises")
    press(qtbot, window, Qt.Key.Key_F1)
    press(qtbot, window, Qt.Key.Key_F1)
    assert window._stack.currentWidget().back_to == "Visitors"
    window.go_to(BACK)
    assert shown(window) == "visitors"


def test_what_support_leads_to_is_no_place_one_was(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("visitors")
    press(qtbot, window, Qt.Key.Key_F1)
    for name in ("grounding", "kit", "help"):
        window.go_to(name)
        assert window._stack.currentWidget().back_to == "Support"
        window.go_to(BACK)
        assert (shown(window), back_text(window)) == ("support", "Back to Visitors")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert shown(window) == "visitors"


def test_the_rail_pressed_in_support_stays_there(window: MainWindow) -> None:
    window.go_to("visitors")
    window.go_to("support")
    window.go_to("support")
    assert (shown(window), back_text(window)) == ("support", "Back to Visitors")


def test_before_begin_it_leads_to_the_beginning(qtbot: QtBot, window: MainWindow, preferences: Preferences) -> None:
    preferences.begun = False
    window.go_to("today")
    assert shown(window) == "first-run"
    press(qtbot, window, Qt.Key.Key_F1)
    assert (shown(window), back_text(window)) == ("support", "Back to the beginning")
    press(qtbot, window, Qt.Key.Key_F1)
    assert shown(window) == "first-run"


def test_in_trouble_it_leads_to_what_there_is_to_say(qtbot: QtBot, window: MainWindow) -> None:
    window.let_go()
    window.show_trouble(DiskFull())
    press(qtbot, window, Qt.Key.Key_F1)
    assert (shown(window), back_text(window)) == ("support", "Back")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert shown(window) == "trouble"


def test_before_a_lock_it_leads_to_the_passphrase_and_inside_to_where_one_was(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("visitors")
    window.go_to("support")
    window.show_lock()
    press(qtbot, window, Qt.Key.Key_F1)
    assert (shown(window), back_text(window)) == ("support", "Back to the passphrase")
    press(qtbot, window, Qt.Key.Key_F1)
    assert shown(window) == "lock"
    window.take_in(Open())  # type: ignore[arg-type]
    assert shown(window) == "support"
    press(qtbot, window, Qt.Key.Key_F1)
    assert shown(window) == "today"


def test_where_one_comes_to_rest_or_stands_before_a_door_no_card_is_shown(
    window: MainWindow, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[bool] = []
    monkeypatch.setattr(window.heeding, "keep_back", kept.append)

    def backs(go: Callable[[], object], name: str) -> tuple[bool, bool]:
        window.go_to("visitors")
        window.card.carry("I always let people down")
        kept.clear()
        go()
        assert shown(window) == name
        return kept[-1], window.card.isHidden()

    for name in ("grounding", "support", "help"):
        assert backs(lambda there=name: window.go_to(there), name) == (True, True), name
    for name in ("today", "kit", "exercises"):
        assert backs(lambda there=name: window.go_to(there), name) == (False, False), name
    assert backs(window.show_lock, "lock") == (True, True)
    window.take_in(Open())  # type: ignore[arg-type]
    assert backs(lambda: window.show_trouble(DiskFull()), "trouble") == (True, True)
    window.take_in(Open())  # type: ignore[arg-type]
    preferences.begun = False
    window.go_to("today")
    assert shown(window) == "first-run" and kept[-1] and window.card.isHidden()


def test_a_house_that_opens_behind_a_page_beside_the_rail_tells_it_where_back_leads(window: MainWindow) -> None:
    window.go_to("visitors")
    window.go_to("help")
    page = window._stack.currentWidget()
    assert isinstance(page, Plain)
    page.back_to = ""
    window.take_in(Open())  # type: ignore[arg-type]
    assert page.back_to == "Visitors"


def test_what_is_carried_to_a_room_that_is_shut_is_handed_to_no_other(
    window: MainWindow, preferences: Preferences
) -> None:
    window.go_to("today")
    preferences.begun = False
    window.go_to("today")
    page = window._stack.currentWidget()
    assert isinstance(page, Plain)
    received: list[object] = []
    page.receive = received.append  # type: ignore[method-assign]
    window.carry("visitors", "words")
    assert shown(window) == "first-run" and received == []


def test_a_page_that_asks_to_be_hidden_is_heard(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("visitors")
    with qtbot.waitSignal(window.hide_asked):
        window._stack.currentWidget().wanted.emit(HIDE)
    assert shown(window) == "visitors"


def test_the_rail_is_there_from_begin_on_and_not_before(window: MainWindow, preferences: Preferences) -> None:
    rail = window.findChild(Rail)
    preferences.begun = False
    window.go_to("today")
    assert shown(window) == "first-run" and not rail.isVisible()
    preferences.begun = True
    window.go_to("today")
    assert shown(window) == "today" and rail.isVisible()
