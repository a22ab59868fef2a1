"""The window carries a card from room to room, and keeps it back where one comes to rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import CORNER, Carry
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.services.changes import ChangeLog
from guesthouse.ui.main_window import MainWindow
from guesthouse.ui.pages.page import Page
from guesthouse.ui.rail import Room

WORDS = "I always let people down"


class Named(Page):
    """An empty page."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class Open:
    """What the shell needs of a house."""

    def __init__(self) -> None:
        self.changes = ChangeLog()


@pytest.fixture
def window(qtbot: QtBot, look: Look, preferences: Preferences) -> MainWindow:
    preferences.begun = True

    def plain(name: str) -> Callable[[], Page]:
        return lambda: Named(name)

    rooms = ["today", "visitors", "journal"]
    made = MainWindow(
        look=look,
        preferences=preferences,
        rooms=[
            *(Room(name, name, "users", plain(name)) for name in rooms),
            Room("support", "Support", "lifebuoy", plain("support"), foot=True, needs_house=False),
        ],
        asides={"grounding": plain("grounding"), "exercises": plain("exercises")},
    )
    qtbot.addWidget(made)
    made.show()
    made.take_in(Open())  # type: ignore[arg-type]
    return made


def carry(window: MainWindow) -> None:
    """As the exercise asks for it, through its page."""
    window.go_to("exercises")
    page = next(page for page in window.findChildren(Named) if page.name == "exercises")
    page.carried.emit(CORNER, Carry(WORDS))


def test_the_card_is_over_whatever_room_is_open(window: MainWindow) -> None:
    carry(window)
    for name in ("exercises", "today", "visitors", "journal"):
        window.go_to(name)
        assert window.card.isVisible(), name
        assert window.card.words == WORDS


def test_carrying_leads_to_no_other_room(window: MainWindow) -> None:
    carry(window)
    assert next(page for page in window.findChildren(Named) if page.isVisible()).name == "exercises"


@pytest.mark.parametrize("name", ["grounding", "support"])
def test_where_one_comes_to_rest_it_is_out_of_sight_and_then_there_again(window: MainWindow, name: str) -> None:
    carry(window)
    window.go_to(name)
    assert window.card.isHidden()
    window.go_to("today")
    assert window.card.isVisible()


def test_it_is_gone_when_it_was_put_down(window: MainWindow) -> None:
    carry(window)
    window.card.down.click()
    window.go_to("journal")
    assert window.card.isHidden()


def test_when_the_house_closes_no_words_are_left(window: MainWindow) -> None:
    carry(window)
    window.let_go()
    assert window.card.isHidden()
    assert window.card.words == ""
