"""Support: steadying first, people and lines by country, numbers to select and to copy; no network, no browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QListWidget, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from guesthouse.domain.care import NOTES, Line, Region, SupportText
from guesthouse.domain.kit import Shelf
from guesthouse.house import House
from guesthouse.qt.dates import dated
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.page import BACK
from guesthouse.ui.pages.support import SupportPage
from guesthouse.ui.pages.support_lines import source_of
from tests.ui.walk import clipped, unnamed


class Room:
    """Builds the room as often as a test needs it."""

    def __init__(self, qtbot: QtBot, look: Look, preferences: Preferences, words: tuple) -> None:
        self._qtbot, self._look, self._preferences, self._words = qtbot, look, preferences, words

    def build(self, country: str = "GB", locked: Callable[[], bool] = lambda: False) -> SupportPage:
        support, regions = self._words
        page = SupportPage(
            look=self._look,
            preferences=self._preferences,
            support=support,
            regions=regions,
            country=country,
            locked=locked,
        )
        self._qtbot.addWidget(page)
        page.resize(1068, 800)
        page.show()
        page.activateWindow()
        self._qtbot.waitUntil(page.isActiveWindow)
        return page


@pytest.fixture
def room(qtbot: QtBot, look: Look, preferences: Preferences, support: SupportText, regions: tuple[Region, ...]) -> Room:
    return Room(qtbot, look, preferences, (support, regions))


@pytest.fixture
def page(room: Room) -> SupportPage:
    return room.build()


def country_box(page: SupportPage) -> QComboBox:
    box = next(label.buddy() for label in page.findChildren(QLabel) if label.text() == "Country")
    assert isinstance(box, QComboBox)
    return box


def people(page: SupportPage) -> QListWidget:
    return next(found for found in page.findChildren(QListWidget) if found.accessibleName() == "People to contact")


def says(page: SupportPage, text: str) -> bool:
    return any(text in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def choose(page: SupportPage, code: str) -> None:
    box = country_box(page)
    box.setCurrentIndex(box.findData(code))


def test_arriving_begins_with_steadying(qtbot: QtBot, page: SupportPage) -> None:
    page.arrive()
    steady = QApplication.focusWidget()
    assert isinstance(steady, QPushButton) and steady.text() == "Steady for a minute"
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(steady, Qt.Key.Key_Return)
    assert wanted.args == ["grounding"]


def test_the_country_of_the_computer_is_shown_and_not_written_down(page: SupportPage, preferences: Preferences) -> None:
    assert country_box(page).currentData() == "GB"
    assert country_box(page).accessibleName() == "Country"
    assert says(page, "If your life is in danger now, call 999.")
    assert preferences.country == ""


def test_a_choice_shows_at_once_and_is_remembered(room: Room, page: SupportPage, preferences: Preferences) -> None:
    choose(page, "NZ")
    assert preferences.country == "NZ"
    assert says(page, "If your life is in danger now, call 111.")
    assert "1737" in people(page).item(1).text()
    again = room.build("GB")
    assert country_box(again).currentData() == "NZ"


def test_an_unknown_country_gets_addresses_and_no_number_from_nowhere(room: Room) -> None:
    page = room.build("ZZ")
    assert says(page, "call the emergency number of the place you are in")
    assert "findahelpline.com" in people(page).item(0).text()


def test_a_line_is_one_item_with_all_there_is_to_know(page: SupportPage) -> None:
    items = [people(page).item(row).text() for row in range(people(page).count())]
    assert items[3] == (
        "NHS 111, mental health, 111, Call, then choose option 2 · Day and night, "
        "Source read: tewv.nhs.uk, norwoodmc.co.uk, November 2025; not yet checked by a person."
    )
    face = QAccessible.queryAccessibleInterface(people(page))
    assert face.role() == QAccessible.Role.List
    assert [face.child(row).text(QAccessible.Text.Name) for row in range(face.childCount())] == items


def test_a_number_can_be_copied_by_name(qtbot: QtBot, page: SupportPage) -> None:
    copy = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == "Copy 116 123, Samaritans")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "116 123"
    assert copy.text() == "Copied"
    other = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == "Copy 85258, Shout")
    qtbot.keyClick(other, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "85258"
    assert (copy.text(), other.text()) == ("Copy", "Copied")


def test_a_number_can_be_selected(page: SupportPage) -> None:
    number = next(label for label in page.findChildren(QLabel) if label.accessibleName() == "Samaritans: 116 123")
    assert number.text() == "116 123"
    assert number.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    number.setSelection(0, 7)
    assert number.selectedText() == "116 123"


def test_numbers_and_buttons_stand_in_their_rows(page: SupportPage, preferences: Preferences) -> None:
    for size, width in ((100, 1068), (200, 656)):
        preferences.text_size = size
        page.resize(width, 520)
        choose(page, "other" if size == 200 else "GB")
        QApplication.processEvents()
        lines = people(page)
        assert lines.height() >= lines.visualItemRect(lines.item(lines.count() - 1)).bottom()
        copies = [b for b in page.findChildren(QPushButton) if b.accessibleName().startswith("Copy ") and b.isVisible()]
        numbers = [label for label in lines.parent().findChildren(QLabel) if label.isVisible()]
        assert len(copies) == len(numbers) == lines.count()
        for row, (number, copy) in enumerate(zip(numbers, copies, strict=True)):
            rect = lines.visualItemRect(lines.item(row))
            assert rect.contains(number.geometry()) and rect.contains(copy.geometry())
            assert not number.geometry().intersects(copy.geometry())


def test_it_is_said_what_happens_and_what_is_not_known(page: SupportPage) -> None:
    for text in ("thinking about suicide", "hang up whenever you want", "No person has checked them", "no network"):
        assert says(page, text), text


def test_a_checked_line_says_when() -> None:
    line = Line("A", "1", "Call", "", "", "a.org", "2025-04-30", "2026-02-01")
    assert source_of(line) == "Source read: a.org, 30 April 2025. Checked by a person on 1 February 2026."
    assert dated("2020") == "2020"


def test_nothing_in_it_can_be_followed(page: SupportPage) -> None:
    assert not any(label.openExternalLinks() for label in page.findChildren(QLabel))
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel))


def test_a_screen_reader_survives_sixty_countries(page: SupportPage, regions: tuple[Region, ...]) -> None:
    for turn in range(60):
        choose(page, regions[turn % len(regions)].code)
        face = QAccessible.queryAccessibleInterface(people(page))
        names = [face.child(row).text(QAccessible.Text.Name) for row in range(face.childCount())]
        assert len(names) == len(regions[turn % len(regions)].lines)
        QApplication.processEvents()


def test_the_keyboard_walks_the_list(qtbot: QtBot, page: SupportPage) -> None:
    lines = people(page)
    lines.setFocus()
    lines.setCurrentRow(0)
    qtbot.keyClick(lines, Qt.Key.Key_Down)
    assert lines.currentRow() == 1
    assert lines.selectionModel().isSelected(lines.currentIndex())
    lines.selectionModel().select(lines.model().index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_every_control_has_a_name(page: SupportPage) -> None:
    assert unnamed(page) == []


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", [80, 100, 200])
def test_nothing_is_clipped(page: SupportPage, preferences: Preferences, theme: str, size: int) -> None:
    preferences.theme, preferences.text_size = theme, size
    page.resize(656, 520)
    assert clipped(page) == []
    area = page.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def button(page: SupportPage, text: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == text and each.isVisible())


def in_sight(page: SupportPage, text: str) -> bool:
    """Whether a label that begins so stands inside what is seen of the page."""
    area = page.findChild(QScrollArea)
    seen = area.viewport().rect()
    found = [each for each in page.findChildren(QLabel) if each.text().startswith(text) and each.isVisible()]
    return any(seen.contains(each.mapTo(area.viewport(), each.rect().center())) for each in found)


def test_the_people_of_the_kit_can_be_read_and_copied(qtbot: QtBot, page: SupportPage, house: House) -> None:
    assert not says(page, "Your people and places")
    house.kit.add(Shelf.PEOPLE, "Mona", "next door, 07700 900123")
    page.welcome(house)
    assert says(page, "Mona") and says(page, "next door, 07700 900123") and says(page, "The library")
    copies = [each for each in page.findChildren(QPushButton) if each.accessibleName().startswith("Copy 07700")]
    assert [each.accessibleName() for each in copies] == ["Copy 07700 900123, Mona"]
    qtbot.mouseClick(copies[0], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "07700 900123"
    assert copies[0].text() == "Copied"
    with qtbot.waitSignal(page.wanted) as wanted:
        button(page, "Comfort kit").click()
    assert wanted.args == ["kit"]


def test_without_anybody_it_is_said_where_people_come_from(page: SupportPage, house: House) -> None:
    page.welcome(house)
    for person in house.kit.on(Shelf.PEOPLE):
        house.kit.remove(person.id)
    page.refresh(None)
    assert says(page, "People you add to your comfort kit stand here")
    assert button(page, "Comfort kit").isVisible()


def test_nobody_is_named_once_the_house_is_closed(room: Room, house: House) -> None:
    house.kit.add(Shelf.PEOPLE, "Mona", "07700 900123")
    page = room.build(locked=lambda: True)
    page.welcome(house)
    page.let_go()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any("Mona" in label.text() for label in page.findChildren(QLabel))
    assert says(page, "Your own people are behind the lock.")
    assert not [each for each in page.findChildren(QCheckBox) if each.isVisible()]


def test_where_there_is_no_lock_none_is_spoken_of(page: SupportPage, house: House) -> None:
    page.welcome(house)
    page.let_go()
    page.arrive()
    assert not says(page, "behind the lock") and not says(page, "Your people and places")


def test_esc_and_back_lead_to_where_one_was(qtbot: QtBot, page: SupportPage) -> None:
    page.come_from("Visitors")
    back = button(page, "Back to Visitors")
    with qtbot.waitSignal(page.wanted) as wanted:
        back.click()
    assert wanted.args == [BACK]
    with qtbot.waitSignal(page.wanted) as wanted:
        page.stop()
    assert wanted.args == [BACK]
    page.come_from("")
    assert back.text() == back.accessibleName() == "Back"


@pytest.mark.parametrize("number", range(len(NOTES)))
def test_a_note_opens_in_its_place_by_the_keyboard(
    qtbot: QtBot, page: SupportPage, support: SupportText, number: int
) -> None:
    note = support.notes[number]
    heading = page.folds[note.id].heading
    assert not says(page, note.parts[0].title)
    assert heading.accessibleName() == note.title
    heading.setFocus()
    qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert [part.title for part in note.parts if not says(page, part.title)] == []
    qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert not says(page, note.parts[0].title)


def test_the_index_opens_a_note_and_brings_it_up(qtbot: QtBot, page: SupportPage) -> None:
    page.resize(836, 600)
    button(page, "Someone is hurting me").click()
    qtbot.waitUntil(lambda: in_sight(page, "It is not your fault"))
    assert QApplication.focusWidget() is page.folds["hurting"].heading


def test_a_note_can_be_asked_for_from_elsewhere(qtbot: QtBot, page: SupportPage) -> None:
    page.receive("someone")
    qtbot.waitUntil(lambda: in_sight(page, "Ask, kindly and plainly"))
    page.receive("nothing of the kind")
    page.receive(None)


def test_a_note_knows_the_country_and_the_key_that_hides(page: SupportPage, preferences: Preferences) -> None:
    page.receive("hurting")
    assert says(page, "Call 999.") and says(page, "F9 turns this window into a plain note")
    preferences.hide_key = "F8"
    assert says(page, "F8 turns this window")
    choose(page, "NZ")
    assert says(page, "Call 111.") and says(page, "F8 turns this window")
    preferences.hide_key = "none"
    choose(page, "other")
    assert says(page, "Call the emergency number of the place you are in.")
    assert says(page, "In Settings you can choose a key") and not says(page, "F8")


def test_the_sentence_for_danger_stands_above_all(page: SupportPage) -> None:
    page.arrive()
    texts = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
    left = [each for each in texts if each.mapTo(page, each.rect().topLeft()).x() < page.width() // 2]
    left.sort(key=lambda each: each.mapTo(page, each.rect().topLeft()).y())
    assert [each.text() for each in left][:2] == ["Support", "If your life is in danger now, call 999."]


def test_the_order_of_tab_is_the_order_of_reading(qtbot: QtBot, page: SupportPage, house: House) -> None:
    house.kit.add(Shelf.PEOPLE, "Mona", "07700 900123")
    page.welcome(house)
    choose(page, "NZ")
    choose(page, "GB")
    page.come_from("Today")
    page.arrive()
    names: list[str] = []
    there = QApplication.focusWidget()
    while there is not None and names.count("Steady for a minute") < 2 and len(names) < 100:
        names.append(there.accessibleName() or getattr(there, "text", str)())
        qtbot.keyClick(there, Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
    order = [
        "Steady for a minute",
        "Kinds of help",
        "Copy 07700 900123, Mona",
        "Country",
        "Copy 116 123, Samaritans",
        "With my own people",
        "Print a card",
        "Save as PDF",
        "Back to Today",
    ]
    assert [name for name in order if name not in names] == []
    assert [names.index(name) for name in order] == sorted(names.index(name) for name in order)


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize(
    ("size", "width", "high"), [(80, 656, 520), (100, 836, 600), (150, 1068, 800), (200, 656, 520)]
)
def test_nothing_is_clipped_with_everything_open(
    page: SupportPage, preferences: Preferences, house: House, theme: str, size: int, width: int, high: int
) -> None:
    house.kit.add(Shelf.PEOPLE, "Mona, next door " * 9, "07700 900123, or the letterbox, or in the evening " * 3)
    page.welcome(house)
    page.come_from("Visitors " * 3)
    for fold in page.folds.values():
        fold.unfold()
    preferences.theme, preferences.text_size = theme, size
    page.resize(width, high)
    assert clipped(page) == []
    assert unnamed(page) == []
    area = page.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def test_reading_from_the_right_is_mirrored_and_nothing_is_clipped(qtbot: QtBot, room: Room) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page = room.build()
        page.receive("therapist")
        qtbot.waitUntil(lambda: says(page, "What to bring"))
        assert clipped(page) == []
        left = people(page).mapTo(page, people(page).rect().center()).x()
        assert left < page.width() / 2, "the second column stands on the left"
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_wide_window_has_two_columns_and_a_narrow_one_has_one(page: SupportPage) -> None:
    lines = people(page)
    heading = next(label for label in page.findChildren(QLabel) if label.text() == "Kinds of help")
    for width, beside in ((1068, True), (656, False)):
        page.resize(width, 800)
        assert clipped(page) == []
        right = lines.mapTo(page, lines.rect().topLeft()).x() > heading.mapTo(page, heading.rect().topRight()).x()
        assert right is beside
