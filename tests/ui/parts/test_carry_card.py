"""A card in the corner: it comes along, makes way for what is typed in, and goes only when it is put down."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.parts.buttons import primary
from guesthouse.ui.parts.carry_card import EDGE, CarryCard
from guesthouse.ui.parts.labels import label
from tests.ui.walk import clipped, unnamed

WORDS = "I always let people down"
LONG = ("Nobody will ever understand what I mean. " * 140)[:5000]
NOTHING_ELSE = 60_000
"""Milliseconds that a card would have to go by itself in."""


class House(QWidget):
    """A window with one room, and a card over it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.room = QWidget(self)
        self.card = CarryCard(look, self.room, self)
        self.resize(1068, 800)

    def resizeEvent(self, event: object) -> None:
        self.room.setGeometry(100, 0, self.width() - 100, self.height())


@pytest.fixture
def house(qtbot: QtBot, look: Look) -> House:
    made = House(look)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def inside(house: House) -> bool:
    return bool(house.room.geometry().contains(house.card.geometry()))


@pytest.mark.parametrize("words", [WORDS, LONG, "אני תמיד מאחר", "a\u00a0b\n\nc 🌧️"])
def test_it_says_what_it_was_given(house: House, words: str) -> None:
    house.card.carry(words)
    assert house.card.isVisible()
    assert house.card.words == words
    assert inside(house)


def test_there_is_none_until_one_is_carried(house: House) -> None:
    assert house.card.isHidden()
    house.card.keep_back(False)
    assert house.card.isHidden()


def test_another_corner_goes_round_all_four_by_keys_alone(house: House) -> None:
    house.card.carry(WORDS)
    house.card.another.setFocus()
    seen = []
    for _ in range(4):
        seen.append((house.card.corner, house.card.pos()))
        assert inside(house)
        QTest.keyClick(house.card.another, Qt.Key.Key_Space)
    assert len({corner for corner, _ in seen}) == len({(at.x(), at.y()) for _, at in seen}) == 4
    assert house.card.corner == seen[0][0]


def test_dragged_it_rests_in_the_nearest_corner(house: House) -> None:
    house.card.carry(WORDS)
    grip = QPoint(8, house.card.height() // 2)
    QTest.mousePress(house.card, Qt.MouseButton.LeftButton, pos=grip)
    for step in range(6):
        QTest.mouseMove(house.card, house.card.mapFromGlobal(house.mapToGlobal(QPoint(700 - 100 * step, 60))))
        QApplication.processEvents()
    house.card.move(120, 20)
    QTest.mouseRelease(house.card, Qt.MouseButton.LeftButton, pos=grip)
    assert house.card.corner == "top-left"
    assert house.card.pos() == QPoint(100 + EDGE, EDGE)


def test_it_goes_when_it_is_put_down_and_holds_no_words_then(house: House) -> None:
    house.card.carry(WORDS)
    house.card.down.click()
    assert house.card.isHidden()
    assert house.card.words == ""


def test_it_has_no_timer_to_go_by(house: House) -> None:
    house.card.carry(WORDS)
    QApplication.processEvents()
    assert not [child for child in house.card.children() if type(child).__name__ == "QTimer"]
    assert house.card.isVisible()


def test_kept_back_it_is_there_again_afterwards(house: House) -> None:
    house.card.carry(WORDS)
    house.card.keep_back(True)
    assert house.card.isHidden()
    house.card.keep_back(False)
    assert house.card.isVisible()
    assert house.card.words == WORDS


@pytest.mark.parametrize("corner", range(4))
def test_it_never_covers_the_field_one_types_in(house: House, corner: int) -> None:
    house.card.carry(WORDS)
    for _ in range(corner):
        house.card.another.click()
    field = QLineEdit(house.room)
    field.setGeometry(house.card.geometry().translated(-100, 0))
    field.show()
    field.setFocus()
    assert not house.card.geometry().intersects(QRect(field.mapTo(house, QPoint(0, 0)), field.size()))
    assert inside(house)


@pytest.mark.parametrize("corner", range(4))
def test_it_covers_no_way_on(house: House, look: Look, corner: int) -> None:
    house.card.carry(WORDS)
    for _ in range(corner):
        house.card.another.click()
    field, way = QLineEdit(house.room), primary(look, "Go on")
    way.setParent(house.room)
    field.setGeometry(house.room.width() // 2 - 60, house.room.height() // 2 - 20, 120, 40)
    way.setGeometry(house.card.geometry().translated(-100, 0))
    for part in (field, way):
        part.show()
    field.setFocus()
    assert not house.card.geometry().intersects(QRect(way.mapTo(house, QPoint(0, 0)), way.size()))


def test_in_a_field_that_fills_the_room_the_line_one_types_stays_free(house: House) -> None:
    field = QPlainTextEdit(house.room)
    field.setGeometry(house.room.rect())
    field.show()
    field.setFocus()
    house.card.carry(WORDS)
    for _ in range(90):
        field.insertPlainText("word " * 24)
        QTest.keyClicks(field, "a b")
        QApplication.processEvents()
        cursor = QRect(field.viewport().mapTo(house, field.cursorRect().topLeft()), field.cursorRect().size())
        assert not house.card.geometry().intersects(cursor)


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
@pytest.mark.parametrize("size", [(1068, 800), (788, 600), (740, 520)])
def test_it_stays_a_small_card_in_every_window(
    house: House, preferences: Preferences, percent: int, size: tuple[int, int]
) -> None:
    preferences.text_size = percent
    house.resize(*size)
    house.card.carry(LONG)
    QApplication.processEvents()
    assert inside(house)
    assert clipped(house) == []
    assert unnamed(house) == []
    assert house.card.width() <= house.room.width() / 2


@pytest.mark.parametrize("percent", [80, 100, 120])
@pytest.mark.parametrize("size", [(1068, 800), (900, 600), (720, 520)])
def test_it_covers_a_quarter_of_the_width_at_most_and_its_words_scroll(
    house: House, preferences: Preferences, percent: int, size: tuple[int, int]
) -> None:
    preferences.text_size = percent
    house.resize(*size)
    house.card.carry(LONG)
    QApplication.processEvents()
    keys = max(key.sizeHint().width() for key in (house.card.another, house.card.down))
    assert house.card.width() <= max(size[0] / 4, keys + 24)
    assert house.card.height() <= size[1] * 0.36
    words = house.card.findChild(QTextEdit)
    assert words is not None and words.verticalScrollBar().maximum() > 0


def test_it_lies_on_no_heading_where_another_corner_is_free(house: House, look: Look) -> None:
    """It gives way to what is typed; and then it goes to a lower corner sooner than on the title of the page."""
    heading = label(look, "display", "Word exercises")
    heading.setParent(house.room)
    heading.setGeometry(24, 24, 400, 60)
    below = QLineEdit(house.room)
    below.setGeometry(0, house.room.height() - 80, house.room.width(), 60)
    for part in (heading, below):
        part.show()
    house.card.carry(WORDS)
    below.setFocus()
    assert house.card.corner == "top-right"
    below.setGeometry(house.room.width() // 2, house.room.height() - 80, house.room.width() // 2, 60)
    house.setFocus()
    below.clearFocus()
    below.setFocus()
    assert house.card.corner == "bottom-left"


def test_a_corner_that_was_chosen_holds_even_on_a_heading(house: House, look: Look) -> None:
    heading, field = label(look, "display", "Word exercises"), QLineEdit(house.room)
    heading.setParent(house.room)
    heading.setGeometry(24, 24, 400, 60)
    field.setGeometry(300, 300, 100, 40)
    for part in (heading, field):
        part.show()
    house.card.carry(WORDS)
    while house.card.corner != "top-left":
        house.card.another.click()
    field.setFocus()
    assert house.card.corner == "top-left"
