"""The plain note: in no look of ours, readable in each theme, and nothing on it is kept."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.hidden import load_hidden
from guesthouse.paths import LANGUAGE, resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.hidden.note import GROUNDS, NotePage
from guesthouse.ui.parts.cover import Cover
from guesthouse.ui.parts.window_keys import WindowKeys
from tests.ui.walk import clipped, unnamed


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> NotePage:
    made = NotePage(look, load_hidden(resources() / "hidden", LANGUAGE))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def luminance(colour: str) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", GROUNDS)
def test_every_pair_of_text_and_ground_can_be_read(theme: str) -> None:
    ground, ink, bar, _line, _handle, marked, on_marked = GROUNDS[theme]
    for pair in ((ground, ink), (bar, ink), (marked, on_marked)):
        assert contrast(*pair) >= 4.5, pair


@pytest.mark.parametrize("theme", GROUNDS)
def test_nothing_on_it_is_in_the_colours_of_the_house(
    page: NotePage, preferences: Preferences, look: Look, theme: str
) -> None:
    preferences.theme = theme
    picture = page.grab().toImage()
    greys = {GROUNDS[theme][0], GROUNDS[theme][2]}
    assert {picture.pixelColor(*at).name() for at in corners(page, picture)} <= greys
    if theme != "contrast":  # which is black in any program
        ours = {look.colour(token).name() for token in ("paper", "rail", "card", "field", "sage", "lamp")}
        assert not ours & {picture.pixelColor(x, y).name() for x in range(0, 900, 7) for y in range(0, 600, 3)}


def corners(page: QWidget, picture: QImage) -> list[tuple[int, int]]:
    wide, high = picture.width() - 1, picture.height() - 1
    return [(0, 0), (wide, 0), (0, high), (wide, high), (wide // 2, high // 2)]


def test_its_letters_are_the_systems(page: NotePage, look: Look) -> None:
    assert page.text.font().family() != look.font("body").family()
    assert page.place.font().family() != look.font("body").family()


def test_so_are_those_of_its_menu_and_of_what_it_asks(page: NotePage, look: Look) -> None:
    menu = page.text.createStandardContextMenu()
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Notes", "Some changes", QMessageBox.StandardButton.Cancel, page)
    for window in (menu, box):
        window.ensurePolished()
        window.show()
    told = [box.findChild(QLabel, "qt_msgbox_label"), *box.buttons(), menu]
    assert {widget.font().family() for widget in told} == {page.text.font().family()}
    menu.close()
    box.reject()


def test_no_word_on_it_is_about_this(page: NotePage) -> None:
    words = f"{page.title}\n{page.text.toPlainText()}\n{page.place.text()}".lower()
    assert not re.search(r"guest|house|thought|visitor|feel|journal|kind|support|help|passphrase|hidden|safe", words)
    assert 3 < len(words.splitlines()) < 40


@pytest.mark.parametrize("size", [80, 150, 200])
def test_it_fits_a_small_window_and_has_names(page: NotePage, preferences: Preferences, size: int) -> None:
    preferences.text_size = size
    page.resize(720, 520)
    assert clipped(page) == [] and unnamed(page) == []
    assert QAccessible.queryAccessibleInterface(page.text).text(QAccessible.Text.Name) == "Note"


def test_one_writes_on_as_in_any_note_and_it_remembers_nothing_taken_out(page: NotePage) -> None:
    QTest.keyClicks(page.text, " and more")
    assert page.text.toPlainText().endswith("print the form and more")
    assert not page.text.document().isUndoRedoEnabled() and not page.text.document().isUndoAvailable()
    assert page.place.text() == f"Line {page.text.blockCount()}, column 24"


def test_whoever_asks_who_has_the_keyboard_finds_the_text_first_and_nothing_around_it(
    qtbot: QtBot, page: NotePage
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    cover = Cover(QLabel("rooms"), WindowKeys(window))
    window.setCentralWidget(cover)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    cover.put_on(page)
    assert QApplication.focusWidget() is page.text
    told, way = QAccessible.queryAccessibleInterface(page.text), []
    while told.object() is not window:
        way.append((told.object(), bool(told.state().focused)))
        told = told.parent()
    assert way == [(page.text, True), (page, False), (cover, False)]
