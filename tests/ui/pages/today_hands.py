"""Today as a person has it in hand: what is read, what is pressed, by the names a screen reader hears."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.ui.noticing.chip import Chip
from guesthouse.ui.pages.today import TodayPage


def button(page: QWidget, name: str) -> QAbstractButton:
    """The button that is seen and called so."""
    return next(
        one
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and one.accessibleName() in (name, "") and name in (one.accessibleName(), one.text())
    )


def names(page: QWidget) -> set[str]:
    """What all buttons that are seen are called."""
    return {
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        for one in page.findChildren(QAbstractButton)
        if one.isVisible()
    }


def said(page: TodayPage) -> str:
    """The sentence, by the name a screen reader gives it."""
    found = [
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        for one in page.findChildren(QLabel)
        if one.isVisible() and one.text().startswith("I am noticing")
    ]
    assert len(found) == 1
    return str(found[0])


def texts(page: QWidget) -> list[str]:
    """What all labels that are seen say, in their order."""
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.text()]


def things(page: TodayPage) -> QListView:
    """The list of what is noticed."""
    return next(one for one in page.findChildren(QListView) if one.accessibleName() == "What I am noticing")


def items(page: TodayPage) -> list[str]:
    """The list's items as a screen reader hears them."""
    view = QAccessible.queryAccessibleInterface(things(page))
    assert view.role() == QAccessible.Role.List
    return [view.child(place).text(QAccessible.Text.Name) for place in range(view.childCount())]


def field(page: TodayPage) -> QLineEdit:
    """Where words of one's own go."""
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Something else I notice")


def choose(page: TodayPage, *words: str) -> None:
    """Open the lists, and press these."""
    if not page.noticing.builder.chosen.more.isChecked():
        button(page, "+ something").click()
    for word in words:
        next(one for one in page.findChildren(Chip) if one.accessibleName() == word).click()


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """One key after the other, wherever the focus is."""
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
