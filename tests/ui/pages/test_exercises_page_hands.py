"""The page of the word exercises under keyboard, screen reader and assistive tool: where the focus goes, what opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guesthouse.house import House
from guesthouse.qt.preferences import Preferences
from guesthouse.ui.pages.exercises import ExercisesPage
from tests.ui.exercises.hand import settle
from tests.ui.exercises.run_hands import PLAIN, WORDS
from tests.ui.pages import test_exercises_page as usual

build, page, typed = usual.build, usual.page, usual.typed


def test_from_the_list_to_the_question_the_focus_is_nowhere_between(page: ExercisesPage) -> None:
    typed(page, WORDS)
    heard: list[QWidget] = []

    def hear(_: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            heard.append(now)

    page.chooser.portrait.start.setFocus()
    QApplication.instance().focusChanged.connect(hear)  # type: ignore[union-attr]
    page.chooser.portrait.start.click()
    assert heard == [page.run.asking.yes]
    QApplication.instance().focusChanged.disconnect(hear)  # type: ignore[union-attr]


def test_in_a_narrow_window_an_assistive_tool_opens_one_without_the_keyboard_being_there(page: ExercisesPage) -> None:
    page.resize(720, 520)
    chooser = page.chooser
    first, second = (chooser.list.model_.index(row, 0) for row in range(2))
    assert chooser.list.currentIndex() == first and not chooser.portrait.isVisible()
    chooser.list.selectionModel().setCurrentIndex(second, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert chooser.portrait.isVisible() and chooser.opened == PLAIN and chooser.portrait.start.hasFocus()
    chooser.step_back()
    chooser.thought.field.setFocus()
    chooser.list.selectionModel().select(second, QItemSelectionModel.SelectionFlag.Deselect)  # pressed once more
    assert chooser.portrait.isVisible() and chooser.opened == PLAIN
    assert chooser.list.selectedIndexes() == [second]


def test_in_a_narrow_window_none_opens_by_typing(page: ExercisesPage, house: House) -> None:
    page.resize(720, 520)
    page.chooser.thought.field.set_words("He hit me when I was five")
    page.chooser.read()
    page.chooser.thought.field.set_words("")
    page.chooser.read()
    assert not page.chooser.portrait.isVisible() and page.chooser.list.isVisible()


@pytest.mark.parametrize("size", [100, 150])
def test_the_way_to_take_a_mark_back_begins_where_the_words_above_it_do(
    page: ExercisesPage, preferences: Preferences, size: int
) -> None:
    preferences.text_size = size
    thought = page.chooser.thought
    thought.show_mark("You marked this thought as too heavy for playing with.", marked=True)
    settle()
    key = thought.take_back
    assert first_ink(thought.mark, key) == pytest.approx(first_ink(thought.mark, thought.mark_words), abs=2)


def first_ink(ground: QWidget, part: QWidget) -> int:
    """The first column of ``ground`` in which something of ``part`` is written."""
    picture = part.grab().toImage()
    edge = 4  # the frame of a key
    paper = picture.pixelColor(edge, picture.height() // 2)
    for x in range(edge, picture.width()):
        if any(picture.pixelColor(x, y) != paper for y in range(edge, picture.height() - edge)):
            return part.mapTo(ground, part.rect().topLeft()).x() + x
    raise AssertionError("nothing is written on it")


def test_why_nothing_is_offered_comes_into_sight_in_a_low_window(
    page: ExercisesPage, preferences: Preferences, qtbot: QtBot
) -> None:
    preferences.text_size = 150
    page.resize(800, 600)
    typed(page, "I want to kill myself")
    page.chooser.list.setFocus()
    page.chooser.portrait.start.click()
    page.resize(800, 330)  # and something stands below the page from now on
    mark, field = page.chooser.thought.mark, page.chooser.thought.field
    qtbot.waitUntil(lambda: mark.visibleRegion().boundingRect().height() >= 60)
    assert field.hasFocus() and field.visibleRegion().boundingRect() == field.rect()
