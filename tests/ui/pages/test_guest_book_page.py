"""The guest book: found as one types, opened whole, named, and forgotten only after a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from guesthouse.domain.exercise import LINE, Sat
from guesthouse.domain.visit import Departure
from guesthouse.house import House
from guesthouse.qt.hub import ChangeHub
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.canvas.sprites import Sprites
from guesthouse.ui.pages.guest_book import GuestBookPage
from guesthouse.ui.pages.guest_book_rows import GuestList
from tests.ui.doubled import Doubled
from tests.ui.pages.conftest import Door, Hours, Listener
from tests.ui.shown import show
from tests.ui.walk import clipped, unnamed

Build = Callable[[], GuestBookPage]


@pytest.fixture
def build(
    qtbot: QtBot, look: Look, house: House, hours: Hours, listener: Listener, sprites: Sprites, request: object
) -> Build:
    """The page on the house, shown; the search begins in the next turn of the event loop."""

    def made() -> GuestBookPage:
        page = GuestBookPage(
            look=look,
            voice=listener.voice,
            figures=sprites.portrait,
            scenes={"garden": "Garden"},
            clock=hours,
            pause_ms=0,
        )
        page.welcome(house)
        qtbot.addWidget(page)
        show(qtbot, page, 1068, 800)
        page.arrive()
        return page

    return made


def listed(page: GuestBookPage, name: str) -> QListView:
    return next(view for view in page.findChildren(QListView) if view.accessibleName() == name)


def rows(page: GuestBookPage, name: str = "Guests") -> list[str]:
    """What a screen reader hears for each item of a list."""
    face = QAccessible.queryAccessibleInterface(listed(page, name))
    return [face.child(row).text(QAccessible.Text.Name) for row in range(face.childCount())]


def field(page: GuestBookPage, name: str) -> QLineEdit:
    return next(edit for edit in page.findChildren(QLineEdit) if edit.accessibleName() == name)


def press(page: GuestBookPage, text: str) -> None:
    next(button for button in page.findChildren(QPushButton) if button.text() == text).click()


def choose(page: GuestBookPage, words: str) -> None:
    """As an assistive tool selects: no key, no click."""
    view = listed(page, "Guests")
    row = rows(page).index(words)
    view.selectionModel().setCurrentIndex(view.model().index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)


def opened(page: GuestBookPage) -> str:
    """The words of the guest that is open, or nothing."""
    words = page.findChild(QTextEdit)
    return words.toPlainText() if words.isVisible() else ""


def says(page: GuestBookPage, text: str) -> bool:
    return any(text in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def look_for(qtbot: QtBot, page: GuestBookPage, text: str) -> None:
    with qtbot.waitSignal(listed(page, "Guests").model().modelReset):
        field(page, "Search the guest book").setText(text)


def test_an_empty_book_says_so_kindly(build: Build) -> None:
    page = build()
    assert rows(page) == []
    assert says(page, "Nobody has been written down yet.")
    assert opened(page) == ""


def test_guests_are_there_whole_the_latest_first(build: Build, door: Door) -> None:
    long = "I should have known, " * 40
    door.comes(long)
    door.hours.pass_by(days=1)
    door.comes("Nobody gets me")
    assert rows(build()) == ["Nobody gets me", long]


def test_found_as_one_types_case_and_accents_aside(qtbot: QtBot, build: Build, door: Door) -> None:
    for words in ("I’m naïve", "Too late for me", "No one came"):
        door.comes(words)
    page = build()
    qtbot.keyClicks(QApplication.focusWidget(), "NAIVE")
    qtbot.waitUntil(lambda: rows(page) == ["I’m naïve"])
    look_for(qtbot, page, "láte")
    assert rows(page) == ["Too late for me"]
    look_for(qtbot, page, "zebra")
    assert rows(page) == [] and says(page, "Nobody here goes by these words.")
    page.stop()
    qtbot.waitUntil(lambda: len(rows(page)) == 3)
    assert field(page, "Search the guest book").text() == ""


def test_fast_typing_searches_once(qtbot: QtBot, build: Build, door: Door) -> None:
    door.comes("Too late for me")
    page = build()
    resets: list[int] = []
    listed(page, "Guests").model().modelReset.connect(lambda: resets.append(1))
    qtbot.keyClicks(field(page, "Search the guest book"), "too late")
    qtbot.waitUntil(lambda: bool(resets))
    QApplication.processEvents()
    assert len(resets) <= 2  # the event loop may turn between letters, but not once for each of the eight


def test_facts_are_in_plain_words(build: Build, door: Door) -> None:
    door.comes("I always mess up")
    door.hours.pass_by(days=170)
    door.comes("i always mess up!")
    door.hours.pass_by(days=3)
    page = build()
    choose(page, "I always mess up")
    assert says(page, "2 visits · here on Tuesday")
    assert says(page, "first came 3 May 2026")
    face = QAccessible.queryAccessibleInterface(listed(page, "Guests")).child(0)
    assert face.text(QAccessible.Text.Description) == "2 visits · here on Tuesday · first came 3 May 2026"


def test_visits_tell_when_how_long_and_how_it_left(build: Build, door: Door) -> None:
    door.comes("Too late", stays=7)
    door.comes("too late", stays=90, how=Departure.STOPPED)
    door.comes("Too late", stays=0.2, how=Departure.APP_CLOSED)
    door.comes("Too late", how=None)
    page = build()
    choose(page, "Too late")
    visits = rows(page, "Visits")
    assert [visit.split(". ")[1] for visit in visits] == [
        "here now",
        "stayed less than a minute, left when the app closed",
        "stayed 2 hours, left when the exercise was stopped",
        "stayed 7 minutes, went on",
    ]
    assert visits[3].startswith("Sunday 3 May, ") and visits[3].endswith("Garden · As it came")
    assert visits[2].endswith("too late"), "words said otherwise this time are shown"


def test_enter_opens_and_leads_to_the_words(qtbot: QtBot, build: Build, door: Door) -> None:
    door.comes("One")
    door.comes("Two")
    page = build()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    view = listed(page, "Guests")
    assert QApplication.focusWidget() is view and opened(page) == "Two"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert opened(page) == "One" and QApplication.focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QTextEdit)
    page.search()
    assert QApplication.focusWidget() is field(page, "Search the guest book")


def test_a_click_opens(qtbot: QtBot, build: Build, door: Door) -> None:
    door.comes("One")
    page = build()
    view = listed(page, "Guests")
    spot = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened(page) == "One"


@pytest.mark.parametrize(
    "words",
    [
        "<b>I</b> am &amp; was",
        "nul\0here",
        "אני לא מספיק",
        "a" * 5000,
        "one\ntwo\r\nthree",
        "e\u0301 😶\u200d🌫️",
        "\u200b.",
    ],
    ids=["html", "nul", "right to left", "one long word", "lines", "marks", "hardly anything"],
)
def test_words_are_shown_as_they_were_typed(qtbot: QtBot, build: Build, door: Door, words: str) -> None:
    door.comes(words)
    page = build()
    assert rows(page) == [words]
    choose(page, words)
    page.grab()
    assert opened(page) == words.replace("\0", "\u2400").replace("\r\n", "\n")
    text = page.findChild(QTextEdit)
    qtbot.waitUntil(lambda: not text.verticalScrollBar().maximum())  # all of it is in sight


def test_a_theme_is_explained_kept_and_taken_away(build: Build, door: Door, house: House) -> None:
    door.comes("I’m not enough")
    page = build()
    choose(page, "I’m not enough")
    assert says(page, "A theme is a set of words my mind repeats, true or not.")
    name = field(page, "Name this theme")
    name.setText("  the not-enough theme ")
    press(page, "Keep this name")
    assert house.guest_book.find()[0].theme == "the not-enough theme"
    assert name.text() == "the not-enough theme" and says(page, "Kept.")
    name.setText("")
    press(page, "Keep this name")
    assert house.guest_book.find()[0].theme is None


def test_a_guest_is_found_by_its_theme(qtbot: QtBot, build: Build, door: Door, house: House) -> None:
    door.comes("One")
    house.guest_book.name(house.guest_book.find()[0].id, "the late theme")
    page = build()
    look_for(qtbot, page, "late")
    assert rows(page) == ["One"]


def test_a_half_typed_name_waits_for_its_guest(build: Build, door: Door, house: House) -> None:
    door.comes("One")
    door.comes("Two")
    page = build()
    choose(page, "One")
    field(page, "Name this theme").setText("the unfini")
    choose(page, "Two")
    assert field(page, "Name this theme").text() == ""
    choose(page, "One")
    assert field(page, "Name this theme").text() == "the unfini"
    assert house.guest_book.find()[0].theme is None


def test_forgetting_asks_first_and_says_what_goes(build: Build, door: Door, house: House, listener: Listener) -> None:
    door.comes("One")
    door.comes("one")
    door.comes("Two")
    guest = next(guest for guest in house.guest_book.find() if guest.words == "One")
    house.guest_book.name(guest.id, "the one theme")
    page = build()
    choose(page, "One")
    press(page, "Forget this guest")
    asked = listener.said[0]
    for told in ("words", "2 visits", "name", "an exercise", "Backups that were made before still hold it"):
        assert told in asked.text
    assert "One" not in asked.title and len(rows(page)) == 2 and opened(page) == "One"
    listener.answer = True
    press(page, "Forget this guest")
    assert rows(page) == ["Two"] and opened(page) == ""
    assert house.guest_book.guest(guest.id) is None


def test_what_an_exercise_has_of_it_stays_as_was_said(house: House, door: Door) -> None:
    door.comes("One")
    sitting = house.sittings.begin(Sat("ex-ladder", "Noticing ladder"))
    house.sittings.answer(sitting.id, LINE, "One")
    house.guest_book.forget(house.guest_book.find()[0].id)
    kept = house.sittings.one(sitting.id)
    assert kept is not None and kept.answers == {LINE: "One"}
    house.sittings.erase(sitting.id)
    assert house.sittings.one(sitting.id) is None


def test_out_of_sight_it_only_remembers_that_it_is_stale(qtbot: QtBot, build: Build, door: Door, house: House) -> None:
    page = build()
    hub = ChangeHub()
    hub.listen(house.changes)
    hub.changed.connect(page.hear)
    page.hide()
    resets: list[int] = []
    listed(page, "Guests").model().modelReset.connect(lambda: resets.append(1))
    door.comes("One")
    door.comes("Two")
    assert resets == []
    page.show()
    assert resets == [1] and rows(page) == ["Two", "One"]
    door.comes("Three")
    assert rows(page) == ["Three", "Two", "One"]
    hub.let_go()


def test_what_is_open_stays_open_when_others_come(build: Build, door: Door) -> None:
    door.comes("One")
    page = build()
    choose(page, "One")
    door.comes("Two")
    page.refresh(None)
    assert opened(page) == "One"
    view = listed(page, "Guests")
    assert view.currentIndex().data() == "One" and rows(page) == ["Two", "One"]


def test_a_closed_house_leaves_no_words_behind(build: Build, door: Door) -> None:
    door.comes("One")
    page = build()
    choose(page, "One")
    field(page, "Name this theme").setText("half")
    page.let_go()
    assert rows(page) == [] and rows(page, "Visits") == []
    texts = [*(label.text() for label in page.findChildren(QLabel)), *(e.text() for e in page.findChildren(QLineEdit))]
    texts += [text.toPlainText() for text in page.findChildren(QTextEdit)]
    assert not any("One" in text or "half" in text for text in texts)


def test_a_narrow_window_shows_one_thing_at_a_time(qtbot: QtBot, build: Build, door: Door) -> None:
    door.comes("One")
    door.comes("Two")
    page = build()
    page.resize(656, 520)
    view = listed(page, "Guests")
    qtbot.keyClick(field(page, "Search the guest book"), Qt.Key.Key_Down)
    assert view.isVisible() and QApplication.focusWidget() is view, "the way to the list opens nothing"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.isVisible(), "walking with the arrows opens nothing where it would hide the list"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened(page) and not view.isVisible()
    page.stop()
    assert view.isVisible() and QApplication.focusWidget() is view
    choose(page, "Two" if view.currentIndex().data() == "One" else "One")
    assert opened(page)
    press(page, "All guests")
    assert view.isVisible() and not opened(page)


def test_a_half_typed_name_survives_the_way_back(build: Build, door: Door) -> None:
    door.comes("One")
    page = build()
    page.resize(656, 520)
    choose(page, "One")
    field(page, "Name this theme").setText("half")
    press(page, "All guests")
    choose(page, "One")
    assert field(page, "Name this theme").text() == "half"


def test_every_control_has_a_name(build: Build, door: Door) -> None:
    door.comes("One")
    page = build()
    choose(page, "One")
    assert unnamed(page) == []


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", [80, 100, 200])
def test_nothing_is_clipped(build: Build, door: Door, preferences: Preferences, theme: str, size: int) -> None:
    door.comes("I should have done more than I did, and everyone in that room could see it")
    language = Doubled()
    QApplication.installTranslator(language)
    try:
        preferences.theme, preferences.text_size = theme, size
        page = build()
        page.resize(656, 520)
        assert clipped(page) == []
        view = page.findChild(GuestList)
        view.setCurrentIndex(view.model().index(0, 0))
        assert clipped(page) == []
        page.resize(3600, 2000)
        assert clipped(page) == []
    finally:
        QApplication.removeTranslator(language)
