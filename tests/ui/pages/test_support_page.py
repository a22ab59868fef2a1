"""Support: steadying first, people and lines by country, numbers to select and to copy; no network, no browser."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QListWidget, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from guesthouse.domain.care import Line, Region, SupportText
from guesthouse.domain.kit import Shelf
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.support import SupportPage
from guesthouse.ui.pages.support_lines import in_words, source_of
from tests.ui.walk import clipped, unnamed


class Room:
    """Builds the room as often as a test needs it."""

    def __init__(self, qtbot: QtBot, look: Look, preferences: Preferences, words: tuple) -> None:
        self._qtbot, self._look, self._preferences, self._words = qtbot, look, preferences, words

    def build(self, country: str = "GB") -> SupportPage:
        support, regions = self._words
        page = SupportPage(
            look=self._look, preferences=self._preferences, support=support, regions=regions, country=country
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
    assert in_words("2020") == "2020"


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


def own_people(page: SupportPage) -> list[str]:
    """Those of the kit that are in sight, as a screen reader hears them."""
    view = next(view for view in page.findChildren(QListView) if view.accessibleName() == "Your people and places")
    face = QAccessible.queryAccessibleInterface(view)
    return [face.child(row).text(QAccessible.Text.Name) for row in range(face.childCount())] if view.isVisible() else []


def way_to_the_kit(page: SupportPage) -> QPushButton:
    return next(button for button in page.findChildren(QPushButton) if button.text() == "Comfort kit")


def test_the_people_of_the_kit_stand_under_the_lines_once_a_house_is_open(
    qtbot: QtBot, page: SupportPage, house: House
) -> None:
    assert own_people(page) == [] and not way_to_the_kit(page).isVisible()
    house.kit.add(Shelf.PEOPLE, "Mona", "next door")
    page.welcome(house)
    assert own_people(page)[-1] == "Mona\nnext door"
    with qtbot.waitSignal(page.wanted) as wanted:
        way_to_the_kit(page).click()
    assert wanted.args == ["kit"]
    for person in house.kit.on(Shelf.PEOPLE):
        house.kit.remove(person.id)
    page.refresh(None)
    assert own_people(page) == [] and not says(page, "Your people and places")
    page.let_go()
    assert not way_to_the_kit(page).isVisible()
