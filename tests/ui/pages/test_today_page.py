"""Today as a whole: names, the hour, what is at the door and what was written; it fits every window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from guesthouse.domain.errand import Reopen
from guesthouse.domain.journal import Entry
from guesthouse.domain.noticing import Noticed
from guesthouse.house import House
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.today import TodayPage
from tests.ui.doubled import Doubled
from tests.ui.pages.conftest import Door, Hours
from tests.ui.pages.today_hands import button, choose, field, items, names, said, texts, things
from tests.ui.walk import clipped, unnamed

Build = Callable[[], TodayPage]


def test_everything_is_called_as_people_rely_on(today: TodayPage) -> None:
    assert {"Keep this", "It makes sense…", "Try it", "Something gentler", "Not now"} <= names(today)
    assert items(today) == []
    assert things(today).isVisible()
    assert unnamed(today) == []
    assert said(today) == "I am noticing …"
    assert "For example: I am noticing anger, fear and grief right now." in texts(today)


def test_typing_is_where_one_arrives(qtbot: QtBot, today: TodayPage) -> None:
    assert QApplication.focusWidget() is field(today)
    qtbot.keyClicks(field(today), "grief for my dog")
    assert said(today) == "I am noticing grief for my dog right now."


@pytest.mark.parametrize(
    ("hour", "words"), [(3, "Hello."), (8, "Good morning."), (13, "Good afternoon."), (23, "Good evening.")]
)
def test_the_greeting_is_of_the_hour(today: TodayPage, hours: Hours, hour: int, words: str) -> None:
    hours.now = datetime(2026, 5, 3, hour, 30, tzinfo=UTC)
    today.arrive()
    assert texts(today)[0] == words


def test_guests_are_called_by_their_themes_never_by_their_words(
    qtbot: QtBot, today_build: Build, house: House, hours: Hours, door: Door
) -> None:
    for words in ("nobody likes me", "I ruin everything", "I am late", "I am not enough"):
        door.comes(words)
        hours.pass_by(days=1)
    door.comes("I am late")
    door.comes("something new")
    enough = house.guest_book.find("enough")[0]
    house.guest_book.name(enough.id, "The not-enough theme")
    page = today_build()
    shown = texts(page)
    place = shown.index("A new guest")
    assert shown[place : place + 6] == [
        "A new guest", "came today", "A guest", "here today", "The not-enough theme", "here yesterday",
    ]  # fmt: skip
    assert not any("ruin" in text or "late" in text for text in shown)
    with qtbot.waitSignal(page.wanted) as wanted:
        button(page, "Guest book").click()
    assert wanted.args == ["guest-book"]
    with qtbot.waitSignal(page.wanted):
        qtbot.mouseClick(page.door, Qt.MouseButton.LeftButton)
    house.guest_book.forget(enough.id)
    page.refresh(None)
    assert "The not-enough theme" not in texts(page)


def test_what_helps_a_little_is_one_press_away(qtbot: QtBot, today: TodayPage) -> None:
    with qtbot.waitSignal(today.wanted) as wanted:
        button(today, "Comfort kit").click()
    assert wanted.args == ["kit"]


def test_before_anyone_came_there_is_the_door(qtbot: QtBot, today: TodayPage) -> None:
    with qtbot.waitSignal(today.wanted) as wanted:
        button(today, "To the door").click()
    assert wanted.args == ["visitors"]


def test_where_one_left_off_is_the_entry_changed_last(
    qtbot: QtBot, today_build: Build, write: Callable[..., Entry], hours: Hours
) -> None:
    write("An older one")
    hours.pass_by(hours=9)
    last = write("Someone told me I was too sensitive. " * 40, "Sunday")
    hours.pass_by(days=1)
    page = today_build()
    shown = texts(page)
    assert "Yesterday evening" in shown
    assert "Sunday" in shown
    opening = next(one for one in page.findChildren(QLabel) if one.text().startswith("Someone told me"))
    assert opening.height() < 5 * opening.fontMetrics().lineSpacing() * 1.3, "a few lines of it"
    with qtbot.waitSignal(page.carried) as carried:
        button(page, "Keep writing").click()
    assert carried.args == ["journal", Reopen(last.id)]


def test_an_entry_with_nothing_but_a_noticing_is_a_whole_sentence(
    today_build: Build, write: Callable[..., Entry]
) -> None:
    write("", noticing="a trace of worry in my chest")
    assert "I am noticing a trace of worry in my chest" in texts(today_build())


def test_without_entries_one_can_write_something(qtbot: QtBot, today: TodayPage, write: Callable[..., Entry]) -> None:
    with qtbot.waitSignal(today.carried) as carried:
        button(today, "Write something").click()
    assert carried.args == ["journal", None]
    write("There.")
    today.refresh(None)
    assert "Keep writing" in names(today)


def full(page: TodayPage, door: Door, house: House) -> None:
    for words in ("one", "two"):
        door.comes(words)
        house.guest_book.name(
            house.guest_book.find(words)[0].id, "a" * 120 if words == "one" else "The long theme " * 9
        )
    house.noticings.keep([Noticed("sad")])
    practice = house.practices.one("val-sense")
    assert practice is not None
    house.sittings.begin(practice)
    page.refresh(None)
    choose(page, "numb")
    field(page).setText("w" * 90)
    button(page, "Kept before").click()


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize(("size", "width"), [(80, 656), (100, 1068), (200, 656)])
def test_nothing_is_clipped(
    today: TodayPage, preferences: Preferences, door: Door, house: House, *, theme: str, size: int, width: int
) -> None:
    preferences.theme, preferences.text_size = theme, size
    today.resize(width, 520)
    full(today, door, house)
    assert clipped(today) == []
    assert unnamed(today) == []
    area = today.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    things(today).setCurrentIndex(things(today).model().index(0, 0))
    assert clipped(today) == []
    assert area.widget().width() <= area.viewport().width()


@pytest.mark.parametrize("size", [80, 100, 140])
def test_nothing_is_clipped_in_a_longer_language(preferences: Preferences, today_build: Build, size: int) -> None:
    language = Doubled()
    QApplication.installTranslator(language)
    try:
        page = today_build()
        preferences.text_size = size
        page.resize(656, 520)
        assert clipped(page) == []
        area = page.findChild(QScrollArea)
        assert area.widget().width() <= area.viewport().width()
        page.noticing.builder.chosen.more.click()
        assert clipped(page) == []
        assert area.widget().width() <= area.viewport().width()
    finally:
        QApplication.removeTranslator(language)


def test_two_columns_where_there_is_room_else_one(today: TodayPage, preferences: Preferences) -> None:
    assert today.door.x() > today.noticing.x()
    QApplication.processEvents()
    assert today.door.geometry().bottom() == today.noticing.geometry().bottom()
    today.resize(656, 520)
    QApplication.processEvents()
    assert today.door.x() == today.noticing.x()
    today.resize(1068, 800)
    preferences.text_size = 150
    QApplication.processEvents()
    assert today.door.x() == today.noticing.x()
