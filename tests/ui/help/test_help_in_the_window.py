"""Help in the whole window: open before Begin, without a house and while locked; and its keys are those that work."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.help import load_topic
from guesthouse.domain.errand import Start
from guesthouse.domain.help import Table
from guesthouse.errors import FolderUnusable
from guesthouse.house import House, open_house
from guesthouse.paths import Paths, resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import HIDE_KEYS, Preferences
from guesthouse.ui.main_window import EXERCISES, EXPLAINER, GROUNDING, HELP, LOCK, MainWindow
from guesthouse.ui.pages.help import HelpPage
from guesthouse.ui.pages.page import Page
from tests.code.source import ROOT
from tests.ui.whole_window import now, whole_window

BY_HAND = {"Tab", "Enter", "Shift+Enter", "Ctrl+I", "Ctrl+[", "Ctrl+]", "Alt+Up", "Alt+Down", "Delete", "arrow keys"}
"""What is heard by the widget that has the focus, and not by a shortcut."""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "house")


@pytest.fixture
def house(paths: Paths) -> Iterator[House]:
    opened = open_house(paths, clock=now, random=random.Random(1))
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot, look: Look, preferences: Preferences, paths: Paths) -> Iterator[MainWindow]:
    """The window as the app makes it, without a house and before Begin."""
    with whole_window(qtbot, look, preferences, paths) as made:
        yield made


def there(window: MainWindow) -> Page:
    stack = window.findChild(QStackedWidget, "rooms")
    assert isinstance(stack, QStackedWidget)
    page = stack.currentWidget()
    assert isinstance(page, Page)
    return page


def press(qtbot: QtBot, window: MainWindow) -> HelpPage:
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    page = there(window)
    assert isinstance(page, HelpPage)
    return page


def readable(page: HelpPage) -> bool:
    page.receive("sources")
    return "Titchener" in page.reader.text.toPlainText()


def button(page: Page, text: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == text and each.isVisible())


# ------------------------------------------------------------------------------------------------------ everywhere


def test_it_opens_before_begin_and_without_a_house(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to("today")
    assert there(window).name == "first-run"
    assert readable(press(qtbot, window))


def test_before_begin_every_way_back_names_and_reaches_the_beginning(qtbot: QtBot, window: MainWindow) -> None:
    for goal in (HELP, GROUNDING, "settings", "support"):
        window.go_to("today")
        window.go_to(goal)
        button(there(window), "Back to the beginning").click()
        assert there(window).name == "first-run", goal


def test_before_begin_esc_leads_back_to_the_beginning_and_nobody_is_lost(qtbot: QtBot, window: MainWindow) -> None:
    for goal in (EXPLAINER, HELP, "settings", "support"):
        window.go_to("today")
        window.go_to(goal)
        qtbot.keyClick(window, Qt.Key.Key_Escape)
        assert there(window).name == "first-run", goal


def test_before_begin_what_was_gone_to_from_support_leads_back_there(window: MainWindow) -> None:
    window.go_to("today")
    window.go_to("support")
    window.go_to(GROUNDING)
    button(there(window), "Back to Support").click()
    assert there(window).name == "support"
    window.go_to("today")
    window.go_to(HELP)
    button(there(window), "Back to the beginning").click()
    assert there(window).name == "first-run"


def test_before_begin_a_house_that_opens_meanwhile_changes_no_way_back(window: MainWindow, house: House) -> None:
    window.go_to("today")
    window.go_to(HELP)
    window.take_in(house)
    button(there(window), "Back to the beginning").click()
    assert there(window).name == "first-run"


def test_after_begin_settings_has_no_such_way_and_esc_stays(
    qtbot: QtBot, window: MainWindow, preferences: Preferences, house: House
) -> None:
    preferences.begun = True
    window.take_in(house)
    window.go_to("settings")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert there(window).name == "settings"
    assert not [
        each
        for each in there(window).findChildren(QPushButton)
        if each.text().startswith("Back to t") and each.isVisible()
    ]


def test_it_opens_where_the_house_cannot(qtbot: QtBot, window: MainWindow) -> None:
    window.show_trouble(FolderUnusable(Path("nowhere")))
    page = press(qtbot, window)
    assert readable(page)
    page.stop()
    assert there(window).name == "trouble"


def test_while_locked_it_opens_and_leads_back_to_the_door(
    qtbot: QtBot, window: MainWindow, house: House, preferences: Preferences
) -> None:
    preferences.begun = True
    window.take_in(house)
    window.show_lock()
    button(there(window), "Help").click()
    page = there(window)
    assert isinstance(page, HelpPage) and readable(page)
    button(page, "Back to the passphrase").click()
    assert there(window).name == LOCK


def test_from_a_room_it_leads_back_there(
    qtbot: QtBot, window: MainWindow, house: House, preferences: Preferences
) -> None:
    preferences.begun = True
    window.take_in(house)
    window.go_to("journal")
    page = press(qtbot, window)
    button(page, "Back to Journal").click()
    assert there(window).name == "journal"


def test_settings_lead_to_it(window: MainWindow, house: House, preferences: Preferences) -> None:
    preferences.begun = True
    window.take_in(house)
    window.go_to("settings")
    button(there(window), "About and Help").click()
    assert there(window).name == HELP


def test_a_topic_can_be_carried_to_it(window: MainWindow) -> None:
    window.carry(HELP, "heavy-words")
    page = there(window)
    assert isinstance(page, HelpPage)
    assert page.reader.text.toPlainText().startswith("Heavy words")


# ------------------------------------------------------------------------------------------------------------ keys


def told() -> dict[str, str]:
    """Each key that Help names, with what it says of it."""
    topic = load_topic(resources() / "help" / "en" / "keyboard.toml")
    rows = [row for block in topic.blocks if isinstance(block, Table) for row in block.rows]
    return {key: said for keys, said in rows for key in keys.split(", ")}


def plain(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText).replace("Return", "Enter")


def heard(window: MainWindow) -> set[str]:
    return {plain(each.key().toString()) for each in window.findChildren(QShortcut) if not each.key().isEmpty()}


@pytest.fixture
def everywhere(window: MainWindow, house: House, preferences: Preferences) -> Callable[[], set[str]]:
    """The shortcuts of the window once every room has been gone to."""

    def gone() -> set[str]:
        preferences.begun = True
        window.take_in(house)
        for name in ("today", "visitors", "practices", "journal", "guest-book", "support", "settings", EXERCISES, HELP):
            window.go_to(name)
        window.carry("practices", Start("ack-feet"))
        return heard(window)

    return gone


def test_every_key_that_works_is_in_help(everywhere: Callable[[], set[str]]) -> None:
    names = {plain(key) for key in told() if key != "arrow keys"}
    works = everywhere()
    assert {"F1", "Ctrl+L", "F11", "Alt+Right"} <= works
    assert works - names == set()


def test_every_key_in_help_works(everywhere: Callable[[], set[str]]) -> None:
    works = everywhere()
    assert {key for key in told() if plain(key) not in works} == BY_HAND


def test_the_readme_names_no_key_that_help_does_not() -> None:
    readme = (ROOT / "README.md").read_text("utf-8").partition("## By keyboard")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|")[0] for line in readme.splitlines() if line.startswith("| ")]
    known = {*told(), HIDE_KEYS[0]}  # the key that hides can be another one: Help says which it is now
    assert len(rows) > 10
    for row in rows[1:]:
        for key in re.split(r",|\bor\b|\bto\b|\band\b", row):
            name = f"Ctrl+{key.strip()}" if key.strip() in ("[", "]") else key.strip()
            assert not name or name in known or name.startswith("the key"), name
