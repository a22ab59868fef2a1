"""Hands for the tests of the comfort kit: the page shown, and what one finds and does on it by its names."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from guesthouse.domain.kit import Shelf
from guesthouse.house import House
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.motion import Motion
from guesthouse.qt.preferences import Preferences
from guesthouse.qt.sound import Sounds
from guesthouse.ui.pages.kit import KitPage
from tests.ui.shown import show

KEYS = Qt.Key
LISTS = {Shelf.COMFORTS: "Comforts", Shelf.WORDS: "Kind words", Shelf.PEOPLE: "People and places"}


def kit_page(qtbot: QtBot, look: Look, preferences: Preferences, house: House, sounds: Sounds | None = None) -> KitPage:
    """The page on the house, shown; what is typed is saved in the next turn of the event loop."""
    motion, art = Motion(preferences), resources() / "candle"
    page = KitPage(look=look, motion=motion, art=art, preferences=preferences, sounds=sounds, behind_ms=0)
    page.welcome(house)
    qtbot.addWidget(page)
    show(qtbot, page, 1068, 800)
    page.arrive()
    return page


def shelf(page: KitPage, name: str) -> QListView:
    return next(view for view in page.findChildren(QListView) if view.accessibleName() == name)


def rows(page: KitPage, name: str) -> list[str]:
    """What a screen reader hears for each item of a list."""
    face = QAccessible.queryAccessibleInterface(shelf(page, name))
    assert face.role() == QAccessible.Role.List
    return [face.child(row).text(QAccessible.Text.Name) for row in range(face.childCount())]


def field(page: KitPage, name: str) -> QPlainTextEdit:
    """The field one would find by its name: there is never more than one in sight."""
    (found,) = (edit for edit in page.findChildren(QPlainTextEdit) if edit.accessibleName() == name and seen(edit))
    return found


def button(page: KitPage, name: str) -> QPushButton:
    """By its accessible name."""
    (found,) = (
        each
        for each in page.findChildren(QPushButton)
        if QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) == name and seen(each)
    )
    return found


def seen(widget: QPushButton | QPlainTextEdit) -> bool:
    return widget.isVisible()


def choose(page: KitPage, name: str, row: int) -> None:
    """As an assistive tool selects: no key, no click."""
    view = shelf(page, name)
    view.selectionModel().setCurrentIndex(view.model().index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)


def type_keys(*keys: KEYS, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


def tab_to(widget: object) -> None:
    for _ in range(60):
        if QApplication.focusWidget() is widget:
            return
        QTest.keyClick(QApplication.focusWidget(), KEYS.Key_Tab)
    raise AssertionError("Tab does not come there")


def kept(house: House, which: Shelf) -> list[str]:
    return [thing.words for thing in house.kit.on(which)]


def says(page: KitPage, text: str) -> bool:
    return any(text in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def read_only(house: House, on: bool) -> None:
    """The file takes nothing, as on a disk that was mounted for reading."""
    house.kit._kit._db.execute(f"PRAGMA query_only = {'ON' if on else 'OFF'}")


def full(house: House, on: bool) -> None:
    """The file may not grow, as on a full disk."""
    database = house.kit._kit._db
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    database.execute(f"PRAGMA max_page_count = {pages if on else 1 << 30}")
