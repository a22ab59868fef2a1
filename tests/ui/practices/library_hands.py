"""What one does in the room Practices, and what one finds there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QListView, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.content.player import load_player
from guesthouse.domain.practice import Practice
from guesthouse.domain.sitting import Sitting
from guesthouse.house import House
from guesthouse.paths import resources
from guesthouse.qt.look import Look
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.practices import PracticesPage
from guesthouse.ui.practices.times import Times
from tests.ui.pages.conftest import Hours, Listener
from tests.ui.shown import show

Build = Callable[[], PracticesPage]
W = TypeVar("W", bound=QWidget)


def builder(
    qtbot: QtBot, look: Look, preferences: Preferences, house: House, hours: Hours, listener: Listener
) -> Build:
    """What builds the page, shows it, and comes in."""

    def made() -> PracticesPage:
        page = PracticesPage(
            look=look,
            preferences=preferences,
            voice=listener.voice,
            player_words=load_player(resources() / "player", "en"),
            clock=hours,
            pause_ms=0,
            behind_ms=0,
            times=Times(behind=0, second=0, minute=0),
        )
        page.welcome(house)
        qtbot.addWidget(page)
        show(qtbot, page, 1068, 800)
        page.arrive()
        return page

    return made


def listed(page: PracticesPage) -> QListView:
    """The list, as a person's script finds it."""
    return next(view for view in page.findChildren(QListView) if view.accessibleName() == "Practices")


def rows(page: PracticesPage) -> list[str]:
    """What a screen reader hears for each practice."""
    face = QAccessible.queryAccessibleInterface(listed(page))
    return [face.child(row).text(QAccessible.Text.Name) for row in range(face.childCount())]


def facts(page: PracticesPage, title: str) -> str:
    """What it hears besides."""
    face = QAccessible.queryAccessibleInterface(listed(page))
    return str(face.child(rows(page).index(title)).text(QAccessible.Text.Description))


def choose(page: PracticesPage, title: str) -> None:
    """As an assistive tool selects: no key, no click."""
    view = listed(page)
    index = view.model().index(rows(page).index(title), 0)
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def look_for(page: PracticesPage, text: str) -> list[str]:
    """Search, and what is found."""
    named(page, QWidget, "Search practices").setText(text)  # type: ignore[attr-defined]
    QApplication.processEvents()
    return rows(page)


def named(page: QWidget, kind: type[W], name: str) -> W:
    """The control that is seen and called so."""
    return next(each for each in page.findChildren(kind) if each.isVisible() and called(each) == name)


def labelled(page: QWidget, text: str) -> QComboBox:
    """The box whose visible label says ``text``: how a combo box is found on Linux."""
    found = next(label.buddy() for label in page.findChildren(QLabel) if label.isVisible() and label.text() == text)
    assert isinstance(found, QComboBox) and found.accessibleName() == text
    return found


def called(widget: QWidget) -> str:
    """The name a screen reader says."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def press(page: QWidget, name: str) -> None:
    """Press the button that is seen and called so."""
    named(page, QAbstractButton, name).click()
    QApplication.processEvents()


def write(page: QWidget, name: str, words: str) -> None:
    """Put words into a field as an assistive tool does: no keys."""
    named(page, QTextEdit, name).setPlainText(words)


def offers(page: QWidget, name: str) -> bool:
    """Whether there is such a button to press."""
    return any(
        button.isVisible() and button.isEnabled() and called(button) == name
        for button in page.findChildren(QAbstractButton)
    )


def says(page: QWidget, text: str) -> bool:
    """Whether this can be read."""
    return any(text in label.text().replace("\u200b", "") for label in page.findChildren(QLabel) if label.isVisible())


def texts(page: QWidget) -> list[str]:
    """Everything that can be read, in the order it was made."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def practice(house: House, practice_id: str) -> Practice:
    """One that is there."""
    found = house.practices.one(practice_id)
    assert found is not None
    return found


def own(house: House, of: str = "ack-feet", **changed: object) -> Practice:
    """An own version, kept."""
    made = house.practices.make_own(practice(house, of))
    return house.practices.keep_own(replace(made, **changed))  # type: ignore[arg-type]


def done(house: House, hours: Hours, practice_id: str = "ack-feet", **answers: str) -> Sitting:
    """One time with a practice, to its end."""
    hours.pass_by(days=1)
    sitting = house.sittings.begin(practice(house, practice_id))
    for key, answer in answers.items():
        house.sittings.answer(sitting.id, key, answer)
    house.sittings.finish(sitting.id)
    return sitting
