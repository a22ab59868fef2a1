"""The still page: nothing moves, the heading is read on arrival, and one leaves by choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from guesthouse.domain.care import SupportText
from guesthouse.domain.kit import Shelf
from guesthouse.domain.practice import Sense
from guesthouse.house import House
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.services.changes import Changes
from guesthouse.ui.kit.offered import Offered
from guesthouse.ui.pages.grounding import GroundingPage
from guesthouse.ui.pages.page import BACK
from tests.ui.doubled import Doubled
from tests.ui.shown import show
from tests.ui.walk import clipped, unnamed


@pytest.fixture
def page(qtbot: QtBot, look: Look, support: SupportText) -> GroundingPage:
    made = GroundingPage(look=look, words=support.grounding)
    made.come_from("Visitors")
    qtbot.addWidget(made)
    show(qtbot, made, 1068, 800)
    return made


def button(page: GroundingPage, text: str) -> QPushButton:
    return next(button for button in page.findChildren(QPushButton) if button.text() == text)


def test_all_of_its_words_are_there(page: GroundingPage, support: SupportText) -> None:
    shown = [label.text() for label in page.findChildren(QLabel)]
    words = support.grounding
    assert shown == [words.title, words.lead, *words.steps, words.room, words.next]


def test_arriving_reads_the_heading_and_presses_nothing(qtbot: QtBot, page: GroundingPage) -> None:
    left: list[object] = []
    page.wanted.connect(left.append)
    page.arrive()
    heading = QApplication.focusWidget()
    assert isinstance(heading, QLabel)
    assert QAccessible.queryAccessibleInterface(heading).text(QAccessible.Text.Name) == "Steady for a minute"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        qtbot.keyClick(heading, key)
    page.stop()
    assert left == []


def test_nothing_moves(page: GroundingPage) -> None:
    page.arrive()
    before = page.grab().toImage()
    assert not [timer for timer in page.findChildren(QTimer) if timer.isActive()]
    assert not page.findChildren(QAbstractAnimation)
    QApplication.processEvents()
    assert page.grab().toImage() == before


def test_one_goes_back_or_to_support(qtbot: QtBot, page: GroundingPage) -> None:
    with qtbot.waitSignal(page.wanted) as wanted:
        button(page, "Back to Visitors").click()
    assert wanted.args == [BACK]
    with qtbot.waitSignal(page.wanted) as wanted:
        button(page, "Support").click()
    assert wanted.args == ["support"]


def test_back_to_support_is_the_one_way_there(page: GroundingPage) -> None:
    page.come_from("Support")
    shown = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    assert shown == ["Back to Support"]
    page.come_from("Today")
    assert button(page, "Support").isVisible()


def test_tab_reaches_both_ways_on(qtbot: QtBot, page: GroundingPage) -> None:
    page.arrive()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(page, "Back to Visitors")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(page, "Support")


def shown(page: GroundingPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def people(page: GroundingPage) -> list[str]:
    """Those in sight, as a screen reader hears them."""
    view = next(view for view in page.findChildren(QListView) if view.accessibleName() == "People and places")
    face = QAccessible.queryAccessibleInterface(view)
    return [face.child(row).text(QAccessible.Text.Name) for row in range(face.childCount())] if view.isVisible() else []


def test_the_kit_offers_what_stands_first_and_people_one_click_away(
    qtbot: QtBot, page: GroundingPage, house: House
) -> None:
    page.welcome(house)
    assert shown(page)[-2:] == ["If you like: A candle", "Or these words: I’m human, I make mistakes"]
    assert people(page) == []
    button(page, "People").click()
    assert people(page)[0] == "A bench where people pass by"
    with qtbot.waitSignal(page.wanted) as wanted:
        button(page, "Comfort kit").click()
    assert wanted.args == ["kit"]
    assert clipped(page) == []  # every layout has settled
    test_nothing_moves(page)


def test_the_people_are_brought_into_sight(qtbot: QtBot, page: GroundingPage, house: House) -> None:
    page.resize(800, 560)
    page.welcome(house)
    page.arrive()
    button(page, "People").click()
    view = next(view for view in page.findChildren(QListView) if view.accessibleName() == "People and places")
    qtbot.waitUntil(lambda: view.visibleRegion().boundingRect().height() == view.height())


def test_the_first_stop_of_tab_stays_the_way_back(qtbot: QtBot, page: GroundingPage, house: House) -> None:
    page.welcome(house)
    test_tab_reaches_both_ways_on(qtbot, page)


def test_empty_shelves_offer_nothing(page: GroundingPage, house: House, support: SupportText) -> None:
    page.welcome(house)
    for shelf in Shelf:
        for thing in house.kit.on(shelf):
            house.kit.remove(thing.id)
    page.refresh(None)
    assert shown(page)[-1] == support.grounding.next
    assert not [
        each for each in page.findChildren(QPushButton) if each.text() == "People and places" and each.isVisible()
    ]


def test_without_a_house_it_is_what_it_was(page: GroundingPage, house: House, support: SupportText) -> None:
    page.welcome(house)
    button(page, "People").click()
    page.let_go()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    test_all_of_its_words_are_there(page, support)
    assert not page.findChildren(QListView)
    page.welcome(house)
    assert shown(page)[-2] == "If you like: A candle"


def test_every_control_has_a_name(page: GroundingPage, house: House) -> None:
    page.welcome(house)
    assert unnamed(page) == []


@pytest.mark.parametrize("theme", ["light", "night", "contrast"])
@pytest.mark.parametrize("size", [80, 100, 200])
def test_nothing_is_clipped(page: GroundingPage, preferences: Preferences, house: House, theme: str, size: int) -> None:
    language = Doubled()
    QApplication.installTranslator(language)
    try:
        house.kit.add(Shelf.PEOPLE, "Mona, next door " * 9, "the letterbox, or in the evening " * 3)
        page.welcome(house)
        page.findChild(Offered).findChild(QPushButton).click()
        preferences.theme, preferences.text_size = theme, size
        page.resize(656, 520)
        assert clipped(page) == []
        area = page.findChild(QScrollArea)
        assert area.widget().width() <= area.viewport().width()
    finally:
        QApplication.removeTranslator(language)


def test_no_touch_is_asked_of_who_does_without(page: GroundingPage, house: House, support: SupportText) -> None:
    def steps() -> list[str]:
        shown = [label.text() for label in page.findChildren(QLabel)]
        return [text for text in shown if text in (*support.grounding.steps, *support.grounding.without_touch)]

    page.welcome(house)
    assert steps() == list(support.grounding.steps)
    house.wishes.switch(Sense.TOUCH, off=True)
    page.refresh(Changes(wishes=True))
    assert steps() == list(support.grounding.without_touch)
    page.let_go()
    assert steps() == list(support.grounding.steps)
    page.welcome(house)
    assert steps() == list(support.grounding.without_touch)
